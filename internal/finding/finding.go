// Package finding holds what the linter says, as plain data: what every output
// format, the fixer and later stages work on.
package finding

// Finding is one reported red flag.
type Finding struct {
	Rule    string
	Message string // states the fact about this code; one line
	Remedy  string // the cheaper form in a few words; may be empty
	Cost    string // the measured cost; may be empty
	Level   string // "warning" or "notice"

	// File is absolute. Lines and columns count from 1, columns in bytes; the
	// end is exclusive. They follow //line comments.
	File                             string
	Line, Column, EndLine, EndColumn int

	Package  string // import path
	Function string // enclosing function, "(*T).M" or "F"; empty at package level

	Class   string  // why it is hot: a heat.Class
	Chain   []Step  // evidence first, the finding's own place last
	Share   float64 // share of a profile's samples, from 0 to 1; 0 without a profile
	URL     string  // the rule's page
	Related []Step  // further positions of the same flag
	Fix     *Fix    // nil: none is safe

	Fingerprint string // see [Fingerprint]; empty until that is called
	Code        string // digest of the text of the line without its layout; set with the fingerprint
}

// Step is a place with what happens there.
type Step struct {
	What string
	File string // absolute
	Line int
}

// Fix is a set of edits of one file that belong together.
type Fix struct {
	Message string // the cure: verb first
	File    string // absolute
	Edits   []Edit // sorted, not overlapping
}

// Edit replaces the bytes [Start, End) of the file by NewText.
type Edit struct {
	Start, End int
	NewText    string
}

// Error is something that kept a package, or a rule on a package, from being
// analysed.
type Error struct {
	Package string // import path or pattern; may be empty
	File    string // absolute; may be empty
	Line    int    // 0 if unknown
	Column  int    // 0 if unknown
	Message string // one line
}

// Phase is the time that a part of the run took, for -timing.
type Phase struct {
	Name    string
	Seconds float64
}
