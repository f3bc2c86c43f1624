package rule

import (
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// Use records that subject costs at cur, for findings about subject. what says
// how, as the last step of the chain: "appended per row in (*Store).List".
func (p *Pass) Use(subject types.Object, cur inspector.Cursor, what string) {
}

// IsSubject reports whether a finding, of this package or another, is about
// obj. It is for [Rule.Uses].
func (p *Pass) IsSubject(obj types.Object) bool {
	return false
}

// Mark sets a mark; because holds the marks of which one must be set for it to
// count, if any: a function that limits because one that it calls does.
func (p *Pass) Mark(m Mark, because ...Mark) {
}
