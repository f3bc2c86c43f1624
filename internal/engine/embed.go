package engine

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// withEmbedded returns the overlay with a file for every go:embed pattern that
// matches none, or nil if none can be added. The go command lists no files of a
// package with such a pattern, nor of what imports it, though types and code do
// not depend on what is embedded: a clone in which nobody has built the front
// end can be analysed like a complete one.
func withEmbedded(pkgs []*packages.Package, overlay map[string][]byte) map[string][]byte {
	extended := maps.Clone(overlay)
	if extended == nil {
		extended = make(map[string][]byte)
	}
	packages.Visit(pkgs, nil, func(pkg *packages.Package) {
		if !slices.ContainsFunc(pkg.Errors, isEmbedError) {
			return
		}
		for _, pattern := range pkg.EmbedPatterns {
			for _, name := range embeddable(pkg.Dir, pattern) {
				extended[name] = nil
			}
		}
	})
	for name := range extended { // no file stands where another one has its directory: dist, dist/*/*.js
		for dir := filepath.Dir(name); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
			delete(extended, dir)
		}
	}
	if len(extended) == len(overlay) {
		return nil
	}
	return extended
}

// isEmbedError reports whether e is the go command's complaint about a go:embed
// pattern without files.
func isEmbedError(e packages.Error) bool {
	return strings.HasSuffix(e.Msg, ": no matching files found") || strings.HasSuffix(e.Msg, ": contains no embeddable files")
}

// embeddable returns names of empty files that the pattern, an
// absolute one in dir, would embed. Where nothing matches, a last element
// without an extension is taken for a directory, since that is what builds
// make.
func embeddable(dir, pattern string) (names []string) {
	rel, err := filepath.Rel(dir, pattern)
	if err != nil {
		return nil
	}
	pattern = strings.TrimPrefix(filepath.ToSlash(rel), "all:")
	root := os.DirFS(dir)
	matches, err := fs.Glob(root, pattern)
	if err != nil {
		return nil
	}
	for _, match := range matches {
		if info, err := fs.Stat(root, match); err == nil && info.IsDir() {
			names = append(names, filepath.Join(dir, match, "x"))
		}
	}
	if len(matches) > 0 {
		return names
	}
	name := strings.NewReplacer("*", "x", "?", "x").Replace(pattern)
	if ok, err := path.Match(pattern, name); err != nil || !ok {
		return nil
	}
	if path.Ext(name) == "" {
		name += "/x"
	}
	if path.Ext(name) == ".go" {
		return nil // it would become a file of a package
	}
	return []string{filepath.Join(dir, name)}
}
