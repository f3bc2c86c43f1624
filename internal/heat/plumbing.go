package heat

import (
	"go/ast"
	"go/constant"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// isPlumbing reports whether the name of a handler, or the route of one, says
// that it serves operators rather than users.
func isPlumbing(name string) bool {
	name = strings.ToLower(name)
	if i := strings.IndexByte(name, '/'); i >= 0 {
		for elem := range strings.SplitSeq(name[i:], "/") {
			if plumbingRoutes[elem] {
				return true
			}
		}
		return false
	}
	for _, word := range []string{"health", "readiness", "liveness", "readyz", "livez", "pprof", "expvar", "debug"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return name == "metrics" || name == "metricshandler" || name == "handlemetrics" || name == "ready"
}

// plumbingRoutes are elements of the paths that operators call.
var plumbingRoutes = map[string]bool{
	"health": true, "healthz": true, "healthcheck": true, "live": true, "livez": true, "liveness": true,
	"ready": true, "readyz": true, "readiness": true, "metrics": true, "debug": true, "pprof": true, "expvar": true,
}

// route returns the route that the function literal at cur is registered for:
// the constant string with a slash among the arguments of the call, or "".
func (g *graph) route(cur inspector.Cursor) string {
	for {
		call, ok := cur.Parent().Node().(*ast.CallExpr)
		if !ok || cur.ParentEdgeKind() != edge.CallExpr_Args {
			return ""
		}
		for _, arg := range call.Args {
			v := g.info.Types[arg].Value
			if v != nil && v.Kind() == constant.String && strings.Contains(constant.StringVal(v), "/") {
				return constant.StringVal(v)
			}
		}
		cur = cur.Parent() // a conversion, or middleware around the literal
	}
}
