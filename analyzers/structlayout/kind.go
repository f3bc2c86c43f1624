package structlayout

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"
	"strings"
)

// isPlaced reports whether somebody placed the fields of s on purpose: with
// padding, or for code that is not Go.
func isPlaced(s *types.Struct) bool {
	for f := range s.Fields() {
		name := strings.ToLower(f.Name())
		if isNamedIn(f.Type(), "structs", "HostLayout") || isNamedIn(f.Type(), "golang.org/x/sys/cpu", "CacheLinePad") ||
			isNamedIn(f.Type(), "internal/cpu", "CacheLinePad") || isC(f.Type()) {
			return true
		}
		if f.Name() == "_" && !isEmpty(f.Type()) || isBytes(f.Type()) && strings.Contains(name, "pad") {
			return true
		}
	}
	return false
}

// isNamedIn reports whether t is the type path.name, also vendored.
func isNamedIn(t types.Type, path, name string) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Name() != name || named.Obj().Pkg() == nil {
		return false
	}
	p := named.Obj().Pkg().Path()
	return p == path || strings.HasSuffix(p, "/vendor/"+path)
}

// isC reports whether t is, or points to, a type of cgo.
func isC(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && (strings.HasPrefix(named.Obj().Name(), "_Ctype_") || named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "C")
}

// isEmpty reports whether values of t take no room.
func isEmpty(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			if !isEmpty(f.Type()) {
				return false
			}
		}
		return true
	case *types.Array:
		return u.Len() == 0 || isEmpty(u.Elem())
	}
	return false
}

// isBytes reports whether t is an array of bytes.
func isBytes(t types.Type) bool {
	a, ok := t.Underlying().(*types.Array)
	if !ok {
		return false
	}
	return isByte(a.Elem())
}

func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Uint8
}

// orderIsOutput reports whether the order of the fields of s shows in what is
// written: tags, also of what it embeds, are read by code that walks the fields.
func orderIsOutput(s *types.Struct) bool {
	if hasTags(s) {
		return true
	}
	for f := range s.Fields() {
		if e, ok := deref(f.Type()).Underlying().(*types.Struct); ok && f.Embedded() && hasTags(e) {
			return true
		}
	}
	return false
}

func hasTags(s *types.Struct) bool {
	for i := range s.NumFields() {
		if s.Tag(i) != "" {
			return true
		}
	}
	return false
}

// onPurpose matches comments about the order of fields.
var onPurpose = regexp.MustCompile(`(?i)align|\bpad(ding|ded)?\b|re-?order|\border of (the )?fields|\bfield order|cache ?line|\b(memory|struct|field|binary|wire|disk) layout\b|\b(must|has to|needs to) (be|come|stay|remain) (the )?(first|last)|\bfirst field|\bfalse sharing`)

// saysPlaced reports whether a comment at or in the struct speaks about the
// order of its fields.
func (c *checker) saysPlaced(spec *ast.TypeSpec) bool {
	for _, file := range c.Pass.Pass.Files {
		if file.FileStart > spec.Pos() || spec.Pos() >= file.FileEnd {
			continue
		}
		line := func(n ast.Node) int { return c.Fset.PositionFor(n.End(), false).Line }
		first := c.Fset.PositionFor(spec.Pos(), false).Line
		for _, group := range file.Comments {
			above := group.End() <= spec.Pos() && line(group) == first-1
			if (above || group.Pos() > spec.Pos() && line(group) <= line(spec)) && onPurpose.MatchString(text(group)) {
				return true
			}
		}
	}
	return false
}

// text returns the text of a comment, directives included.
func text(group *ast.CommentGroup) string {
	var b strings.Builder
	for _, c := range group.List {
		b.WriteString(c.Text + "\n")
	}
	return b.String()
}

// actors are types of which a struct that is one of many has no field: it is a
// connection, a worker, a service, or owns a buffer that is larger than itself.
var actors = map[string][]string{
	"bufio":    {"Reader", "ReadWriter", "Scanner", "Writer"},
	"bytes":    {"Buffer"},
	"context":  {"Context", "CancelFunc", "CancelCauseFunc"},
	"io":       {"Closer", "ReadCloser", "ReadSeeker", "ReadWriteCloser", "ReadWriter", "Reader", "WriteCloser", "Writer"},
	"log":      {"Logger"},
	"log/slog": {"Logger"},
	"net":      {"Conn", "Listener", "UDPConn", "TCPConn"},
	"net/http": {"Client", "Server", "Transport", "RoundTripper", "ResponseWriter", "Request", "Handler"},
	"os":       {"File"},
	"os/exec":  {"Cmd"},
	"strings":  {"Builder"},
	"sync":     {"Cond", "Once", "Pool", "WaitGroup"},
	"time":     {"Ticker", "Timer"},

	"database/sql":               {"DB", "Tx", "Stmt"},
	"github.com/go-kit/log":      {"Logger"},
	"github.com/rs/zerolog":      {"Logger"},
	"github.com/sirupsen/logrus": {"Logger", "Entry"},
	"go.uber.org/zap":            {"Logger", "SugaredLogger"},
}

// isActor reports whether values of s are no plain data, and so are not what is
// made in volume, or weigh more than what padding adds: they wait, are
// cancelled, log, serve, call back, or own a map, or lists of structs with lists
// of their own; or belong to something that does.
func isActor(s *types.Struct) bool {
	if slices.ContainsFunc(listed(s), func(t *types.Struct) bool { return t != s && len(listed(t)) > 0 }) {
		return true
	}
	for f := range s.Fields() {
		if acts(f.Type()) {
			return true
		}
		if p, ok := f.Type().Underlying().(*types.Pointer); ok {
			if owner, ok := p.Elem().Underlying().(*types.Struct); ok && slices.ContainsFunc(slices.Collect(owner.Fields()), func(f *types.Var) bool { return acts(f.Type()) }) {
				return true
			}
		}
	}
	return false
}

// listed returns the other structs that fields of s are lists of.
func listed(s *types.Struct) (of []*types.Struct) {
	for f := range s.Fields() {
		list, ok := f.Type().Underlying().(*types.Slice)
		if !ok {
			continue
		}
		if t, ok := deref(list.Elem()).Underlying().(*types.Struct); ok && t != s {
			of = append(of, t)
		}
	}
	return of
}

// acts reports whether a field of type t makes its struct an actor.
func acts(t types.Type) bool {
	t = deref(t)
	switch t.Underlying().(type) {
	case *types.Chan, *types.Map, *types.Signature:
		return true
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && slices.Contains(actors[named.Obj().Pkg().Path()], named.Obj().Name())
}
