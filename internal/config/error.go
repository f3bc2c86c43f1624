package config

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/zenithlint/zenithlint/internal/suggest"
)

// Error is a mistake in a file.
type Error struct {
	File    string
	Line    int // from 1; 0: the mistake is the file itself
	Column  int // in bytes, from 1
	Message string
	Source  string // the text of the line
}

// Error returns one line.
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// maxSource is how many characters of a line are shown.
const maxSource = 100

// Snippet returns the line with a caret below the mistake, each with a line
// break, and nothing if there is no such line. It is harmless to a terminal.
func (e *Error) Snippet() string {
	if e.Line == 0 || e.Source == "" {
		return ""
	}
	at := max(min(e.Column-1, len(e.Source)), 0)
	before, after := []rune(visible(e.Source[:at])), []rune(visible(e.Source[at:]))
	if len(before) > maxSource/2 {
		before = append([]rune("…"), before[len(before)-maxSource/2:]...)
	}
	if rest := maxSource - len(before); len(after) > rest {
		after = append(after[:rest:rest], '…')
	}
	gutter := fmt.Sprintf("%d | ", e.Line)
	return gutter + string(before) + string(after) + "\n" +
		strings.Repeat(" ", len(gutter)+len(before)) + "^\n"
}

// visible replaces characters that are not shown as themselves, one by one.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case !unicode.IsPrint(r):
			return utf8.RuneError
		}
		return r
	}, s)
}

// errorAt returns the error about a node, or about the byte at offset of its
// value.
func errorAt(file string, src []byte, n *yaml.Node, offset int, format string, args ...any) *Error {
	lines := linesOf(src)
	e := &Error{File: file, Line: min(max(n.Line, 1), len(lines)), Column: 1, Message: fmt.Sprintf(format, args...)}
	e.Source = lines[e.Line-1]
	for range n.Column - 1 { // the parser counts runes
		if _, size := utf8.DecodeRuneInString(e.Source[e.Column-1:]); size > 0 {
			e.Column += size
		}
	}
	if offset > 0 {
		// Only where the value stands as it is, without escapes and breaks.
		text := e.Source[e.Column-1:]
		bare := strings.TrimLeft(text, `"'`)
		if strings.HasPrefix(bare, n.Value) {
			e.Column += len(text) - len(bare) + offset
		}
	}
	return e
}

// breaks are the line breaks of YAML.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// byteOrderMark may open a file; it is no part of its first line.
const byteOrderMark = "\ufeff"

func linesOf(src []byte) []string {
	return strings.Split(breaks.Replace(strings.TrimPrefix(string(src), byteOrderMark)), "\n")
}

// maxQuoted is how many bytes of a name messages show.
const maxQuoted = 80

func shorten(s string) string {
	if len(s) <= maxQuoted {
		return s
	}
	return strings.ToValidUTF8(s[:maxQuoted], "") + "…"
}

func quote(s string) string { return fmt.Sprintf("%q", shorten(s)) }

// unknown words that name is none of the known ones.
func unknown(what, name string, known []string) string {
	if near := suggest.Nearest(shorten(name), known); near != "" {
		return fmt.Sprintf("unknown %s %s: did you mean %s?", what, quote(name), near)
	}
	return fmt.Sprintf("unknown %s %s: want %s", what, quote(name), list(known))
}

// list joins words: "a, b or c".
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
