package heat

import (
	"go/ast"

	"github.com/zenithlint/zenithlint/internal/query"
)

// prompts reports whether the body reads lines that somebody types at a
// terminal: the loop around it turns at the pace of a person.
func (g *graph) prompts(body *ast.BlockStmt) bool {
	if !g.imports.prompt || body == nil {
		return false
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			fn := query.Callee(g.info, call)
			found = found || fn != nil && fn.Pkg() != nil && lineEditors[fn.Pkg().Path()] && promptMethods[fn.Name()]
		}
		return !found
	})
	return found
}

// lineEditors are packages that read lines from a terminal.
var lineEditors = map[string]bool{
	"github.com/chzyer/readline":       true,
	"github.com/ergochat/readline":     true,
	"github.com/reeflective/readline":  true,
	"github.com/peterh/liner":          true,
	"golang.org/x/term":                true,
	"golang.org/x/crypto/ssh/terminal": true,
}

// promptMethods are the functions of lineEditors that wait for a line.
var promptMethods = map[string]bool{
	"Readline": true, "ReadLine": true, "ReadSlice": true, "Prompt": true, "PromptWithSuggestion": true, "ReadPassword": true,
}
