package output

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean returns s as one line that is harmless wherever it is shown: invalid
// UTF-8, control characters (escape sequences among them) and characters that
// reorder or hide text are replaced by visible ones, and it is no command to a
// CI system that reads the log.
func clean(s string) string {
	if !isPlain(s) {
		s = text(cells(s))
	}
	// GitHub obeys a line that starts with ::, and a colon may follow s.
	if body := strings.TrimLeftFunc(s, unicode.IsSpace); strings.HasPrefix(body, ":") {
		s = s[:len(s)-len(body)] + `\u003a` + body[1:]
	}
	return s
}

func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || s[i] == '[' && opensCommand(s[:i]) {
			return false
		}
	}
	return true
}

// opensCommand reports whether a bracket behind before opens a command: CI
// systems obey ##[error], ##vso[...] and ##teamcity[...] anywhere in a line.
func opensCommand(before string) bool {
	return strings.HasSuffix(strings.TrimRightFunc(before, unicode.IsLetter), "##")
}

// shorten cuts s to about limit bytes.
func shorten(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	return s[:limit] + cutMark
}

// cell is a rune as a terminal shows it.
type cell struct {
	text  string // the rune, or what stands for it
	width int    // columns
	end   int    // offset in the line behind the rune, in bytes
}

// text returns what the cells show.
func text(list []cell) string {
	var b strings.Builder
	for _, c := range list {
		b.WriteString(c.text)
	}
	return b.String()
}

// columns returns how wide the cells are.
func columns(list []cell) (n int) {
	for _, c := range list {
		n += c.width
	}
	return n
}

const tabWidth = 4

// cells lays out a line. Tabs become spaces up to the next stop: with a gutter
// in front, a terminal's own stops would break the alignment of what is below.
func cells(line string) []cell {
	list := make([]cell, 0, len(line))
	column := 0
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRuneInString(line[i:])
		i += size
		c := cell{end: i}
		switch {
		case r == '\t':
			c.width = tabWidth - column%tabWidth
			c.text = strings.Repeat(" ", c.width)
		case r == utf8.RuneError: // also what invalid UTF-8 decodes to
			c.text, c.width = string(utf8.RuneError), 1
		case r < ' ':
			c.text, c.width = string('\u2400'+r), 1 // control pictures
		case r == 0x7f:
			c.text, c.width = "\u2421", 1
		case isHidden(r) || r == '[' && opensCommand(line[:i-size]):
			c.text = fmt.Sprintf(`\u%04x`, r)
			c.width = len(c.text)
		default:
			c.text, c.width = string(r), runeWidth(r)
		}
		column += c.width
		list = append(list, c)
	}
	return list
}

// isHidden reports whether r is no visible character: a control character, or
// one that reorders or joins others.
func isHidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
}

// wide are the runes that terminals show two columns wide: East Asian Wide and
// Fullwidth, and emoji, in blocks.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115f, Stride: 1}, // Hangul initial consonants
		{Lo: 0x231a, Hi: 0x231b, Stride: 1}, // watch, hourglass
		{Lo: 0x23e9, Hi: 0x23ec, Stride: 1}, // player buttons
		{Lo: 0x25fd, Hi: 0x25fe, Stride: 1},
		{Lo: 0x2614, Hi: 0x2615, Stride: 1},
		{Lo: 0x2648, Hi: 0x2653, Stride: 1}, // zodiac
		{Lo: 0x26a1, Hi: 0x26a1, Stride: 1},
		{Lo: 0x26d4, Hi: 0x26d4, Stride: 1},
		{Lo: 0x2705, Hi: 0x2705, Stride: 1},
		{Lo: 0x270a, Hi: 0x270b, Stride: 1},
		{Lo: 0x2728, Hi: 0x2728, Stride: 1},
		{Lo: 0x274c, Hi: 0x274c, Stride: 1},
		{Lo: 0x2753, Hi: 0x2755, Stride: 1},
		{Lo: 0x2b1b, Hi: 0x2b1c, Stride: 1},
		{Lo: 0x2b50, Hi: 0x2b50, Stride: 1},
		{Lo: 0x2e80, Hi: 0x303e, Stride: 1}, // CJK radicals, punctuation
		{Lo: 0x3041, Hi: 0x4dbf, Stride: 1}, // kana, CJK
		{Lo: 0x4e00, Hi: 0xa4cf, Stride: 1}, // CJK, Yi
		{Lo: 0xa960, Hi: 0xa97f, Stride: 1},
		{Lo: 0xac00, Hi: 0xd7a3, Stride: 1}, // Hangul syllables
		{Lo: 0xf900, Hi: 0xfaff, Stride: 1},
		{Lo: 0xfe30, Hi: 0xfe6f, Stride: 1},
		{Lo: 0xff00, Hi: 0xff60, Stride: 1}, // fullwidth forms
		{Lo: 0xffe0, Hi: 0xffe6, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0x17000, Hi: 0x18cff, Stride: 1}, // Tangut
		{Lo: 0x1b000, Hi: 0x1b2ff, Stride: 1}, // kana supplements
		{Lo: 0x1f18e, Hi: 0x1f18e, Stride: 1},
		{Lo: 0x1f191, Hi: 0x1f19a, Stride: 1},
		{Lo: 0x1f200, Hi: 0x1f320, Stride: 1},
		{Lo: 0x1f32d, Hi: 0x1f335, Stride: 1}, // emoji
		{Lo: 0x1f337, Hi: 0x1f64f, Stride: 1},
		{Lo: 0x1f680, Hi: 0x1f6fc, Stride: 1},
		{Lo: 0x1f7e0, Hi: 0x1f7eb, Stride: 1},
		{Lo: 0x1f90c, Hi: 0x1faff, Stride: 1},
		{Lo: 0x20000, Hi: 0x3fffd, Stride: 1}, // CJK extensions
	},
}

func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}
