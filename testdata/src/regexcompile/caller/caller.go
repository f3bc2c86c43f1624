// Package caller calls what compiles in another package.
package caller

import (
	"net/http"

	"regexcompile/helper"
)

func handle(w http.ResponseWriter, r *http.Request) {
	helper.Slug(r.Host)      // want "call of helper.Slug compiles `.*` each time \\(helper.go:10\\) \\[request"
	helper.Title(r.Host)     // want "call of helper.Title -> .*Slug compiles `.*` each time"
	helper.Sometimes(r.Host) // nope: not on every call
	var f helper.Filter
	f.Match(r.Host) // nope
	f.Clean(r.Host) // want "call of .*Clean compiles pattern"
}

// nope: nothing shows that it is called often; a fact tells the next package
func Quiet(s string) string { // want Quiet:"helper.Slug: compiles `.*`"
	return helper.Slug(s)
}
