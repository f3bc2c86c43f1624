// Package fix applies the fixes of findings: to the text of a file, over rounds
// of analysis until nothing is left to repair, and to the disk.
package fix

import (
	"bytes"
	"cmp"
	"go/format"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// Apply returns src with fixes made, and the indexes of those left out: a fix
// is made whole or not at all, and not if it overlaps one before it. Edits that
// several fixes share, such as an import, are made once.
//
// Line endings and a byte order mark stay as they are. The result is formatted
// if src was.
func Apply(src []byte, fixes []*finding.Fix) (out []byte, skipped []int) {
	var edits []finding.Edit
	for i, f := range fixes {
		merged, ok := merge(edits, f.Edits, len(src))
		if !ok {
			skipped = append(skipped, i)
			continue
		}
		edits = merged
	}
	return reformat(src, splice(src, edits)), skipped
}

// merge adds the edits of one fix to those of others. It returns false if they
// overlap or lie outside a file of the given size.
func merge(edits, more []finding.Edit, size int) ([]finding.Edit, bool) {
	merged := slices.Clone(edits)
	for i, e := range more {
		if e.Start < 0 || e.End < e.Start || e.End > size {
			return nil, false
		}
		if slices.Contains(edits, e) {
			continue
		}
		if slices.ContainsFunc(edits, func(x finding.Edit) bool { return conflict(e, x) || samePlace(e, x) }) ||
			slices.ContainsFunc(more[:i], func(x finding.Edit) bool { return conflict(e, x) }) {
			return nil, false
		}
		merged = append(merged, e)
	}
	return merged, true
}

// conflict reports whether two edits overlap. An insertion at the edge of
// another edit does not.
func conflict(a, b finding.Edit) bool { return a.Start < b.End && b.Start < a.End }

// samePlace reports whether two edits replace the same text: for insertions of
// different fixes nobody could tell which comes first.
func samePlace(a, b finding.Edit) bool { return a.Start == b.Start && a.End == b.End }

// splice makes the edits, which do not overlap.
func splice(src []byte, edits []finding.Edit) []byte {
	slices.SortStableFunc(edits, func(a, b finding.Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	crlf := isCRLF(src)
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		text := e.NewText
		if crlf {
			text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
		}
		out.Write(src[at:e.Start])
		out.WriteString(text)
		at = e.End
	}
	out.Write(src[at:])
	return out.Bytes()
}

// isCRLF reports whether every line of src ends in CRLF.
func isCRLF(src []byte) bool {
	n := bytes.Count(src, []byte("\n"))
	return n > 0 && n == bytes.Count(src, []byte("\r\n"))
}

// reformat returns after in the format of gofmt if before was so, whatever the
// line endings, and otherwise as it is. Text that does not parse stays too: the
// compiler's words about it are clearer.
func reformat(before, after []byte) []byte {
	bom, body, crlf := plain(before)
	formatted, err := format.Source(body)
	if err != nil || !bytes.Equal(formatted, body) {
		return after
	}
	_, body, _ = plain(after)
	if formatted, err = format.Source(body); err != nil {
		return after
	}
	if crlf {
		formatted = bytes.ReplaceAll(formatted, []byte("\n"), []byte("\r\n"))
	}
	return append(slices.Clip(bom), formatted...)
}

// plain returns src without its byte order mark and with LF line endings.
func plain(src []byte) (bom, body []byte, crlf bool) {
	mark := []byte("\ufeff")
	body = src
	if bytes.HasPrefix(src, mark) {
		bom, body = mark, src[len(mark):]
	}
	if crlf = isCRLF(body); crlf {
		body = bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n"))
	}
	return bom, body, crlf
}
