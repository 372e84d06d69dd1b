// Command read says what the YAML readers of Go make of documents. It needs nothing of Kubernetes but the readers that kubectl, Helm, Argo CD
// and Flux have inside, and is built with readers.mod.
//
// Each line of the input is a JSON string: the text of one document. Each line of the output is a JSON object: what each reader read, or the
// error that it met. What JSON has no word for (dates, keys that are no text, numbers that are none) is an error too.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"time"

	forkedv2 "go.yaml.in/yaml/v2"
	forkedv3 "go.yaml.in/yaml/v3"
	yamlv2 "gopkg.in/yaml.v2"
	yamlv3 "gopkg.in/yaml.v3"
	sigs "sigs.k8s.io/yaml"
)

var readers = []struct {
	name string
	read func([]byte, any) error
}{
	{"gopkg.in/yaml.v2", yamlv2.Unmarshal},
	{"gopkg.in/yaml.v3", yamlv3.Unmarshal},
	{"go.yaml.in/yaml/v2", forkedv2.Unmarshal},
	{"go.yaml.in/yaml/v3", forkedv3.Unmarshal},
	{"sigs.k8s.io/yaml", func(text []byte, into any) error { return sigs.Unmarshal(text, into) }},
}

func main() {
	if err := answer(); err != nil {
		fmt.Fprintln(os.Stderr, "read:", err)
		os.Exit(2)
	}
}

func answer() error {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	answers := json.NewEncoder(out)
	answers.SetEscapeHTML(false)
	for {
		line, err := in.ReadBytes('\n')
		if err == io.EOF {
			return out.Flush()
		}
		if err != nil {
			return err
		}
		var text string
		if err := json.Unmarshal(line, &text); err != nil {
			return err
		}
		read := map[string]any{}
		for _, reader := range readers {
			read[reader.name] = outcome(reader.read, []byte(text))
		}
		if err := answers.Encode(read); err != nil {
			return err
		}
		// who asks may wait for the answer
		if in.Buffered() == 0 {
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
}

func outcome(read func([]byte, any) error, text []byte) (result any) {
	// a reader that panics is one that cannot read
	defer func() {
		if cause := recover(); cause != nil {
			result = map[string]any{"error": fmt.Sprint(cause)}
		}
	}()
	// the readers change what they are given
	var value any
	if err := read(bytes.Clone(text), &value); err != nil {
		return map[string]any{"error": err.Error()}
	}
	plain, err := plainOf(value)
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	return map[string]any{"value": plain}
}

func plainOf(value any) (any, error) {
	switch value := value.(type) {
	case map[any]any:
		plain := map[string]any{}
		for key, entry := range value {
			text, isText := key.(string)
			if !isText {
				return nil, fmt.Errorf("the key %v is no text but %T", key, key)
			}
			read, err := plainOf(entry)
			if err != nil {
				return nil, err
			}
			plain[text] = read
		}
		return plain, nil
	case map[string]any:
		for key, entry := range value {
			read, err := plainOf(entry)
			if err != nil {
				return nil, err
			}
			value[key] = read
		}
		return value, nil
	case []any:
		for index, entry := range value {
			read, err := plainOf(entry)
			if err != nil {
				return nil, err
			}
			value[index] = read
		}
		return value, nil
	case float64:
		if math.IsNaN(value) || math.IsInf(value, 0) {
			return nil, fmt.Errorf("%v is no number of JSON", value)
		}
		return value, nil
	case time.Time:
		return nil, fmt.Errorf("a date: %v", value)
	case nil, string, bool, int, int64, uint64:
		return value, nil
	default:
		return nil, fmt.Errorf("%T", value)
	}
}
