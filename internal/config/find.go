package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/modroot"
)

// misspelled is a name that would be overlooked in silence.
const misspelled = ".zenithlint.yaml"

var (
	registered atomic.Pointer[[]*analysis.Analyzer]
	found      sync.Map // directory: func() (*Config, error)
)

// Register tells which rules [Find] accepts. Until it is called, all are: a
// program that runs single rules cannot know the others.
func Register(rules []*analysis.Analyzer) {
	registered.Store(&rules)
	found.Clear()
}

func known() []*analysis.Analyzer {
	if rules := registered.Load(); rules != nil {
		return *rules
	}
	return nil
}

// Find returns the configuration for the package in dir: the file in the
// nearest directory from dir up to the root of its module. It reads each file
// once. Without a file, or outside a module, the configuration says nothing.
func Find(dir string) (*Config, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	get, ok := found.Load(dir)
	if !ok {
		get, _ = found.LoadOrStore(dir, sync.OnceValues(func() (*Config, error) { return find(dir) }))
	}
	return get.(func() (*Config, error))()
}

func find(dir string) (*Config, error) {
	root, ok := modroot.Find(dir)
	if !ok {
		return &Config{known: known()}, nil
	}
	file := filepath.Join(dir, FileName)
	src, err := read(file)
	switch {
	case err == nil:
		return Parse(file, src, known())
	case !errors.Is(err, fs.ErrNotExist):
		return nil, &Error{File: file, Message: err.Error()}
	}
	if _, err := os.Stat(filepath.Join(dir, misspelled)); err == nil {
		return nil, &Error{File: filepath.Join(dir, misspelled), Message: "name this file " + FileName}
	}
	if dir == root {
		return &Config{known: known()}, nil
	}
	return Find(filepath.Dir(dir))
}

// read reads a file, but no pipe, which might never end.
func read(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, reason(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("this is not a regular file")
	}
	if info.Size() > maxSize {
		return nil, fmt.Errorf("file is larger than %d KiB", maxSize>>10)
	}
	src, err := os.ReadFile(file)
	return src, reason(err)
}

// reason drops operation and name from an error of package os.
func reason(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}
