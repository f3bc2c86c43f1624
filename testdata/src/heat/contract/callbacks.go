package contract

import (
	"bufio"
	"bytes"
	"go/ast"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"
)

// Functions that a known function calls for each of many elements.

func sorted(names []string, b []byte) {
	probe() // want `^unknown$`
	sort.Slice(names, func(i, j int) bool {
		probe() // want `^loop: contract.sorted -> in the loop -> calls func literal`
		return false
	})
	slices.SortFunc(names, func(a, b string) int {
		probe() // want `^loop: contract.sorted -> in the loop -> calls func literal`
		return 0
	})
	_ = slices.IndexFunc(names, isLong)
	_ = strings.Map(func(r rune) rune {
		probe() // want `^loop: contract.sorted -> in the loop -> calls func literal`
		return r
	}, names[0])
	_ = strings.FieldsFunc(names[0], func(r rune) bool {
		probe() // want `^loop: contract.sorted -> in the loop -> calls func literal`
		return false
	})
	_ = bytes.IndexFunc(b, func(r rune) bool {
		probe() // want `^loop: contract.sorted -> in the loop -> calls func literal`
		return false
	})
}

func isLong(s string) bool {
	probe() // want `^loop: contract.sorted -> in the loop -> calls contract.isLong$`
	return len(s) > 80
}

func walked(root string, f *ast.File, m map[string]int) error {
	ast.Inspect(f, func(n ast.Node) bool {
		probe() // want `^loop: contract.walked -> in the loop -> calls func literal`
		return true
	})
	maps.DeleteFunc(m, func(k string, v int) bool {
		probe() // want `^loop: contract.walked -> in the loop -> calls func literal`
		return true
	})
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			probe() // want `^cold: error path$`
			return err
		}
		probe() // want `^loop: contract.walked -> in the loop -> calls func literal`
		return nil
	})
}

type visitor struct{ seen int }

func (v *visitor) visit(key, value any) bool {
	probe() // want `^loop: contract.ranged -> in the loop -> calls \(\*contract.visitor\).visit$`
	return true
}

func ranged(m *sync.Map, v *visitor, re *regexp.Regexp, s *bufio.Scanner) {
	m.Range(func(k, v any) bool {
		probe() // want `^loop: contract.ranged -> in the loop -> calls func literal`
		return true
	})
	m.Range(v.visit) // a method value
	_ = re.ReplaceAllStringFunc("", func(s string) string {
		probe() // want `^loop: contract.ranged -> in the loop -> calls func literal`
		return s
	})
	s.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		probe() // want `^loop: contract.ranged -> in the loop -> calls func literal`
		return 0, nil, nil
	})
}

// An iterator is called once; the loop over it is in the callee.
func collected(names []string) []string {
	return slices.Collect(func(yield func(string) bool) {
		probe() // want `^unknown$`
		for _, name := range names {
			probe() // want `^loop: func literal.* -> in the loop$`
			if !yield(name) {
				return
			}
		}
	})
}

// Called once, later.
func once(f func()) {
	time.AfterFunc(time.Second, func() {
		probe() // want `^unknown$`
	})
	time.AfterFunc(time.Second, f)
}

// By its name, wherever it is declared.

type tree struct{ left, right *tree }

func (t *tree) Walk(f func(*tree)) {}

func count(t *tree) (n int) {
	t.Walk(func(*tree) {
		probe() // want `^loop: contract.count -> in the loop -> calls func literal`
	})
	return n
}

// Only the first word counts.

type walker struct{}

func (w *walker) Walkable(f func() bool) {}

func check(w *walker) {
	w.Walkable(func() bool {
		probe() // want `^unknown$`
		return true
	})
}

// A comparator held in a variable.
func viaVariable(names []string) {
	less := func(a, b string) int {
		probe() // want `^loop: contract.viaVariable -> in the loop -> calls func literal`
		return 0
	}
	slices.SortFunc(names, less)
}
