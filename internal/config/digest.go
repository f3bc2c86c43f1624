package config

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/zenithlint/zenithlint/internal/modroot"
)

// Digest identifies all files that may count for packages which are named in
// dir, for answers that are kept: those of its module, or of all modules of its
// workspace.
func Digest(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	hash := sha256.New()
	for _, root := range roots(dir) {
		// Directories that cannot be read hold no packages either.
		filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch name := filepath.Base(path); {
			case err != nil:
				return nil
			case name == FileName || name == misspelled:
				src, err := read(path)
				fmt.Fprintf(hash, "%q %q %v\n", path, src, err)
			case d.IsDir() && path != root && strings.HasPrefix(name, "."):
				return fs.SkipDir // no import path has such an element
			}
			return nil
		})
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// roots returns the directories below which dir's packages are.
func roots(dir string) []string {
	if list := workspace(dir); len(list) > 0 {
		return list
	}
	if root, ok := modroot.Find(dir); ok {
		return []string{root}
	}
	return nil
}

// workspace returns the directories of the modules of dir's workspace, without
// those that are in others.
func workspace(dir string) (list []string) {
	file := workFile(dir)
	src, err := read(file)
	if err != nil {
		return nil
	}
	work, err := modfile.ParseWork(file, src, nil)
	if err != nil {
		return nil // the go command reports it
	}
	for _, use := range work.Use {
		path := filepath.FromSlash(use.Path)
		if !filepath.IsAbs(path) {
			path = filepath.Join(filepath.Dir(file), path)
		}
		list = append(list, filepath.Clean(path))
	}
	return outermost(list)
}

// workFile returns the go.work file that the go command uses in dir, or a name
// of none.
func workFile(dir string) string {
	switch file := os.Getenv("GOWORK"); file {
	case "":
	case "off":
		return ""
	default:
		return file
	}
	for {
		file := filepath.Join(dir, "go.work")
		info, err := os.Stat(file)
		if parent := filepath.Dir(dir); err != nil && parent != dir {
			dir = parent
			continue
		}
		if err != nil || info.IsDir() {
			return ""
		}
		return file
	}
}

// outermost drops directories that are in others.
func outermost(dirs []string) (list []string) {
	slices.Sort(dirs)
	for _, dir := range dirs {
		inside := func(outer string) bool {
			rel, err := filepath.Rel(outer, dir)
			return err == nil && filepath.IsLocal(rel)
		}
		if !slices.ContainsFunc(list, inside) {
			list = append(list, dir)
		}
	}
	return list
}
