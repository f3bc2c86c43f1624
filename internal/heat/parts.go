package heat

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
)

// PartWords name parts of a program. There are as many as somebody wrote down
// or set up, whatever holds them.
var PartWords = []string{
	"worker", "listener", "server", "provider", "plugin", "component", "module", "subsystem", "backend", "upstream",
	"endpoint", "peer", "replica", "shard", "broker", "queue", "store", "disk", "drive", "client", "conn", "handler",
	"hook", "runner", "watcher", "informer", "controller", "collector", "exporter", "sink", "querier", "reader", "writer",
	"loop", "processor", "scheduler", "monitor", "check", "signal", "iface", "interface", "pool", "manager", "subscriber",
	"observer", "callback", "func", "agent", "driver", "engine", "resolver", "notifier", "channel", "arg", "param", "step",
	"stage", "phase",
}

// Sounds reports whether the last word of a name, in singular, is one of words.
func Sounds(name string, words []string) bool {
	name = strings.ToLower(name)
	for _, end := range []string{"", "s", "es"} {
		base, ok := strings.CutSuffix(name, end)
		if ok && slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(base, w) }) {
			return true
		}
	}
	return false
}

// overFew reports whether a loop runs over parts of the program or its
// deployment, of which there are few, or over batches of what is many.
func (g *graph) overFew(loop ast.Node) bool {
	switch loop := loop.(type) {
	case *ast.RangeStmt:
		if call, ok := ast.Unparen(loop.X).(*ast.CallExpr); ok && query.IsFunc(query.Callee(g.info, call), "slices", "Chunk") {
			return true
		}
		return g.soundsPart(loop.X) || loop.Value != nil && g.soundsPart(loop.Value)
	case *ast.ForStmt:
		next, ok := loop.Post.(*ast.AssignStmt)
		return ok && slices.ContainsFunc(next.Lhs, g.soundsPart)
	}
	return false
}

// soundsPart reports whether the name of e, or of its type, says that it is a part
// of the program, or that it holds such.
func (g *graph) soundsPart(e ast.Expr) bool {
	return Sounds(query.LastName(e), PartWords) || Sounds(query.TypeName(g.typeOf(e)), PartWords)
}

// overOwn reports whether a loop runs over a list that the receiver has.
func (g *graph) overOwn(loop ast.Node) bool {
	r, ok := loop.(*ast.RangeStmt)
	if !ok {
		return false
	}
	sel, ok := ast.Unparen(r.X).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	id, ok := ast.Unparen(sel.X).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := g.info.Uses[id].(*types.Var)
	return ok && v.Kind() == types.RecvVar
}
