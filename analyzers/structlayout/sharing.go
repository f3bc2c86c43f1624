package structlayout

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/heat"
	"github.com/zenithlint/zenithlint/internal/query"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// lineSize is the size of a cache line on most machines.
const lineSize = 64

// sharing reports shards that lie in one cache line: processors that write to
// different shards then wait for each other all the same.
func (c *checker) sharing() {
	if !query.Imports(c.Pkg, "sync") && !query.Imports(c.Pkg, "sync/atomic") || !c.Any(func(n ast.Node) bool { return c.shard(n) != nil }) {
		return
	}
	seen := make(map[types.Object]bool)
	for file := range c.Files() {
		for cur := range file.Preorder((*ast.IndexExpr)(nil)) {
			if t := c.shard(cur.Node()); t != nil && !seen[t.Obj()] {
				seen[t.Obj()] = true
				c.reportSharing(cur, t)
			}
		}
	}
}

// shard returns the type of the element of n if n picks a shard by a hash or a
// number, and shards are smaller than a cache line.
func (c *checker) shard(n ast.Node) *types.Named {
	index, ok := n.(*ast.IndexExpr)
	if !ok {
		return nil
	}
	pick, ok := ast.Unparen(index.Index).(*ast.BinaryExpr)
	if !ok || pick.Op != token.REM && pick.Op != token.AND {
		return nil
	}
	named, ok := types.Unalias(c.typeOf(index)).(*types.Named)
	if !ok || named.Obj().Pkg() != c.Pkg || !fixedSize(named, nil) {
		return nil
	}
	s, ok := named.Underlying().(*types.Struct)
	if !ok || !isContended(s) || c.TypesSizes == nil || c.TypesSizes.Sizeof(s) > lineSize/2 {
		return nil
	}
	return named
}

// isContended reports whether s has a field that several processors write to.
func isContended(s *types.Struct) bool {
	for f := range s.Fields() {
		named, ok := types.Unalias(f.Type()).(*types.Named)
		if ok && named.Obj().Pkg() != nil && (isMutex(named) || named.Obj().Pkg().Path() == "sync/atomic") {
			return true
		}
	}
	return false
}

func (c *checker) reportSharing(cur inspector.Cursor, t *types.Named) {
	size := c.TypesSizes.Sizeof(t)
	c.Report(rule.Finding{
		Cur:     cur,
		Message: fmt.Sprintf("shards of type %s share a cache line: each takes %d bytes, and locks or counts on its own", t.Obj().Name(), size),
		Remedy:  fmt.Sprintf("a last field _ [%d]byte, or cpu.CacheLinePad of golang.org/x/sys/cpu", lineSize-size),
		Note:    heat.Loop | heat.Request,
	})
}
