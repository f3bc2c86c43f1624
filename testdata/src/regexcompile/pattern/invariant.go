package pattern

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
)

// the same in every turn of the loop
func grep(pattern string, lines []string) (n int) {
	for _, line := range lines {
		if ok, _ := regexp.MatchString(pattern, line); ok { // want "pattern pattern is compiled in every turn of the loop although it stays the same \\[loop"
			n++
		}
	}
	return n
}

// built in the loop from what stays the same
func built(word string, options []string, lines []string) {
	for _, line := range lines {
		full := "^" + regexp.QuoteMeta(strings.ToLower(word)) + "(" + strings.Join(options, "|") + ")"
		re, err := regexp.Compile("(?i)" + full) // want "pattern \"\\(\\?i\\)\" \\+ full is compiled in every turn of the loop"
		if err == nil {
			re.MatchString(line)
		}
	}
}

// stays the same in the inner loop
func inner(words, lines []string) {
	for _, word := range words {
		for _, line := range lines {
			regexp.MatchString(word[1:], line) // want "pattern word\\[1:\\] is compiled in every turn of the loop"
		}
	}
}

type filter struct{ name, pattern string }

func newFilter(p string) *filter {
	f := new(filter)
	f.pattern = p
	return f
}

func (f *filter) rename(s string) { f.name = s }

// a field that nobody changes meanwhile
func (f *filter) run(lines []string) {
	for _, line := range lines {
		f.rename(line)
		regexp.MatchString(f.pattern, line) // want "pattern f.pattern is compiled in every turn of the loop"
		regexp.MatchString(f.name, line)    // nope: rename changes it
	}
}

// callbacks are loops
func walk(root, pattern string) {
	filepath.Walk(root, func(path string, _ fs.FileInfo, _ error) error {
		ok, err := regexp.MatchString(pattern, path) // want "pattern pattern is compiled in every turn of the loop"
		_ = ok
		return err
	})
}

// nope: another in every turn
func differs(patterns []string, s string, next func() string) {
	for _, p := range patterns {
		regexp.MatchString(p, s)
	}
	for i := range patterns {
		regexp.MatchString(patterns[i], s)
	}
	for p := next(); p != ""; p = next() {
		regexp.MatchString(p, s)
	}
	p := "a"
	for range patterns {
		regexp.MatchString(s+p, s)
		p += "b"
	}
	q := "a"
	change := func() { q = next() }
	for range patterns {
		change()
		regexp.MatchString(s+q, s)
	}
	o := "a"
	set(&o)
	for range patterns {
		regexp.MatchString(s+o, s)
	}
	for range patterns {
		regexp.MatchString(strings.Join(patterns, "|"), s)
		fill(patterns)
	}
}

func set(s *string)   { *s = "b" }
func fill(s []string) {}

// nope: the loop is left right after
func first(pattern string, lines []string) bool {
	for _, line := range lines {
		if line != "" {
			ok, _ := regexp.MatchString(pattern, line)
			return ok
		}
	}
	return false
}
