package errgroup

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// asksRemote reports whether a task asks a remote machine or another process for
// something.
func (c *checker) asksRemote(s start) bool {
	if fn := c.named(s.task); fn != nil && isRemote(fn) {
		return !c.funcs.brief(s.call)
	}
	body := c.body(s)
	return body != nil && c.funcs.remote(body, 3)
}

// remote reports whether statements ask others, there or in functions of the
// package that they call, through deep calls.
func (f *functions) remote(body ast.Node, deep int) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		fn := query.Callee(f.info, call)
		if fn == nil {
			return true
		}
		decl := f.decl(fn)
		found = isRemote(fn) && !f.brief(call) || decl != nil && deep > 0 && f.remote(decl.Body, deep-1)
		return true
	})
	return found
}

// brief reports whether a call is of a client of the package that waits for less
// than a second: as many goroutines wait as requests come in that.
func (f *functions) brief(call *ast.CallExpr) bool {
	v := variable(f.info, receiver(call))
	if v == nil {
		return false
	}
	for file := range f.pass.Files() {
		for cur := range file.Preorder((*ast.CompositeLit)(nil)) {
			lit := cur.Node().(*ast.CompositeLit)
			if !query.IsNamed(f.info.TypeOf(lit), "net/http", "Client") || !f.isBrief(lit) {
				continue
			}
			if cur.ParentEdgeKind() == edge.UnaryExpr_X {
				cur = cur.Parent()
			}
			if f.given(cur) == v {
				return true
			}
		}
	}
	return false
}

// isBrief reports whether the timeout of a client is a constant below a second.
func (f *functions) isBrief(client *ast.CompositeLit) bool {
	for _, e := range client.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok || query.LastName(kv.Key) != "Timeout" {
			continue
		}
		v := f.info.Types[kv.Value].Value
		return v != nil && constant.Compare(v, token.LSS, constant.MakeInt64(int64(time.Second)))
	}
	return false
}

// given returns the variable or field that the value at cur is given to, or nil.
func (f *functions) given(cur inspector.Cursor) *types.Var {
	kind, i := cur.ParentEdge()
	switch up := cur.Parent().Node(); kind {
	case edge.AssignStmt_Rhs:
		if assign := up.(*ast.AssignStmt); len(assign.Lhs) == len(assign.Rhs) {
			return variable(f.info, assign.Lhs[i])
		}
	case edge.ValueSpec_Values:
		if spec := up.(*ast.ValueSpec); len(spec.Names) == len(spec.Values) {
			return variable(f.info, spec.Names[i])
		}
	case edge.KeyValueExpr_Value:
		return variable(f.info, up.(*ast.KeyValueExpr).Key)
	}
	return nil
}

// isRemote reports whether a function of the standard library asks a remote
// machine or runs a program.
func isRemote(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	recv := ""
	if r := fn.Signature().Recv(); r != nil {
		if n := named(r.Type()); n != nil {
			recv = n.Obj().Name()
		}
	}
	switch fn.Pkg().Path() {
	case "net/http":
		return (recv == "" || recv == "Client") && slices.Contains([]string{"Do", "Get", "Head", "Post", "PostForm"}, fn.Name())
	case "net", "crypto/tls":
		return (recv == "" || recv == "Dialer") && strings.HasPrefix(fn.Name(), "Dial")
	case "os/exec":
		return recv == "Cmd" && slices.Contains([]string{"Run", "Start", "Output", "CombinedOutput"}, fn.Name())
	case "net/smtp":
		return recv == "" && (fn.Name() == "SendMail" || fn.Name() == "Dial")
	}
	return false
}
