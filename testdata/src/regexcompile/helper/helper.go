// Package helper compiles for callers in other packages.
package helper

import (
	"regexp"
	"strings"
)

func Slug(s string) string { // want Slug:"compiles `\\[\\^a-z\\]\\+`"
	return regexp.MustCompile(`[^a-z]+`).ReplaceAllString(s, "-")
}

func Title(s string) string { // want Title:"Slug: compiles `\\[\\^a-z\\]\\+`"
	return strings.ToTitle(Slug(s))
}

// nope: not on every call
func Sometimes(s string) string {
	if s == "" {
		return regexp.MustCompile(`x+`).ReplaceAllString(s, "-")
	}
	return s
}

type Filter struct{ pattern string }

// nope: what it compiles is not always the same
func (f *Filter) Match(s string) bool {
	ok, _ := regexp.MatchString(f.pattern, s)
	return ok
}

func (f *Filter) Clean(s string) string { // want Clean:"compiles pattern \"\\^\" \\+ regexp.QuoteMeta\\(root\\)"
	return regexp.MustCompile("^"+regexp.QuoteMeta(root)).ReplaceAllString(s, "")
}

var root = "/srv"
