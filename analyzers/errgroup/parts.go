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
		for _, end := range []string{"Info", "ID"} {
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

// lastsLong reports whether a task runs for the life of what starts it: it
// loops without end, consumes a channel, or is called so.
func (c *checker) lastsLong(s start) bool {
	body := c.body(s)
	if body != nil && c.loopsForever(body, true) {
		return true
	}
	if fn := c.named(s.task); fn != nil {
		return soundsLong(fn.Name())
	}
	if sel, ok := s.task.(*ast.SelectorExpr); ok {
		return soundsLong(sel.Sel.Name)
	}
	return false
}

// loopsForever reports whether statements loop without end or until a channel
// is closed, there or, if deep, in a function they call.
func (c *checker) loopsForever(body *ast.BlockStmt, deep bool) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.ForStmt:
			// A loop that takes pages ends; one that takes messages does not.
			found = found || n.Cond == nil && n.Init == nil && c.funcs.receives(n.Body)
		case *ast.RangeStmt:
			// Of a channel made there, something there knows the end.
			if t := c.TypesInfo.TypeOf(n.X); t != nil && !isOwn(body, variable(c.TypesInfo, n.X)) {
				_, ch := t.Underlying().(*types.Chan)
				found = found || ch
			}
		case *ast.CallExpr:
			if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok && soundsLong(sel.Sel.Name) && !ends(sel.Sel.Name) {
				fn := query.Callee(c.TypesInfo, n)
				found = found || fn == nil || !isRemote(fn) // a program that is run ends
			}
			if decl := c.funcs.callee(n); decl != nil && deep && !found {
				found = c.loopsForever(decl.Body, false)
			}
		}
		return !found
	})
	return found
}

// ends reports whether a method of this name ends a component, or closes what
// every task closes: a body, a file.
func ends(name string) bool {
	return slices.Contains([]string{"stop", "close", "shutdown", "drain"}, strings.ToLower(name))
}

// soundsLong reports whether a method of this name runs, or ends, a component.
func soundsLong(name string) bool {
	if ends(name) {
		return true
	}
	name = strings.ToLower(name)
	if slices.Contains([]string{"run", "serve", "start", "loop", "listen", "watch", "accept", "consume", "work", "worker", "monitor", "poll"}, name) {
		return true
	}
	return slices.ContainsFunc([]string{"loop", "worker", "forever", "listenandserve"}, func(w string) bool { return strings.HasSuffix(name, w) }) ||
		slices.ContainsFunc([]string{"serve", "listen", "watch", "startworker", "run", "monitor"}, func(w string) bool { return strings.HasPrefix(name, w) })
}

// sourcesAt returns the sources of the declared function around cur, or of the
// literal that a package variable holds.
func (c *checker) sourcesAt(cur inspector.Cursor) (*sources, bool) {
	if decl, ok := declAt(cur); ok {
		return c.sourcesIn(decl), true
	}
	found := false
	for lit := range cur.Enclosing((*ast.FuncLit)(nil)) {
		cur, found = lit, true // the outermost one
	}
	return c.sourcesIn(cur), found
}
