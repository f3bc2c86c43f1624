package concatloop

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// waits reports whether the string is for somebody who takes longer than it
// takes to make it: it is part of a request that the program sends, of a query
// of a database, or of one line of a log.
func (f *finder) waits(nest []site) bool {
	for decl := range nest[0].cur.Enclosing((*ast.FuncDecl)(nil)) {
		if f.clients.Waits(decl) {
			return true
		}
		p := nest[0].place
		if len(p.steps) > 0 || p.root.Kind() == types.PackageVar {
			return false
		}
		return f.isLogged(decl, nest) || !f.listsRows(nest) && f.isQuery(decl, p.root, 2)
	}
	return false
}

// notifyWords start the names of functions that send a message to somebody.
var notifyWords = []string{"send", "notify", "alert", "mail", "email"}

// sent reports whether the string is made for a message.
func (f *finder) sent(nest []site) bool {
	for decl := range nest[0].cur.Enclosing((*ast.FuncDecl)(nil)) {
		return f.notifies(decl, 3)
	}
	return false
}

// notifies reports whether the declared function sends a message, or is
// unexported and used, through so many others, only where one is sent.
func (f *finder) notifies(decl inspector.Cursor, depth int) bool {
	d, ok := decl.Node().(*ast.FuncDecl)
	if !ok || depth == 0 {
		return false
	}
	words := heat.Words(d.Name.Name)
	return len(words) > 0 && slices.Contains(notifyWords, words[0]) ||
		f.clients.UsedOnly(decl, func(user inspector.Cursor) bool { return f.notifies(user, depth-1) })
}

// listsRows reports whether the string grows by something in parentheses: by
// rows to insert, of which there may be many.
func (f *finder) listsRows(nest []site) bool {
	return slices.ContainsFunc(nest, func(s site) bool {
		return slices.ContainsFunc(s.pieces, func(piece ast.Expr) bool {
			found := false
			ast.Inspect(piece, func(n ast.Node) bool {
				if e, ok := n.(ast.Expr); ok {
					v := f.TypesInfo.Types[e].Value
					found = found || v != nil && v.Kind() == constant.String && strings.Contains(constant.StringVal(v), "(")
				}
				return !found
			})
			return found
		})
	})
}

// isQuery reports whether v, or what is made of it through so many local
// variables, is the query that a call sends to a database: an argument that the
// called function names so.
func (f *finder) isQuery(decl inspector.Cursor, v *types.Var, depth int) bool {
	for use := range query.Uses(decl, f.TypesInfo, v) {
		for cur := use; ; cur = cur.Parent() {
			kind, i := cur.ParentEdge()
			if kind == edge.CallExpr_Args {
				fn := query.Callee(f.TypesInfo, cur.Parent().Node().(*ast.CallExpr))
				if takesQuery(fn, i) {
					return true
				}
				if !makesText(fn) {
					break
				}
			} else if kind == edge.AssignStmt_Rhs {
				made, ok := f.TypesInfo.ObjectOf(ident(cur.Parent().Node().(*ast.AssignStmt).Lhs[0])).(*types.Var)
				if ok && made != v && depth > 0 && f.isQuery(decl, made, depth-1) {
					return true
				}
				break
			} else if _, ok := cur.Parent().Node().(ast.Expr); !ok {
				break
			}
		}
	}
	return false
}

// takesQuery reports whether fn names its parameter i as the query of a
// database.
func takesQuery(fn *types.Func, i int) bool {
	if fn == nil || fn.Signature().Recv() == nil || i >= fn.Signature().Params().Len() {
		return false
	}
	switch strings.ToLower(fn.Signature().Params().At(i).Name()) {
	case "query", "sql", "stmt", "statement":
		return true
	}
	return false
}

// makesText reports whether fn makes a string of others.
func makesText(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && (fn.Pkg().Path() == "strings" || fn.Pkg().Path() == "fmt")
}

// isLogged reports whether all that reads the string are calls of loggers.
func (f *finder) isLogged(decl inspector.Cursor, nest []site) bool {
	group := make([]growth, len(nest))
	for i, s := range nest {
		group[i] = s.growth
	}
	logged := false
	for use := range query.Uses(decl, f.TypesInfo, nest[0].place.root) {
		if f.effectOf(use, group) != reads {
			continue
		}
		inCall := false
		for call := range use.Enclosing((*ast.CallExpr)(nil)) {
			inCall = inCall || heat.IsLogging(query.Callee(f.TypesInfo, call.Node().(*ast.CallExpr)))
		}
		if !inCall {
			return false
		}
		logged = true
	}
	return logged
}
