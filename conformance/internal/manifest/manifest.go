// Package manifest reads YAML files the way a cluster gets them: document by document, bytes untouched.
package manifest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

// Document is one object of one file.
type Document struct {
	// File is the path as it was given.
	File string
	// Index counts the documents of the file that hold an object, from 0.
	Index int
	// Raw is the document as written: duplicate keys are still there.
	Raw []byte
	// Object is nil when the document cannot be read; Err then says why.
	Object *unstructured.Unstructured
	Err    error
}

// ID names the object for people: kind, namespace and name.
func (d *Document) ID() string {
	if d.Object == nil {
		return fmt.Sprintf("document %d", d.Index)
	}
	name := d.Object.GetName()
	if namespace := d.Object.GetNamespace(); namespace != "" {
		name = namespace + "/" + name
	}
	return d.Object.GetKind() + " " + name
}

// Load reads files, and all YAML files of folders, in the order of their names.
func Load(paths ...string) ([]*Document, error) {
	files, err := Files(paths...)
	if err != nil {
		return nil, err
	}
	var docs []*Document
	for _, file := range files {
		more, err := LoadFile(file)
		if err != nil {
			return nil, err
		}
		docs = append(docs, more...)
	}
	return docs, nil
}

// Files lists the YAML files that Load would read. None at all is an error: a judge without work must not look content.
func Files(paths ...string) ([]string, error) {
	var files []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			files = append(files, path)
			continue
		}
		err = filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && strings.HasSuffix(file, ".yaml") {
				files = append(files, file)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no YAML file in %s", strings.Join(paths, ", "))
	}
	return files, nil
}

// LoadFile reads the documents of one file.
func LoadFile(file string) ([]*Document, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	docs, err := Parse(file, text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return docs, nil
}

// Parse splits a text into documents. Documents of comments alone are passed over.
func Parse(file string, text []byte) ([]*Document, error) {
	var docs []*Document
	reader := utilyaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(text)))
	for {
		raw, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return docs, nil
		}
		if err != nil {
			return nil, err
		}
		object, err := decode(raw)
		if object == nil && err == nil {
			continue
		}
		docs = append(docs, &Document{File: file, Index: len(docs), Raw: raw, Object: object, Err: err})
	}
}

// FromJSON takes one object as it is sent.
func FromJSON(raw []byte) *Document {
	object, err := decode(raw)
	return &Document{Raw: raw, Object: object, Err: err}
}

// decode reads one document without a schema; nothing at all is no error.
func decode(raw []byte) (*unstructured.Unstructured, error) {
	var value any
	if err := yaml.Unmarshal(raw, &value); err != nil {
		return nil, err
	}
	if value == nil {
		return nil, nil
	}
	if _, ok := value.(map[string]any); !ok {
		return nil, errors.New("the document is not an object")
	}
	// through JSON, so that integers become int64 as everywhere in Kubernetes
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	object := &unstructured.Unstructured{}
	if err := object.UnmarshalJSON(text); err != nil {
		return nil, err
	}
	return object, nil
}
