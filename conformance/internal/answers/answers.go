// Package answers is how commands judge what they are given: a value of JSON in, a value of JSON out. It needs nothing but Go itself, since
// commands are built with different modules.
package answers

import (
	"encoding/json"
	"errors"
	"io"
	"os"
)

// Each answers every value on standard input with a line on standard output.
func Each[In, Out any](judge func(In) Out) {
	in, out := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for {
		var given In
		if err := in.Decode(&given); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			panic(err)
		}
		if err := out.Encode(judge(given)); err != nil {
			panic(err)
		}
	}
}
