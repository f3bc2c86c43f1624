package output

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// maxRange is how many lines of a range are shown before its middle is left
// out.
const maxRange = 5

// maxLine is how many bytes of a line are laid out: more than fit on a terminal,
// and less than generated data has in a line.
const maxLine = 4096

// snippet renders the source lines of a finding:
//
//	   |
//	21 | re := regexp.MustCompile(`^a+$`)
//	   |       ^^^^^^^^^^^^^^^^^^^^^^^^^^
//
// and, where the range goes on over more lines, marks those in the gutter:
//
//	   |
//	21 | n := count(
//	   |      ^^^^^^
//	22 >     lines,
//	23 > )
type snippet struct {
	paint   paint
	attr    string // of underlines
	gutter  int    // width of line numbers
	width   int    // columns for source
	context int
}

// write renders the lines of f. It writes nothing if src does not have them,
// which happens where positions follow //line comments.
func (s *snippet) write(b *strings.Builder, f *finding.Finding, src []byte) {
	last := max(f.EndLine, f.Line)
	lines, first := linesOf(src, f.Line-s.context, last+s.context)
	if f.Line < first || f.Line >= first+len(lines) {
		return
	}
	skipFrom, skipTo := last, last // lines left out
	if last-f.Line >= maxRange {
		skipFrom = f.Line + maxRange - 2
	}
	s.row(b, "", "|", "")
	for i, text := range lines {
		switch n := first + i; {
		case n == f.Line:
			s.marked(b, f, text)
		case n == skipFrom && n < skipTo:
			s.row(b, "...", ">", "")
		case n > skipFrom && n < skipTo:
		case n > f.Line && n <= last:
			s.plain(b, n, ">", text)
		default:
			s.plain(b, n, "|", text)
		}
	}
}

// linesOf returns the lines from first to last of src, as far as it has them,
// and the number of the first returned.
func linesOf(src []byte, first, last int) ([]string, int) {
	first = max(first, 1)
	var lines []string
	for n := 1; n <= last && len(src) > 0; n++ {
		var line []byte
		line, src, _ = bytes.Cut(src, []byte("\n"))
		if n >= first {
			lines = append(lines, string(bytes.TrimSuffix(line, []byte("\r"))))
		}
	}
	return lines, first
}

// row writes a line with a gutter.
func (s *snippet) row(b *strings.Builder, number, mark, text string) {
	b.WriteString(s.paint.with(blue, fmt.Sprintf("%*s %s", s.gutter, number, mark)))
	if text = strings.TrimRight(text, " "); text != "" {
		b.WriteString(" " + text)
	}
	b.WriteByte('\n')
}

// plain writes a source line that nothing is underlined in.
func (s *snippet) plain(b *strings.Builder, number int, mark, text string) {
	_, _, line := window(cells(shorten(text, maxLine)), 0, 0, s.width)
	s.row(b, strconv.Itoa(number), mark, line)
}

// marked writes the first line of a range and the underline below it.
func (s *snippet) marked(b *strings.Builder, f *finding.Finding, text string) {
	from, to := f.Column-1, f.EndColumn-1
	if f.EndLine > f.Line {
		to = len(text)
	}
	if skip := from - maxLine/2; len(text) > maxLine && 0 < skip && skip < len(text) {
		text, from, to = text[skip:], from-skip, to-skip
	}
	list := cells(shorten(text, maxLine))
	start, end := cellAt(list, from), min(cellAt(list, max(from, to-1))+1, len(list))
	before, within, after := window(list, start, end, s.width)
	s.row(b, strconv.Itoa(f.Line), "|", before+within+after)
	underline := strings.Repeat("^", max(columns(cells(within)), 1))
	s.row(b, "", "|", strings.Repeat(" ", columns(cells(before)))+s.paint.with(s.attr, underline))
}

// cellAt returns the index of the cell that the byte at offset of the line
// belongs to, and the number of cells where the line ends before it.
func cellAt(list []cell, offset int) int {
	i, _ := slices.BinarySearchFunc(list, offset, func(c cell, offset int) int {
		return cmp.Compare(c.end, offset+1)
	})
	return i
}

// window returns the text before, within and after the cells [start, end), cut
// to width columns around them.
func window(list []cell, start, end, width int) (before, within, after string) {
	const leftMargin = 8
	lo, hi := 0, len(list)
	if columns(list) > width {
		long := columns(list[start:end])
		shown := columns(list[:end]) <= width-2
		if fits := long <= width-2-leftMargin; !shown && (fits || columns(list[:start]) > width/2) {
			// In the middle of what is free, or near the left edge if it is too
			// long itself.
			margin := max((width-2-long)/2, leftMargin)
			for lo = start; lo > 0 && columns(list[lo-1:start]) <= margin; {
				lo--
			}
		}
		hi = lo
		for room := width - 2; hi < len(list) && list[hi].width <= room; hi++ {
			room -= list[hi].width
		}
		end = min(end, hi)
	}
	before, within, after = text(list[lo:start]), text(list[start:end]), text(list[end:hi])
	if lo > 0 {
		before = cutMark + before
	}
	if hi < len(list) {
		after += cutMark
	}
	return before, within, after
}

// cutMark stands where a line was cut.
const cutMark = "\u2026"
