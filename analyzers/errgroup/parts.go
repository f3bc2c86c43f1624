package errgroup

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// configWords in a name say that it holds what somebody configured.
var configWords = []string{"config", "cfg", "conf", "settings", "options", "opts", "flags", "spec"}

// partWords name parts of the program, of which there are as many as somebody
// wrote down, kinds of things, and places where machines stand: there are few,
// even if they were fetched.
var partWords = slices.Concat(kindWords, placeWords, heat.PartWords)

var placeWords = []string{"region", "zone", "datacenter"}

// siteWords name parts of a deployment. Where they were fetched there may be
// more, and often are not.
var siteWords = []string{
	"cluster", "node", "service", "partition", "bucket", "source", "target", "destination", "stream", "topic",
	"addr", "address", "host", "member", "producer", "consumer",
}

// scarceWords name what there is mostly little of, too, where it was fetched.
var scarceWords = slices.Concat(siteWords, []string{
	"instance", "master", "slave", "leader", "follower", "network", "namespace", "container", "device", "volume",
	"mount", "worktree", "remote", "group", "role",
})

// isPart reports whether the elements of a range statement, or of what calls a
// literal for each, are parts of the program: by their type, or by what they are
// called.
func (s *sources) isPart(loop ast.Node, words []string) bool {
	var elements []ast.Expr
	switch loop := loop.(type) {
	case *ast.RangeStmt:
		if soundsLike(query.LastName(loop.X), words) {
			return true
		}
		elements = []ast.Expr{loop.Key, loop.Value}
	case *ast.FuncLit:
		for _, field := range loop.Type.Params.List {
			for _, name := range field.Names {
				elements = append(elements, name)
			}
		}
	}
	for _, e := range elements {
		id, ok := e.(*ast.Ident)
		if !ok || id.Name == "_" {
			continue
		}
		t := s.TypesInfo.TypeOf(id)
		if t == nil {
			continue
		}
		if isFunc(t) || isComponent(t) || holdsClient(t) || soundsLike(id.Name, words) {
			return true
		}
		n := named(t)
		if n == nil {
			continue
		}
		name := n.Obj().Name()
		for _, end := range []string{"Info", "ID", "Key"} {
			name = strings.TrimSuffix(name, end)
		}
		if soundsLike(name, words) {
			return true
		}
	}
	return false
}

// soundsLike reports whether a name ends with one of words; a resource is no
// source.
func soundsLike(name string, words []string) bool {
	return heat.Sounds(name, words) && !heat.Sounds(name, []string{"resource"})
}

// saysParts reports whether a name or a type says that a loop runs over parts of
// the program or its configuration.
func (s *sources) saysParts(cur inspector.Cursor) bool {
	loop, ok := cur.Node().(*ast.RangeStmt)
	return !ok || s.isConfig(loop.X) || s.isPart(loop, partWords)
}

// isConfig reports whether e is, or is part of, what somebody configured.
func (s *sources) isConfig(e ast.Expr) bool {
	if heat.Sounds(query.LastName(e), configWords) || isConfigType(s.TypesInfo.TypeOf(e)) {
		return true
	}
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	return ok && s.isConfig(sel.X)
}

// isConfigType reports whether the name of a type says that it holds what
// somebody configured.
func isConfigType(t types.Type) bool {
	n := named(t)
	return n != nil && heat.Sounds(n.Obj().Name(), configWords)
}

// isComponent reports whether values of t live as long as what they are part
// of: they hold locks, channels or connections, or can be started and stopped.
func isComponent(t types.Type) bool {
	if t == nil {
		return false
	}
	n := named(t)
	if n == nil {
		return false
	}
	if i, ok := n.Underlying().(*types.Interface); ok {
		return slices.ContainsFunc([]string{"Run", "Start", "Stop", "Serve", "Close", "Shutdown", "Accept"}, func(name string) bool {
			return methodNamed(i, name)
		})
	}
	st, ok := n.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		if livesLong(f.Type()) {
			return true
		}
	}
	return false
}

// holdsClient reports whether values of t have a client or a connection of their
// own: there are as many as there are peers.
func holdsClient(t types.Type) bool {
	st := namedStruct(t)
	if st == nil {
		return false
	}
	for f := range st.Fields() {
		if heat.Sounds(query.TypeName(f.Type()), []string{"client", "conn", "connection"}) && hasMethods(f.Type()) {
			return true
		}
	}
	return false
}

// hasMethods reports whether t is more than data.
func hasMethods(t types.Type) bool {
	n := named(t)
	return n != nil && (types.IsInterface(n) || n.NumMethods() > 0)
}

func methodNamed(i *types.Interface, name string) bool {
	for m := range i.Methods() {
		if m.Name() == name {
			return true
		}
	}
	return false
}

// livesLong reports whether a field of type t makes its struct a component.
func livesLong(t types.Type) bool {
	if _, ok := t.Underlying().(*types.Chan); ok {
		return true
	}
	n := named(t)
	if n == nil || n.Obj().Pkg() == nil {
		return false
	}
	switch n.Obj().Pkg().Path() {
	case "sync":
		return n.Obj().Name() != "Once"
	case "net", "net/http", "database/sql":
		switch n.Obj().Name() {
		case "Conn", "Listener", "Server", "Client", "DB", "Transport":
			return true
		}
	}
	return false
}
