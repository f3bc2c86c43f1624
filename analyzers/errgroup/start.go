package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

const (
	groupPath = "golang.org/x/sync/errgroup"
	semaPath  = "golang.org/x/sync/semaphore"
)

// start is a place where a goroutine is started: a go statement, a call of
// (*sync.WaitGroup).Go or (*errgroup.Group).Go, or of a function that starts
// the function passed to it.
type start struct {
	cur    inspector.Cursor // *ast.GoStmt or *ast.CallExpr
	call   *ast.CallExpr    // of the task in a go statement, else of what starts it
	task   ast.Expr         // the function that runs: a literal, a name, x.m
	group  ast.Expr         // g of g.Go for an errgroup, else nil
	unless []rule.Mark      // marks that say that it starts none after all
}

// startAt returns the start at cur, if it is one.
func (c *checker) startAt(cur inspector.Cursor) (start, bool) {
	switch n := cur.Node().(type) {
	case *ast.GoStmt:
		return start{cur: cur, call: n.Call, task: ast.Unparen(n.Call.Fun)}, true
	case *ast.CallExpr:
		if cur.ParentEdgeKind() == edge.GoStmt_Call {
			return start{}, false
		}
		how, ok := c.funcs.startsTask(n)
		if !ok {
			return start{}, false
		}
		s := start{cur: cur, call: n, task: ast.Unparen(n.Args[how.arg]), unless: how.unless}
		if isGroupGo(how.fn) {
			s.group = receiver(n)
		}
		return s, true
	}
	return start{}, false
}

// starter is a function that starts one of its arguments in a goroutine.
type starter struct {
	fn     *types.Func
	arg    int
	unless []rule.Mark
}

// startsTask reports whether call hands a function to one that starts it in a
// goroutine and returns at once.
func (f *functions) startsTask(call *ast.CallExpr) (starter, bool) {
	if len(call.Args) == 0 {
		return starter{}, false
	}
	fn := query.Callee(f.info, call)
	if fn == nil {
		return starter{}, false
	}
	if query.IsMethod(fn, "sync", "WaitGroup", "Go") || query.IsMethod(fn, groupPath, "Group", "Go", "TryGo") {
		return starter{fn: fn}, true
	}
	arg := funcParam(fn, call)
	if arg < 0 || !f.sameModule(fn.Pkg()) {
		return starter{}, false
	}
	if fn.Pkg() == f.pass.Pkg {
		return starter{fn: fn, arg: arg}, f.startsParam(fn, arg)
	}
	// Whether a function of another package does, its package has marked.
	if !soundsLikeStart(fn.Name()) || isInterface(fn.Signature().Recv()) {
		return starter{}, false
	}
	return starter{fn: fn, arg: arg, unless: []rule.Mark{{Obj: fn, Name: keeps}}}, true
}

// isGroupGo reports whether fn is Go of an errgroup, or of a type that has one
// embedded and adds to it: the recovery of panics, names, counters.
func isGroupGo(fn *types.Func) bool {
	if query.IsMethod(fn, groupPath, "Group", "Go", "TryGo") {
		return true
	}
	recv := fn.Signature().Recv()
	if fn.Name() != "Go" || recv == nil {
		return false
	}
	st := namedStruct(recv.Type())
	if st == nil {
		return false
	}
	for f := range st.Fields() {
		if f.Embedded() && query.IsNamed(f.Type(), groupPath, "Group") {
			return true
		}
	}
	return false
}

// isInterface reports whether a receiver is that of a method of an interface:
// nobody has marked what it does.
func isInterface(recv *types.Var) bool {
	return recv != nil && types.IsInterface(recv.Type())
}

// funcParam returns the index of the only argument of call that is a function,
// or -1; fn must return nothing that tells about its end.
func funcParam(fn *types.Func, call *ast.CallExpr) int {
	sig := fn.Signature()
	i := paramOf(sig)
	if sig.Results().Len() > 0 || i >= len(call.Args) || !sig.Variadic() && sig.Params().Len() != len(call.Args) {
		return -1
	}
	return i
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// receiver returns x of a call x.m(...), or nil.
func receiver(call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return ast.Unparen(sel.X)
	}
	return nil
}

// span returns the range that a finding about s shows: without the body of a
// literal, which may be long.
func (s start) span() (pos, end token.Pos) {
	node := s.cur.Node()
	if lit, ok := s.task.(*ast.FuncLit); ok {
		return node.Pos(), lit.Type.End()
	}
	return node.Pos(), node.End()
}

// body returns the statements of the task as far as the package has them: those
// of a literal, or of a function declared here.
func (c *checker) body(s start) *ast.BlockStmt {
	if lit := c.literal(s); lit != nil {
		return lit.Body
	}
	if fn := c.named(s.task); fn != nil {
		if decl := c.funcs.decl(fn); decl != nil {
			return decl.Body
		}
	}
	return nil
}

// literal returns the function literal that is the task, there or by way of a
// local variable that holds nothing else; or nil.
func (c *checker) literal(s start) *ast.FuncLit {
	switch task := s.task.(type) {
	case *ast.FuncLit:
		return task
	case *ast.Ident:
		v, _ := c.TypesInfo.Uses[task].(*types.Var)
		src, ok := c.sourcesAt(s.cur)
		if v == nil || v.Kind() != types.LocalVar || !ok {
			return nil
		}
		if values := src.values(v); len(values) == 1 && values[0].expr != nil {
			lit, _ := ast.Unparen(values[0].expr).(*ast.FuncLit)
			return lit
		}
	}
	return nil
}

// named returns the declared function that e names: f, pkg.f, x.m.
func (c *checker) named(e ast.Expr) *types.Func {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		fn, _ := c.TypesInfo.Uses[e].(*types.Func)
		return fn
	case *ast.SelectorExpr:
		fn, _ := c.TypesInfo.Uses[e.Sel].(*types.Func)
		return fn
	case *ast.IndexExpr:
		return c.named(e.X)
	}
	return nil
}
