package heat

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// exit says which of the loops around a position end after it: what runs on
// the way out of a loop runs once per loop, not once per turn.
type exit struct {
	fn    bool         // all loops of the function: a return follows
	loop  bool         // the innermost loop: a break follows
	label types.Object // the loops inside the labelled one
	whole bool         // and the labelled one: a break, not a continue, follows
	flags []flag       // the loops in which what they allow happens once
}

// step notes how the statements that follow in the list that c stands in leave
// the loops around it. Cursors come innermost first.
func (x *exit) step(g *graph, c inspector.Cursor) {
	var list []ast.Stmt
	kind, index := c.ParentEdge()
	switch kind {
	case edge.BlockStmt_List:
		list = c.Parent().Node().(*ast.BlockStmt).List
	case edge.CaseClause_Body:
		list = c.Parent().Node().(*ast.CaseClause).Body
	case edge.CommClause_Body:
		list = c.Parent().Node().(*ast.CommClause).Body
	case edge.IfStmt_Body:
		x.flags = append(x.flags, g.flagsOf(c.Parent().Node().(*ast.IfStmt))...)
		return
	default:
		return
	}
	clause := kind != edge.BlockStmt_List
	if clause {
		x.loop = false // a break in a clause leaves the switch or select
	}
	last := list[len(list)-1]
	switch last.(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
	default:
		return
	}
	var after flow
	for _, s := range list[index : len(list)-1] {
		after |= g.flowOf(s)
	}
	if after&flowStays != 0 {
		return
	}
	breaks := after&flowBreaks != 0
	switch last := last.(type) {
	case *ast.ReturnStmt:
		switch {
		case !breaks:
			x.fn = true
		case !clause:
			x.loop = true
		}
	case *ast.BranchStmt:
		switch {
		case breaks:
		case last.Label != nil && last.Tok != token.GOTO:
			x.label, x.whole = g.info.Uses[last.Label], last.Tok == token.BREAK
		case last.Tok == token.BREAK && !clause:
			x.loop = true
		}
	}
}

// leaves reports whether the loop ends, or the position is not reached again in
// it. It must be asked of each loop around the position, innermost first.
func (x *exit) leaves(info *types.Info, loop inspector.Cursor) bool {
	switch {
	case x.fn || slices.ContainsFunc(x.flags, func(f flag) bool { return f.once(info, loop.Node()) }):
		return true
	case x.label != nil:
		labelled, ok := loop.Parent().Node().(*ast.LabeledStmt)
		if !ok || info.Defs[labelled.Label] != x.label {
			return true
		}
		x.label = nil
		return x.whole
	case x.loop:
		x.loop = false
		return true
	}
	return false
}

// flow says how a statement may leave the turn of the loop around it.
type flow uint8

const (
	flowStays  flow = 1 << iota // to another turn; labels and gotos count
	flowBreaks                  // out of the loop
)

// flowOf returns the flow of a statement. It is remembered: positions after it
// in the same function ask again and again.
func (g *graph) flowOf(stmt ast.Stmt) flow {
	switch stmt.(type) {
	case *ast.AssignStmt, *ast.ExprStmt, *ast.DeclStmt, *ast.IncDecStmt, *ast.DeferStmt, *ast.GoStmt, *ast.SendStmt, *ast.ReturnStmt, *ast.EmptyStmt:
		return 0
	}
	f, ok := g.flows[stmt]
	if !ok {
		f = branches(stmt, false, false)
		g.flows[stmt] = f
	}
	return f
}

// branches returns the flow of what is below n.
func branches(n ast.Node, inLoop, inClause bool) (f flow) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case ast.Expr:
			return false // a function literal leaves no loop around it
		case *ast.ForStmt:
			f |= branches(n.Body, true, true)
			return false
		case *ast.RangeStmt:
			f |= branches(n.Body, true, true)
			return false
		case *ast.CaseClause:
			for _, s := range n.Body {
				f |= branches(s, inLoop, true)
			}
			return false
		case *ast.CommClause:
			for _, s := range n.Body {
				f |= branches(s, inLoop, true)
			}
			return false
		case *ast.BranchStmt:
			switch {
			case n.Label != nil, n.Tok == token.CONTINUE && !inLoop:
				f |= flowStays
			case n.Tok == token.BREAK && !inClause:
				f |= flowBreaks
			}
		}
		return true
	})
	return f
}
