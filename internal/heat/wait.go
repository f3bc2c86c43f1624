package heat

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
)

// isRetry reports whether a loop repeats one thing until it works: the counter
// in its header says so.
func isRetry(header ...ast.Node) bool {
	retry := false
	for _, n := range header {
		if n == nil {
			continue
		}
		ast.Inspect(n, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				name := strings.ToLower(id.Name)
				retry = retry || name == "tries" || strings.Contains(name, "retry") || strings.Contains(name, "retries") || strings.Contains(name, "attempt")
			}
			return true
		})
	}
	return retry
}

// waits reports whether each turn of a loop waits for time to pass or for
// somebody to connect.
func (g *graph) waits(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.ForStmt, *ast.RangeStmt:
			return false // waits in there are those of another function or loop
		case *ast.IfStmt:
			if g.coldIf(n) != "" {
				return false
			}
		case *ast.SelectStmt:
			found = found || g.waitsForTime(n)
			return false
		case *ast.UnaryExpr:
			if n.Op == token.ARROW && g.isClock(n.X) {
				found = true
			}
		case *ast.CallExpr:
			fn := query.Callee(g.info, n)
			switch {
			case query.IsFunc(fn, "time", "Sleep"):
				found = true
			case isAccept(fn):
				found = true
			}
		}
		return !found
	})
	return found
}

// isAccept reports whether fn waits for the next connection.
func isAccept(fn *types.Func) bool {
	if fn == nil || fn.Signature().Recv() == nil || fn.Signature().Params().Len() > 1 || fn.Signature().Results().Len() != 2 {
		return false
	}
	rest, ok := strings.CutPrefix(fn.Name(), "Accept")
	return ok && (rest == "" || rest == "TCP" || rest == "Unix" || strings.HasSuffix(rest, "Conn"))
}

// waitsForTime reports whether a select has only cases of clocks and done
// channels, and no default.
func (g *graph) waitsForTime(s *ast.SelectStmt) bool {
	clock := false
	for _, c := range s.Body.List {
		comm := c.(*ast.CommClause).Comm
		var recv *ast.UnaryExpr
		if comm != nil {
			ast.Inspect(comm, func(n ast.Node) bool {
				if u, ok := n.(*ast.UnaryExpr); ok && u.Op == token.ARROW {
					recv = u
				}
				return recv == nil
			})
		}
		if recv == nil {
			return false
		}
		if !g.isClock(recv.X) {
			return false
		}
		clock = true
	}
	return clock
}

// isClock reports whether ch is a channel that carries no data: of times, or of
// empty structs.
func (g *graph) isClock(ch ast.Expr) bool {
	t := g.typeOf(ch)
	if t == nil {
		return false
	}
	c, ok := t.Underlying().(*types.Chan)
	if !ok {
		return false
	}
	return query.IsNamed(c.Elem(), "time", "Time") || query.IsNamed(c.Elem(), "os", "Signal") || query.IsEmptyStruct(c.Elem())
}
