package stdjson

import (
	"slices"
	"strings"
	"unicode"

	"github.com/zenithlint/zenithlint/internal/heat"
)

// farthest is the number of calls between an entry point and the JSON up to
// which the codec is worth a remark: what lies deeper in a program is reached by
// some requests, and rarely the bulk of their work.
const farthest = 5

// rareWords are words in the names of functions and packages that requests
// reach, yet few of them: administration, diagnosis, sessions.
var rareWords = []string{
	"admin", "backup", "config", "configure", "connect", "debug", "devserver", "dump", "handshake", "health", "healthz",
	"install", "installer", "livez", "login", "pprof", "readyz", "reload", "restore", "setup", "snapshot", "updater",
	"version",
}

// rare reports whether what makes the JSON hot is a request, but one that comes
// seldom or reaches it seldom. Another codec is a choice for what every request
// does.
func rare(h heat.Heat) bool {
	if h.Class == heat.ClassHot || h.Class == heat.ClassBenchmark {
		return false
	}
	calls := 0
	for _, step := range h.Chain {
		if strings.HasPrefix(step.What, "calls ") {
			calls++
		}
		for name := range strings.FieldsSeq(step.What) {
			if strings.Contains(name, ".") && slices.ContainsFunc(words(name), isRare) {
				return true
			}
		}
	}
	return calls > farthest
}

func isRare(word string) bool { return slices.Contains(rareWords, word) }

// words splits a qualified name into its words in lower case: "api.handleConfig"
// is three.
func words(name string) []string {
	var b strings.Builder
	last := ' '
	for _, r := range name {
		if !unicode.IsLetter(r) || unicode.IsUpper(r) && unicode.IsLower(last) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
		last = r
	}
	return strings.FieldsFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) })
}
