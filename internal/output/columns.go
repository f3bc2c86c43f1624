package output

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// utf16Columns turns places in a file that count bytes into lines and columns
// that count UTF-16 units from 1, as editors do. A byte order mark is not part
// of the text.
type utf16Columns struct {
	file  string
	text  []byte
	lines []int // offsets of the starts of lines
}

// load makes c about file, if it is not yet.
func (c *utf16Columns) load(r *Report, file string) {
	if c.file == file && c.lines != nil {
		return
	}
	text, _ := r.Source(file) // without it, columns stay those in bytes
	*c = utf16Columns{file: file, text: text, lines: []int{0}}
	for i, b := range text {
		if b == '\n' {
			c.lines = append(c.lines, i+1)
		}
	}
}

// column converts a column in bytes. Columns that the line does not have, as
// after a //line comment, are left as they are.
func (c *utf16Columns) column(line, column int) int {
	if line < 1 || line > len(c.lines) || column < 1 {
		return column
	}
	start := c.lines[line-1]
	text, _, _ := bytes.Cut(c.text[start:], []byte("\n"))
	if column-1 > len(text) {
		return column
	}
	return 1 + utf16Length(text[:column-1])
}

// place returns the line and column of an offset; ok is false if the text has
// no such offset.
func (c *utf16Columns) place(offset int) (line, column int, ok bool) {
	if offset < 0 || offset > len(c.text) {
		return 0, 0, false
	}
	line = sort.SearchInts(c.lines, offset+1) // the first to start behind it
	return line, 1 + utf16Length(c.text[c.lines[line-1]:offset]), true
}

func utf16Length(text []byte) (n int) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if n++; r > 0xffff {
			n++
		}
		text = text[size:]
	}
	return n
}
