// Package cases reads what the library wrote for a judge: JSON, one case a line.
package cases

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// maxLine is far beyond what any case takes.
const maxLine = 16 << 20

// Each hands the cases of a file to a judge, one after the other, until it fails.
func Each[T any](file string, judge func(T) error) error {
	input, err := os.Open(file)
	if err != nil {
		return err
	}
	defer input.Close()
	lines := bufio.NewScanner(input)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		var each T
		if err := json.Unmarshal(lines.Bytes(), &each); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := judge(each); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return lines.Err()
}
