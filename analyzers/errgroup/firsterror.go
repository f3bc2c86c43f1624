package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// keepsFirst reports whether one of the errors of the tasks of g, and no more,
// reaches the function, and notes how.
func (c *checker) keepsFirst(g *handBuilt) bool {
	for _, s := range g.tasks {
		lit := s.task.(*ast.FuncLit)
		ctx, _ := c.contextIn(lit)
		if ctx != nil && g.ctx == nil && !c.stopsOthers(lit) {
			g.ctx = ctx
		}
		g.delivers = g.delivers || c.delivers(lit)
		if v := c.sendsError(lit); v != nil && c.readsOne(g, v) {
			g.err = v
		}
		if v := c.setsError(lit); v != nil && c.waitsFor(g) && !c.looksAt(g, v) {
			g.err = v
		}
	}
	return g.err != nil && c.declares(g.tasks[0].cur, g.err) == g.fn
}

// delivers reports whether a task sends to a channel of others than the function
// that waits for it.
func (c *checker) delivers(lit *ast.FuncLit) bool {
	found := false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		if send, ok := n.(*ast.SendStmt); ok && !c.isToken(send.Value) {
			v := variable(c.TypesInfo, send.Chan)
			found = found || v != nil && v.Kind() != types.LocalVar
		}
		return !found
	})
	return found
}

// sendsError returns the local channel of errors that a task sends to.
func (c *checker) sendsError(lit *ast.FuncLit) *types.Var {
	var found *types.Var
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		send, ok := n.(*ast.SendStmt)
		if !ok {
			return true
		}
		v := variable(c.TypesInfo, send.Chan)
		if v != nil && v.Kind() == types.LocalVar && isErrorChan(v.Type()) {
			found = v
		}
		return true
	})
	return found
}

func isErrorChan(t types.Type) bool {
	ch, ok := t.Underlying().(*types.Chan)
	return ok && isError(ch.Elem())
}

// readsOne reports whether the function takes one error out of ch after its
// tasks: it returns with the first, or reads only once.
func (c *checker) readsOne(g *handBuilt, ch *types.Var) bool {
	reads, one := 0, true
	for use := range query.Uses(g.fn, c.TypesInfo, ch) {
		switch use.ParentEdgeKind() {
		case edge.RangeStmt_X:
			reads++
			one = one && returnsFirst(use.Parent().Node().(*ast.RangeStmt).Body)
		case edge.UnaryExpr_X:
			if use.Parent().Node().(*ast.UnaryExpr).Op != token.ARROW {
				return false
			}
			reads++
			for loop := range use.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
				body := loopBody(loop.Node())
				one = one && (!g.fn.Contains(loop) || returnsFirst(body))
			}
		case edge.CallExpr_Args: // len, cap, close; or handed on
			call := use.Parent().Node().(*ast.CallExpr)
			if id, ok := call.Fun.(*ast.Ident); !ok || !c.TypesInfo.Types[id].IsBuiltin() {
				return false
			}
		case edge.SendStmt_Chan:
		default:
			return false
		}
	}
	return reads == 1 && one
}

// returnsFirst reports whether the body of a loop over errors leaves with the
// first that is not nil, and does nothing else.
func returnsFirst(body *ast.BlockStmt) bool {
	leaves := false
	for _, s := range body.List {
		switch s := s.(type) {
		case *ast.ReturnStmt:
			leaves = true
		case *ast.AssignStmt:
		case *ast.IfStmt:
			n := len(s.Body.List)
			if n == 0 || s.Else != nil {
				return false
			}
			_, ok := s.Body.List[n-1].(*ast.ReturnStmt)
			leaves = leaves || ok
		default:
			return false
		}
	}
	return leaves
}

// setsError returns the variable of the function that a task sets to its error
// if no other has: under a lock, or by a sync.Once.
func (c *checker) setsError(lit *ast.FuncLit) *types.Var {
	var found *types.Var
	guarded := false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn := query.Callee(c.TypesInfo, n)
			guarded = guarded || query.IsMethod(fn, "sync", "Mutex", "Lock") || query.IsMethod(fn, "sync", "Once", "Do")
		case *ast.AssignStmt:
			if len(n.Lhs) != 1 || n.Tok != token.ASSIGN {
				return true
			}
			v := variable(c.TypesInfo, n.Lhs[0])
			outer := v != nil && v.Kind() == types.LocalVar && isError(v.Type()) && (v.Pos() < lit.Pos() || v.Pos() > lit.End())
			if outer && !query.Mentions(c.TypesInfo, n.Rhs[0], v) {
				found = v
			}
		}
		return true
	})
	if !guarded {
		return nil
	}
	return found
}

// looksAt reports whether the loop that starts the tasks of g looks at v, which
// gets their errors: it starts no more after the first.
func (c *checker) looksAt(g *handBuilt, v *types.Var) bool {
	loop := inspector.Cursor{}
	for loop = range g.tasks[0].cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		break
	}
	if !loop.Valid() || !g.fn.Contains(loop) {
		return false
	}
	for use := range query.Uses(loop, c.TypesInfo, v) {
		if query.Func(use) == g.fn && use.ParentEdgeKind() != edge.AssignStmt_Lhs {
			return true
		}
	}
	return false
}
