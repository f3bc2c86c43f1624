package errgroup

import (
	"go/ast"
	"go/types"

	"github.com/zenithlint/zenithlint/internal/query"
)

// isDialogue reports whether a scanner reads what a program answers that the function
// also writes to: it says as much as it is asked.
func (s *sources) isDialogue(scanner ast.Expr) bool {
	made := s.maker(scanner)
	if made == nil || len(made.Args) == 0 {
		return false
	}
	from := s.maker(made.Args[0])
	if from == nil || !query.IsMethod(query.Callee(s.TypesInfo, from), "os/exec", "Cmd", "StdoutPipe") {
		return false
	}
	cmd := variable(s.TypesInfo, receiver(from))
	for cur := range s.decl.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		if query.IsMethod(query.Callee(s.TypesInfo, call), "os/exec", "Cmd", "StdinPipe") && variable(s.TypesInfo, receiver(call)) == cmd {
			return cmd != nil
		}
	}
	return false
}

// maker returns the one call that a local variable gets its value from, or nil.
func (s *sources) maker(e ast.Expr) *ast.CallExpr {
	v := variable(s.TypesInfo, e)
	if v == nil || v.Kind() != types.LocalVar {
		return nil
	}
	values := s.values(v)
	if len(values) != 1 || values[0].expr == nil {
		return nil
	}
	call, _ := ast.Unparen(values[0].expr).(*ast.CallExpr)
	return call
}
