// Package concatloop defines an analyzer that reports strings that grow by
// concatenation in unbounded loops.
//
// # Analyzer concatloop
//
// concatloop: report strings that grow by concatenation in a loop
//
// Strings do not change: s += x allocates a new string and copies the old one
// into it. Where a string grows turn by turn, each turn copies all that was
// collected before, so the work and the garbage grow with the square of the
// result. A strings.Builder copies each byte about twice in all.
//
// Reported are strings of any string type, also in fields, elements and
// captured variables, that grow in a loop and outlive its turns: by s += x, s =
// s + x, s = x + s, s = s[:i] + x + s[i:], fmt.Sprintf("%s...", s, ...) and
// strings.Join([]string{s, x}, ...). A loop is a for or range statement, also
// over a function, a backward goto, or a function literal that is called per
// element, as by filepath.WalkDir or sync.Map.Range.
//
// Example:
//
//	func csv(rows [][]string) string {
//		text := ""
//		for _, row := range rows {
//			text += strings.Join(row, ",") + "\n"
//		}
//		return text
//	}
//
// Use instead:
//
//	func csv(rows [][]string) string {
//		var text strings.Builder
//		for _, row := range rows {
//			text.WriteString(strings.Join(row, ",") + "\n")
//		}
//		return text.String()
//	}
//
// A loop that does nothing but put a separator between strings is strings.Join;
// one that adds the same piece again and again is strings.Repeat. Where pieces
// are put in front, append them to a slice, and join it after slices.Reverse.
//
// Not reported: variables that are new or reset in each turn, growth after which
// the loop is left, and strings whose value each turn uses, where a Builder saves
// little; reading the length, comparing with "" and looking at the last byte do
// not count as use. Loops known to be short: constant bounds, small literals,
// command-line arguments, the digits of a number, padding to a constant width,
// the way from a node to the root of its tree. Strings that grow in a function or
// method that the loop calls, closures excepted. Text about errors, and packages
// that deal with them. Code that runs rarely: set-up, String and Error methods,
// usage messages, error paths.
//
// A notice only, unless a benchmark runs it: text for somebody who takes
// longer than it takes to make it, that is, part of a request that the program
// sends, a query of a database without rows to insert, one line of a log; a
// string that starts anew on some turns, and so stays short; and the start of
// a text that a loop ranges over, which a slice of it is, too. Unless a second
// loop around it, or around the call of its function, makes many, also: loops
// over what comes by the handful (headers, form values, cookies, labels,
// columns, the parts of a name, what a parser finds between dots), and growth
// for one kind of elements only (if m.Role == "system"). Where no second loop
// at all makes it often, also: a message, by the name of what sends it, unless
// requests cause it; and strings that are short by their name or the
// function's (a name, key, title, path) or as they take one character a turn
// until one is the last.
//
// Fix: offered for a local variable of type string, declared on its own, that
// grows at its end only and that the loops do not read but to measure it or to
// return it. The declaration becomes a strings.Builder of the same name, and
// reads become s.String() and s.Len(). Not offered for parameters, results,
// fields, variables shared with closures, deferred calls or goroutines,
// variables assigned elsewhere, functions with goto, and where a comment or
// another meaning of the name strings is in the way.
//
// Measured cost: Go 1.26, pieces of 8 bytes, += against a strings.Builder (see
// bench/concatloop):
//
//	pieces      +=                      strings.Builder
//	   4       72 B    3 allocs          56 B  3 allocs    1.2 times as fast
//	  16      1.1 KB  15 allocs         248 B  5 allocs    2.5
//	  64       17 KB  63 allocs         1.0 KB  7 allocs   8.6
//	1000      4.3 MB 999 allocs          34 KB 15 allocs   111
//
// strings.Join takes one allocation, and is 12 times as fast as += for 64
// strings.
//
// Options:
//
//   - -concatloop.level: lowest level that is reported, warning (default) or
//     notice.
//
// References: https://pkg.go.dev/strings#Builder,
// https://go.dev/ref/spec#String_concatenation
package concatloop
