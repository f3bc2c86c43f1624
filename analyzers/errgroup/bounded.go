package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
)

// limitWords in the name of an argument say how many elements a call fetches.
var limitWords = []string{"limit", "max", "maxresults", "pagesize", "perpage", "top"}

// peerWords name what knows the machines of a deployment.
var peerWords = []string{
	"balancer", "balancing", "loadbalancer", "picker", "ring", "hashring", "consistent", "hashing", "gossip", "memberlist",
	"membership",
}

// fetched returns the size of what a call fetches: less is known of what belongs
// to one thing, or of one page, than of all that there is.
func (s *sources) fetched(call *ast.CallExpr) size {
	scarce := soundsLike(query.LastName(call.Fun), scarceWords) // ps of Partitions
	if scarce || s.ofOne(call) || s.isPage(call) || knowsPeers(query.Callee(s.TypesInfo, call)) {
		return some
	}
	return many
}

// knowsPeers reports whether a function is of what spreads work over the machines
// of a deployment, by its type or package: a balancer, a ring of hashes.
func knowsPeers(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	of := heat.Words(fn.Pkg().Name())
	if recv := fn.Signature().Recv(); recv != nil {
		of = append(of, heat.Words(query.TypeName(recv.Type()))...)
	}
	return slices.ContainsFunc(of, func(w string) bool { return slices.Contains(peerWords, w) })
}

// ofOne reports whether a call asks for what belongs to one thing: an argument,
// or a field of one that is made for the call, is its id.
func (s *sources) ofOne(call *ast.CallExpr) bool {
	return s.hasArgument(call, func(name string, t types.Type) bool {
		return endsWith(name, "id", "uuid") || endsWith(query.TypeName(t), "id", "uuid")
	})
}

// isPage reports whether a call asks for so many elements, and no loop asks for
// the next.
func (s *sources) isPage(call *ast.CallExpr) bool {
	if !s.hasArgument(call, func(name string, t types.Type) bool {
		return query.IsInteger(t) && heat.Sounds(name, limitWords) || heat.Sounds(name, []string{"page_size", "per_page"})
	}) {
		return false
	}
	cur, ok := s.decl.FindNode(call)
	if !ok {
		return false
	}
	for range cur.Enclosing((*ast.ForStmt)(nil)) {
		return false
	}
	return true
}

// hasArgument reports whether is holds for an argument of a call, or for a field
// of one that is a composite literal, there or in a local variable.
func (s *sources) hasArgument(call *ast.CallExpr, is func(name string, t types.Type) bool) bool {
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		if t := s.TypesInfo.TypeOf(arg); t == nil || is(query.LastName(arg), t) {
			return t != nil
		}
		lit := s.literal(arg)
		return lit != nil && slices.ContainsFunc(lit.Elts, func(e ast.Expr) bool {
			kv, ok := e.(*ast.KeyValueExpr)
			return ok && s.TypesInfo.TypeOf(kv.Value) != nil && is(query.LastName(kv.Key), s.TypesInfo.TypeOf(kv.Value))
		})
	})
}

// literal returns the composite literal that e is, points to, or is a local
// variable for; or nil.
func (s *sources) literal(e ast.Expr) *ast.CompositeLit {
	switch e := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return e
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return s.literal(e.X)
		}
	case *ast.Ident:
		v := variable(s.TypesInfo, e)
		if v == nil || v.Kind() != types.LocalVar || s.active[v] {
			return nil
		}
		if values := s.values(v); len(values) == 1 && values[0].expr != nil && !values[0].unpacked && !values[0].element {
			s.active[v] = true
			defer delete(s.active, v)
			return s.literal(values[0].expr)
		}
	}
	return nil
}

// endsWith reports whether the last word of a name is one of words.
func endsWith(name string, words ...string) bool {
	of := heat.Words(name)
	return len(of) > 0 && slices.Contains(words, of[len(of)-1])
}

// isDevices reports whether the first argument of a call is a directory in which
// the system shows what the machine has, or what runs on it; or one below it.
func (s *sources) isDevices(call *ast.CallExpr) bool {
	return len(call.Args) > 0 && s.inDevices(call.Args[0])
}

// inDevices reports whether a path is of such a directory: a constant, what a
// walk through one finds, or what a call makes of it.
func (s *sources) inDevices(path ast.Expr) bool {
	if v := s.TypesInfo.Types[path].Value; v != nil {
		return isDevicePath(v)
	}
	if call, ok := ast.Unparen(path).(*ast.CallExpr); ok {
		return s.isDevices(call)
	}
	v := variable(s.TypesInfo, path)
	if v == nil || s.active[v] {
		return false
	}
	s.active[v] = true
	defer delete(s.active, v)
	switch v.Kind() {
	case types.LocalVar:
		values := s.values(v)
		return len(values) == 1 && values[0].expr != nil && s.inDevices(values[0].expr)
	case types.ParamVar:
		for lit := range s.decl.Preorder((*ast.FuncLit)(nil)) {
			if n := lit.Node().(*ast.FuncLit); n.Type.Pos() <= v.Pos() && v.Pos() < n.Type.End() {
				call, ok := lit.Parent().Node().(*ast.CallExpr)
				return ok && s.isDevices(call)
			}
		}
	}
	return false
}

// isGrouped reports whether an assignment adds a value to one of the groups in a
// map: m[k] = append(m[k], x).
func (s *sources) isGrouped(at inspector.Cursor) bool {
	assign, ok := at.Node().(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 {
		return false
	}
	group, ok := ast.Unparen(assign.Lhs[0]).(*ast.IndexExpr)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
	if !ok || !isAppend(s.TypesInfo, call) {
		return false
	}
	grown, ok := ast.Unparen(call.Args[0]).(*ast.IndexExpr)
	return ok && variable(s.TypesInfo, group.X) != nil && variable(s.TypesInfo, grown.X) == variable(s.TypesInfo, group.X)
}
