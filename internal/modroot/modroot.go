// Package modroot finds the module or workspace that a directory is in.
package modroot

import (
	"os"
	"path/filepath"
)

// Find returns the nearest directory from dir upwards that has a go.mod or
// go.work file.
func Find(dir string) (root string, ok bool) {
	for {
		for _, name := range []string{"go.mod", "go.work"} {
			if info, err := os.Stat(filepath.Join(dir, name)); err == nil && !info.IsDir() {
				return dir, true
			}
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false
		}
		dir = parent
	}
}
