package regexcompile

import (
	"regexp"
	"strings"
)

// pattern is a regular expression as it is given to a function of compilers.
type pattern struct {
	text  string
	posix bool // compiled by the POSIX forms
}

// valid reports whether the pattern compiles.
func (p pattern) valid() bool {
	compile := regexp.Compile
	if p.posix {
		compile = regexp.CompilePOSIX
	}
	_, err := compile(p.text)
	return err == nil
}

// maxShown is the length up to which messages show a pattern in full.
const maxShown = 40

var controls = strings.NewReplacer("\n", `\n`, "\r", `\r`, "\t", `\t`)

// quote renders a pattern for a message: on one line, shortened in the middle.
func quote(pattern string) string {
	short := shorten(controls.Replace(pattern))
	if strings.Contains(short, "`") {
		return `"` + short + `"`
	}
	return "`" + short + "`"
}

// shorten cuts the middle of long text.
func shorten(text string) string {
	runes := []rune(text)
	if len(runes) <= maxShown {
		return text
	}
	const half = (maxShown - 3) / 2
	return string(runes[:half+1]) + "..." + string(runes[len(runes)-half:])
}
