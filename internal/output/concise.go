package output

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// Concise writes one line for each finding, as editors and other tools parse
// it, and below it the source lines that Context asks for, as go vet does.
func Concise(w io.Writer, r *Report) error {
	b := bufio.NewWriter(w)
	for i := range r.Findings {
		f := &r.Findings[i]
		fmt.Fprintf(b, "%s: %s (%s)\n", r.position(f), clean(f.Message), f.Rule)
		r.contextLines(b, f)
	}
	return b.Flush()
}

func (r *Report) contextLines(b *bufio.Writer, f *finding.Finding) {
	if r.Context < 0 {
		return
	}
	src, err := r.Source(f.File)
	if err != nil {
		return
	}
	n := r.context(src)
	lines, first := linesOf(src, f.Line-n, max(f.EndLine, f.Line)+n)
	for i, line := range lines {
		fmt.Fprintf(b, "%d\t%s\n", first+i, strings.TrimRight(text(cells(shorten(line, maxLine))), " "))
	}
}
