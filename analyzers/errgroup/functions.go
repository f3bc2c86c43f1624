package errgroup

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// The marks that packages set on their exported functions, for the loops of
// others.
const (
	limits = "limits" // it may block until others are done, or sets the limit of a group
	keeps  = "keeps"  // it does not start the function passed to it and return
	data   = "data"   // of a parameter: somebody passes data
)

// small is the number of statements up to which a function that calls one that
// limits counts as doing so itself: a wrapper, not an algorithm.
const small = 6

// functions answers questions about the functions of a package.
type functions struct {
	pass   *rule.Pass
	info   *types.Info
	decls  map[*types.Func]*ast.FuncDecl // made on first use
	limits map[within]bool
	starts map[*types.Func]bool // see startsParam
}

func newFunctions(p *rule.Pass) *functions {
	return &functions{pass: p, info: p.TypesInfo, limits: make(map[within]bool), starts: make(map[*types.Func]bool)}
}

// decl returns the declaration of a function of the package, or nil.
func (f *functions) decl(fn *types.Func) *ast.FuncDecl {
	if fn = fn.Origin(); fn.Pkg() != f.pass.Pkg {
		return nil
	}
	if f.decls == nil {
		f.decls = make(map[*types.Func]*ast.FuncDecl)
		for _, file := range f.pass.Pass.Files {
			for _, d := range file.Decls {
				d, ok := d.(*ast.FuncDecl)
				if !ok || d.Body == nil {
					continue
				}
				if fn, ok := f.info.Defs[d.Name].(*types.Func); ok {
					f.decls[fn] = d
				}
			}
		}
	}
	return f.decls[fn]
}

// callee returns the declaration of the function that a call names, or nil.
func (f *functions) callee(call *ast.CallExpr) *ast.FuncDecl {
	if fn := query.Callee(f.info, call); fn != nil {
		return f.decl(fn)
	}
	return nil
}

// sameModule reports whether pkg is of the module of the package, so that its
// marks are known.
func (f *functions) sameModule(pkg *types.Package) bool {
	if pkg == nil {
		return false
	}
	if m := f.pass.Module; m != nil && m.Path != "" {
		return pkg.Path() == m.Path || strings.HasPrefix(pkg.Path(), m.Path+"/")
	}
	root := func(path string) string { first, _, _ := strings.Cut(path, "/"); return first }
	return root(pkg.Path()) == root(f.pass.Pkg.Path())
}

// doesLimit reports whether a function of the package may block until others
// are done: it waits on a channel, a group, a semaphore or a limiter, or sets
// the limit of a group.
func (f *functions) doesLimit(fn *types.Func) bool { return f.limitsWithin(fn, reach) }

func (f *functions) limitsWithin(fn *types.Func, calls int) bool {
	key := within{fn.Origin(), calls}
	if known, ok := f.limits[key]; ok {
		return known
	}
	decl := f.decl(fn)
	if decl == nil || calls == 0 {
		return false
	}
	found := f.blocksWithin(decl.Body, calls-1)
	f.limits[key] = found
	return found
}

// within is a function, and the number of calls through which it counts what it
// does.
type within struct {
	fn    *types.Func
	calls int
}

// mark tells other packages what the exported functions do.
func (f *functions) mark() {
	for _, file := range f.pass.Pass.Files {
		if query.IsTestFile(f.pass.Fset.File(file.FileStart).Name()) {
			continue
		}
		for _, d := range file.Decls {
			d, ok := d.(*ast.FuncDecl)
			if !ok || d.Body == nil || !d.Name.IsExported() {
				continue
			}
			if fn, ok := f.info.Defs[d.Name].(*types.Func); ok {
				f.markFunc(fn, d)
			}
		}
	}
}

func (f *functions) markFunc(fn *types.Func, d *ast.FuncDecl) {
	if arg := paramOf(fn.Signature()); arg >= 0 && soundsLikeStart(fn.Name()) && !f.startsParam(fn, arg) {
		f.pass.Mark(rule.Mark{Obj: fn, Name: keeps})
	}
	if f.doesLimit(fn) {
		f.pass.Mark(rule.Mark{Obj: fn, Name: limits})
	} else if because := f.limitedBy(d); len(because) > 0 {
		f.pass.Mark(rule.Mark{Obj: fn, Name: limits}, because...)
	}
}

// limitedBy returns the marks that make a small function one that limits: those
// of the functions of other packages that it calls.
func (f *functions) limitedBy(d *ast.FuncDecl) []rule.Mark {
	if len(d.Body.List) > small {
		return nil
	}
	var because []rule.Mark
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt, *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if fn := query.Callee(f.info, n); fn != nil && fn.Pkg() != f.pass.Pkg && f.sameModule(fn.Pkg()) {
				because = append(because, rule.Mark{Obj: fn, Name: limits})
			}
		}
		return true
	})
	return because
}

// paramOf returns the index of the only parameter that is a function, or -1.
func paramOf(sig *types.Signature) int {
	found := -1
	for i := range sig.Params().Len() {
		if isFunc(sig.Params().At(i).Type()) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// soundsLikeStart reports whether the name says that a function is started.
func soundsLikeStart(name string) bool {
	words := heat.Words(name)
	if len(words) == 0 {
		return false
	}
	lower := strings.ToLower(name)
	return words[0] == "go" || words[len(words)-1] == "go" || slices.ContainsFunc([]string{"goroutine", "spawn", "async", "fireandforget", "background"}, func(word string) bool {
		return strings.HasPrefix(lower, word) || strings.HasSuffix(lower, word)
	})
}

// startsParam reports whether a function of the package starts its parameter
// in a goroutine on every call, and neither waits nor limits.
func (f *functions) startsParam(fn *types.Func, arg int) bool {
	fn = fn.Origin()
	if known, ok := f.starts[fn]; ok {
		return known
	}
	f.starts[fn] = false // recursion
	decl := f.decl(fn)
	if decl == nil || f.doesLimit(fn) {
		return false
	}
	param := fn.Signature().Params().At(arg)
	starts := false
	for _, s := range decl.Body.List {
		var task ast.Node
		switch s := s.(type) {
		case *ast.GoStmt:
			task = s.Call
		case *ast.ExprStmt:
			call, ok := s.X.(*ast.CallExpr)
			if !ok {
				continue
			}
			if how, ok := f.startsTask(call); ok && len(how.unless) == 0 && how.fn != fn {
				task = call.Args[how.arg]
			}
		}
		if task != nil && query.Mentions(f.info, task, param) {
			starts = true
		}
	}
	f.starts[fn] = starts
	return starts
}

// declAt returns the cursor of the declaration that cur stands in.
func declAt(cur inspector.Cursor) (inspector.Cursor, bool) {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		return c, true
	}
	return inspector.Cursor{}, false
}
