package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/zenithlint/zenithlint/internal/query"
)

// isChoice reports whether the body of a loop calls what s starts on the spot,
// too: those who have many elements choose that.
func (c *checker) isChoice(s start, body *ast.BlockStmt) bool {
	fn := c.named(s.task)
	if fn == nil {
		return false
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt:
			return false
		case *ast.CallExpr:
			found = found || query.Callee(c.TypesInfo, n) == fn
		}
		return !found
	})
	return found
}

// copiesBoth reports whether each turn of a loop copies one way what its task
// copies the other way: it goes on when the peer is done.
func (c *checker) copiesBoth(s start, body *ast.BlockStmt) bool {
	task := c.literal(s)
	if task == nil {
		return false
	}
	copied := make(map[*types.Var]bool)
	c.copies(task.Body, func(v *types.Var) { copied[v] = true })
	found := false
	c.copies(body, func(v *types.Var) { found = found || copied[v] })
	return found
}

// copies calls do with the variables that statements hand to io.Copy, literals
// in them aside.
func (c *checker) copies(body *ast.BlockStmt, do func(*types.Var)) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if query.IsFunc(query.Callee(c.TypesInfo, n), "io", "Copy", "CopyBuffer") {
				for _, arg := range n.Args {
					if v := variable(c.TypesInfo, arg); v != nil {
						do(v)
					}
				}
			}
		}
		return true
	})
}

// stopsAtCount reports whether the body of a loop leaves it when a counter
// reaches a limit: if running >= max { break }.
func (c *checker) stopsAtCount(body *ast.BlockStmt) bool {
	for _, s := range body.List {
		cond, ok := s.(*ast.IfStmt)
		if !ok || len(cond.Body.List) == 0 {
			continue
		}
		b, ok := ast.Unparen(cond.Cond).(*ast.BinaryExpr)
		if !ok || b.Op != token.GEQ && b.Op != token.GTR && b.Op != token.EQL {
			continue
		}
		if !query.IsInteger(c.TypesInfo.TypeOf(b.X)) {
			continue
		}
		name := strings.ToLower(query.LastName(b.Y))
		if !strings.Contains(name, "max") && !strings.Contains(name, "limit") && c.TypesInfo.Types[b.Y].Value == nil {
			continue
		}
		switch last := cond.Body.List[len(cond.Body.List)-1].(type) {
		case *ast.ReturnStmt:
			return true
		case *ast.BranchStmt:
			if last.Tok == token.BREAK {
				return true
			}
		}
	}
	return false
}
