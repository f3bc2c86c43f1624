package directive

import (
	"fmt"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/finding"
	"github.com/zenithlint/zenithlint/internal/suggest"
)

// Problem is something wrong with a directive.
type Problem struct {
	Message  string
	Remedy   string
	From, To int     // what it is about, as offsets in the comment
	Fix      *Change // nil: there is none
}

// Change is how a comment is repaired: removed, or edited at offsets in it.
type Change struct {
	Message string
	Remove  bool
	Edits   []finding.Edit
}

// Check returns what is wrong with the directive in the comment text. rules are
// the names of all rules there are; useless tells which of them certainly have
// nothing to suppress there. What stands in it for other tools is not judged.
func (d *Directive) Check(text string, rules []string, useless func(rule string) bool) []Problem {
	if d.All || !d.Ours(rules) {
		return nil
	}
	whole := Problem{To: len(text)}
	var unknown, idle []int
	for i, name := range d.Names {
		switch {
		case d.Form == Nolint && name.Text == linter:
			if !slices.ContainsFunc(rules, func(rule string) bool { return rule != Rule && !useless(rule) }) {
				idle = append(idle, i)
			}
		case slices.Contains(rules, name.Text):
			if name.Text != Rule && useless(name.Text) {
				idle = append(idle, i)
			}
		case d.Form == Zenith:
			unknown = append(unknown, i)
		}
	}
	switch {
	case len(d.Names) == 0:
		whole.Message, whole.Remedy = "directive names no rule", zenithPrefix+" RULE reason"
		whole.Fix = &Change{Message: "Remove the directive", Remove: true}
		return []Problem{whole}
	case len(idle) == len(d.Names):
		whole.Message, whole.Remedy = "directive suppresses nothing", "no directive"
		whole.Fix = &Change{Message: "Remove the directive", Remove: true}
		return []Problem{whole}
	}
	var list []Problem
	for _, i := range unknown {
		list = append(list, d.unknown(i, rules))
	}
	if len(idle) > 0 {
		list = append(list, d.idle(idle))
	}
	if d.Reason == "" {
		whole.Message = "directive gives no reason"
		whole.Remedy = "a few words behind the names that say why the code stays as it is"
		list = append(list, whole)
	}
	return list
}

// unknown is the problem that nobody knows a name.
func (d *Directive) unknown(i int, rules []string) Problem {
	name := d.Names[i]
	p := Problem{
		Message: fmt.Sprintf("directive names an unknown rule: %q", name.Text),
		Remedy:  "zenithlint rules lists the rules",
		From:    name.At, To: name.At + len(name.Text),
	}
	near := suggest.Nearest(name.Text, rules)
	switch {
	case near == "":
		return p
	case slices.ContainsFunc(d.Names, func(n Name) bool { return n.Text == near }):
		p.Fix = &Change{Message: "Remove " + name.Text, Edits: d.drop([]int{i})}
	default:
		p.Fix = &Change{Message: "Replace it with " + near, Edits: []finding.Edit{{Start: p.From, End: p.To, NewText: near}}}
	}
	p.Remedy = near
	return p
}

// Means reports whether the directive names what seems to be a misspelling of
// rule, which is one of rules.
func (d *Directive) Means(rule string, rules []string) bool {
	return d.Form == Zenith && slices.ContainsFunc(d.Names, func(n Name) bool {
		return !slices.Contains(rules, n.Text) && suggest.Nearest(n.Text, rules) == rule
	})
}

// idle is the problem that some names of several have nothing to suppress.
func (d *Directive) idle(which []int) Problem {
	var names []string
	for _, i := range which {
		names = append(names, d.Names[i].Text)
	}
	first, last := d.Names[which[0]], d.Names[which[len(which)-1]]
	text := strings.Join(names, " and ")
	return Problem{
		Message: "directive suppresses nothing of " + text,
		Remedy:  "the other names alone",
		From:    first.At, To: last.At + len(last.Text),
		Fix: &Change{Message: "Remove " + text, Edits: d.drop(which)},
	}
}

// drop returns the edits that remove names, but not all, from the list.
func (d *Directive) drop(which []int) (edits []finding.Edit) {
	tail := len(d.Names) // first of those at the end that all go
	for tail > 0 && slices.Contains(which, tail-1) {
		tail--
	}
	for _, i := range which {
		e := finding.Edit{Start: d.Names[i].At}
		if i < tail {
			e.End = d.Names[i+1].At
		} else {
			before := d.Names[i-1]
			e.Start, e.End = before.At+len(before.Text), d.Names[i].At+len(d.Names[i].Text)
		}
		edits = append(edits, e)
	}
	return edits
}

// Resolve returns the edits of src that make the change of the comment at
// [start, end). With the last thing on a line, the line goes too.
func (c *Change) Resolve(src []byte, start, end int) []finding.Edit {
	if !c.Remove {
		var edits []finding.Edit
		for _, e := range c.Edits {
			edits = append(edits, finding.Edit{Start: start + e.Start, End: start + e.End, NewText: e.NewText})
		}
		return edits
	}
	line := lineStart(src, start)
	if code := strings.TrimRight(string(src[line:start]), " \t"); code != "" && code != byteOrderMark {
		return []finding.Edit{{Start: line + len(code), End: end}}
	} else if code != "" {
		line += len(code)
	}
	return []finding.Edit{{Start: line, End: nextLine(src, end)}}
}
