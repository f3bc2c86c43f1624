package finding

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"
)

// Fingerprint sets the fingerprint, and the code, of each finding of list, which
// is sorted. The fingerprint is made of the rule, the package, the function and
// the text of the line, so it stays the same when lines move, when a file is
// renamed, and when a release words a message differently. What is equal in all
// that is counted, in the order of the list. Source returns the contents of a
// file, as analysed.
func Fingerprint(list []Finding, source func(file string) ([]byte, error)) {
	var (
		file  string
		lines [][]byte // of file
		seen  = make(map[string]int)
	)
	for i := range list {
		f := &list[i]
		if i == 0 || f.File != file {
			src, _ := source(f.File) // without it, the message stands for the line
			file, lines = f.File, bytes.Split(src, []byte("\n"))
		}
		text := strings.Map(dropDigits, f.Message) // it may name lines
		if 0 < f.Line && f.Line <= len(lines) && len(lines[f.Line-1]) > 0 {
			text = string(lines[f.Line-1])
		}
		text = strings.Map(dropSpace, text)
		f.Code = digest([]byte(text), 8)
		key := fmt.Sprintf("%q %q %q %q", f.Rule, f.Package, f.Function, text)
		seen[key]++
		f.Fingerprint = digest(fmt.Appendf(nil, "%s %d", key, seen[key]), 16)
	}
}

// digest returns n bytes of a hash in hexadecimal digits.
func digest(text []byte, n int) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:n])
}

// dropSpace makes lines equal that gofmt lays out differently.
func dropSpace(r rune) rune {
	if unicode.IsSpace(r) {
		return -1
	}
	return r
}

func dropDigits(r rune) rune {
	if unicode.IsDigit(r) {
		return -1
	}
	return r
}
