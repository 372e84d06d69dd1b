package simulate

import (
	"encoding/json"
	"fmt"
	"os"
)

// load reads a file, in which there must be something.
func load[T any](file, missing string, isThere func(T) bool) (T, error) {
	var read T
	text, err := os.ReadFile(file)
	if err != nil {
		return read, err
	}
	if err := json.Unmarshal(text, &read); err != nil {
		return read, fmt.Errorf("%s: %w", file, err)
	}
	if !isThere(read) {
		return read, fmt.Errorf("%s: %s", file, missing)
	}
	return read, nil
}
