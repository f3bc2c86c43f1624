// Package regexcompile defines an analyzer that reports regular expressions
// that are compiled again and again.
//
// # Analyzer regexcompile
//
// regexcompile: report regular expressions compiled on every call or turn
//
// Compiling a pattern parses it and builds a program: microseconds and dozens
// of allocations, often much more than the match. A pattern that does not
// change compiles to the same program each time, and a regexp.Regexp is safe
// for concurrent use, so it can be compiled once.
//
// Reported are calls of regexp.Compile, MustCompile, their POSIX forms, Match,
// MatchString and MatchReader on request paths and in unbounded loops, there or
// in a caller, also of another package:
//
//   - of a pattern that never changes: a constant, a variable assigned once, or
//     a pure function of those, such as regexp.QuoteMeta or strings.Join;
//   - of a pattern that stays the same in the loop around it;
//   - on request paths and per element of nested loops, of a pattern that comes
//     from what outlives the call: a field of the receiver, a package variable,
//     the configuration that a handler was made with, one of several constants,
//     a parameter for which all callers pass such a value.
//
// Also reported, per element of a request, are uses of a compiled pattern that
// is only text, perhaps with an anchor: a function of package strings does the
// same at a fraction of the cost.
//
// Example:
//
//	func validateEmail(w http.ResponseWriter, r *http.Request) {
//		email := r.FormValue("email")
//		if ok, _ := regexp.MatchString(`^\S+@\S+$`, email); !ok {
//			http.Error(w, "bad address", http.StatusBadRequest)
//		}
//	}
//
// Use instead:
//
//	var emailPattern = regexp.MustCompile(`^\S+@\S+$`)
//
//	func validateEmail(w http.ResponseWriter, r *http.Request) {
//		email := r.FormValue("email")
//		if ok := emailPattern.MatchString(email); !ok {
//			http.Error(w, "bad address", http.StatusBadRequest)
//		}
//	}
//
// A pattern from the configuration belongs, compiled, into a field that the
// constructor sets; patterns from a bounded set, into a map by pattern.
//
// Not reported: package variables, init functions, once bodies and lazy
// initialisation; regexps that are stored in a field, a map, a slice, a package
// variable, a cache or a closure that lives on, or returned as part of a struct,
// since that is work per construction; patterns that differ from turn to turn
// or come from the request; loops that are left right after; patterns that do
// not compile.
//
// Fix: offered for constant patterns given to MustCompile or MustCompilePOSIX,
// or to the other functions where their error is discarded with the blank
// identifier. It declares a package-level variable in front of the function,
// named after what is matched, and uses it wherever the file compiles the same
// pattern; an unexported variable of the package that holds the pattern is
// used as it is. Not offered where the regexp is used for anything but matching
// (Longest may be called on it, it is passed on, compared or copied), where the
// pattern names a local constant, where a comment would be lost, where an
// import would become unused, and in further files of the package that compile
// the pattern, until the first declares the variable.
//
// Measured cost: Go 1.26 (see bench/regexcompile), compiling an e-mail pattern
// and matching 8.2 µs, 5.8 KB and 66 allocations, the match alone 0.6 µs and
// none; regexp.MatchString of a short pattern 3.8 µs, 2.5 KB and 34 allocations
// against 0.3 µs and none with a compiled one. A counted repetition such as
// {8,64} multiplies the cost: 61 µs, 49 KB and 673 allocations. The compiled
// prefix "^GET " takes 57 ns, strings.HasPrefix 2.6 ns.
//
// Options: -regexcompile.level=notice also reports constant patterns in
// functions of which nothing shows that they are called often. The default is
// warning.
//
// References: https://pkg.go.dev/regexp#Regexp,
// https://pkg.go.dev/regexp#MatchString
package regexcompile
