package directive

import (
	"slices"
	"strings"
)

// Form is a way to write a directive.
type Form int

// The forms.
const (
	Zenith Form = iota // //zenith:ignore rule[,rule] reason
	Lint               // //lint:ignore rule[,rule] reason, as of staticcheck
	Nolint             // //nolint:rule[,rule] // reason, as of golangci-lint
)

// Prefixes of the forms.
const (
	zenithPrefix = "//zenith:ignore"
	lintPrefix   = "//lint:ignore"
	nolintPrefix = "//nolint"
)

// linter names all rules in a //nolint.
const linter = "zenithlint"

// Directive is a comment that suppresses findings.
type Directive struct {
	Form   Form
	Names  []Name // of rules, ours or other tools'
	All    bool   // a //nolint of every linter there is
	Reason string // empty: none is given
}

// Name is a name in a directive.
type Name struct {
	Text string
	At   int // offset in the comment
}

// Covers reports whether the directive suppresses findings of a rule.
func (d *Directive) Covers(rule string) bool {
	return d.All || slices.ContainsFunc(d.Names, func(n Name) bool {
		return n.Text == rule || d.Form == Nolint && n.Text == linter
	})
}

// Ours reports whether the directive is meant for zenithlint: it has our form,
// or names us or one of our rules.
func (d *Directive) Ours(rules []string) bool {
	return d.Form == Zenith || slices.ContainsFunc(d.Names, func(n Name) bool {
		return slices.Contains(rules, n.Text) || d.Form == Nolint && n.Text == linter
	})
}

// Parse reads a comment. Names of other tools, and those that nobody knows, are
// names like others. A bare //nolint is golangci-lint's own and suppresses
// everything, as it does there.
func Parse(text string) (d Directive, ok bool) {
	if rest, ok := strings.CutPrefix(text, zenithPrefix); ok && endsWord(rest) {
		return parseIgnore(Zenith, text, len(zenithPrefix)), true
	}
	if rest, ok := strings.CutPrefix(text, lintPrefix); ok && endsWord(rest) {
		return parseIgnore(Lint, text, len(lintPrefix)), true
	}
	rest, ok := strings.CutPrefix(text, nolintPrefix)
	switch {
	case !ok:
		return d, false
	case strings.HasPrefix(rest, ":"):
		return parseNolint(text), true
	}
	return Directive{Form: Nolint, All: true}, endsWord(rest)
}

func endsWord(rest string) bool { return rest == "" || rest[0] == ' ' || rest[0] == '\t' }

// parseIgnore reads a list of names and a reason, which begin at offset at of
// text. In our own form, spaces may follow the commas.
func parseIgnore(form Form, text string, at int) Directive {
	d := Directive{Form: form}
	for {
		at += len(text[at:]) - len(strings.TrimLeft(text[at:], " \t"))
		end := at + strings.IndexAny(text[at:]+" ", " \t")
		for field := range strings.SplitSeq(text[at:end], ",") {
			d.add(field, at)
			at += len(field) + 1
		}
		if at = end; form != Zenith || at == len(text) || text[at-1] != ',' {
			break
		}
	}
	d.Reason = strings.TrimSpace(text[at:])
	return d
}

// parseNolint reads what follows //nolint:.
func parseNolint(text string) Directive {
	d := Directive{Form: Nolint}
	at := len(nolintPrefix) + 1
	list, reason, explained := strings.Cut(text[at:], "//")
	d.Reason = strings.TrimSpace(reason)
	for field := range strings.SplitSeq(list, ",") {
		trimmed := strings.TrimLeft(field, " \t")
		name, more, _ := strings.Cut(trimmed, " ")
		if more = strings.TrimSpace(more); more != "" && !explained && d.Reason == "" {
			d.Reason = more // golangci-lint reads no reason there, people do
		}
		d.All = d.All || name == "all"
		d.add(name, at+len(field)-len(trimmed))
		at += len(field) + 1
	}
	return d
}

func (d *Directive) add(name string, at int) {
	if name != "" {
		d.Names = append(d.Names, Name{name, at})
	}
}
