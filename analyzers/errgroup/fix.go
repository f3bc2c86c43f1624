package errgroup

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"

	"github.com/zenithlint/zenithlint/internal/edit"
	"github.com/zenithlint/zenithlint/internal/query"
)

// rewrite turns a wait group with a channel of errors into an errgroup:
//
//	var wg sync.WaitGroup                  var g errgroup.Group
//	errs := make(chan error, len(xs))
//	for _, x := range xs {                 for _, x := range xs {
//		wg.Add(1)
//		go func() {                            g.Go(func() error {
//			defer wg.Done()
//			if err := f(x); err != nil {           if err := f(x); err != nil {
//				errs <- err                            return err
//			}                                      }
//		}()                                        return nil
//	}                                          })
//	wg.Wait()                              }
//	close(errs)
//	for err := range errs {
//		if err != nil {                        if err := g.Wait(); err != nil {
//			return err                             return err
//		}                                      }
//	}
//
// Both wait for all tasks and return the error that came first. All uses of the
// two variables must be those above: a send ends its task, nothing looks at the
// channel before all have ended, and no task recovers, so that a panic ends the
// program as before. No context is added: that would cancel tasks.
type rewrite struct {
	*checker
	*handBuilt
	file  *ast.File
	name  string // of the errgroup
	edits []analysis.TextEdit
	seen  map[*ast.Ident]bool // uses of variables that an edit removes

	sent, failures int // sends of the tasks, and those of what is not nil
}

// groupFix returns the fix of g, one of groups, if it has the canonical shape.
func (c *checker) groupFix(g *handBuilt, groups []*handBuilt) []analysis.SuggestedFix {
	file := query.File(g.fn)
	edits := c.rewrite(g, file)
	if edits == nil || !c.requiresSync(file) {
		return nil
	}
	// All fixes together may leave the import of package sync without use, which
	// none of them alone would see: then the first goes first.
	spec, uses := edit.ImportOf(c.TypesInfo, file, "sync")
	var first *handBuilt
	for _, other := range groups {
		if query.File(other.fn) != file || c.rewrite(other, file) == nil {
			continue
		}
		uses--
		if first == nil {
			first = other
		}
	}
	if spec == nil || uses <= 0 && g != first {
		return nil
	}
	imports, ok := c.imports(g, file, spec)
	if !ok {
		return nil
	}
	return edit.Fix("Use an errgroup.Group", append(edits, imports...)...)
}

// rewrite returns the edits that turn g into an errgroup, imports aside, or nil.
func (c *checker) rewrite(g *handBuilt, file *ast.File) []analysis.TextEdit {
	if !isErrorChan(g.err.Type()) {
		return nil
	}
	r := &rewrite{checker: c, handBuilt: g, file: file, seen: make(map[*ast.Ident]bool)}
	if !r.declarations() || !r.starts() || !r.end() || !r.complete() {
		return nil
	}
	return r.edits
}

// remove deletes a statement that stands alone on its lines, and the empty line
// that would be the first of its block.
func (r *rewrite) remove(s ast.Stmt) bool {
	file := r.Fset.File(s.Pos())
	first, last := file.Line(s.Pos()), file.Line(s.End())
	if last >= file.LineCount() {
		return false
	}
	pos, end := file.LineStart(first), file.LineStart(last+1)
	before, after := r.neighbours(s)
	if before >= pos || after < end || query.HasCommentIn(r.file, pos, end) {
		return false
	}
	r.use(s)
	if file.Line(before) == first-1 && r.startsBlock(s) && file.Line(after) > last+1 {
		if next := file.LineStart(last + 2); !query.HasCommentIn(r.file, end, next) {
			end = next
		}
	}
	r.edits = append(r.edits, edit.Delete(pos, end))
	return true
}

// startsBlock reports whether s is the first statement of its block.
func (r *rewrite) startsBlock(s ast.Stmt) bool {
	cur, ok := r.fn.FindNode(s)
	if !ok {
		return false
	}
	kind, i := cur.ParentEdge()
	return kind == edge.BlockStmt_List && i == 0
}

// use notes that the uses of the two variables in n are dealt with.
func (r *rewrite) use(n ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			r.seen[id] = true
		}
		return true
	})
}

// complete reports whether no other use of the two variables is left, and all
// other local variables in what is removed are used elsewhere, too.
func (r *rewrite) complete() bool {
	for _, v := range []*types.Var{r.wg, r.err} {
		for use := range query.Uses(r.fn, r.TypesInfo, v) {
			if !r.seen[use.Node().(*ast.Ident)] {
				return false
			}
		}
	}
	for id := range r.seen {
		v, ok := r.TypesInfo.Uses[id].(*types.Var)
		if !ok || v == r.wg || v == r.err || v.Kind() != types.LocalVar {
			continue
		}
		left := false
		for use := range query.Uses(r.fn, r.TypesInfo, v) {
			left = left || !r.seen[use.Node().(*ast.Ident)] && use.ParentEdgeKind() != edge.AssignStmt_Lhs
		}
		if !left {
			return false
		}
	}
	return true
}

// freeName returns a name that the declaration around g does not mention.
func (r *rewrite) freeName() string {
	taken := make(map[string]bool)
	decl, _ := declAt(r.tasks[0].cur)
	ast.Inspect(decl.Node(), func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			taken[id.Name] = true
		}
		return true
	})
	for _, name := range []string{"g", "group", "tasks"} {
		if !taken[name] {
			return name
		}
	}
	return ""
}

// returns replaces a statement or two by a return.
func (r *rewrite) returns(pos, end token.Pos, value string) bool {
	if query.HasCommentIn(r.file, pos, end) {
		return false
	}
	r.edits = append(r.edits, analysis.TextEdit{Pos: pos, End: end, NewText: []byte("return " + value)})
	return true
}
