package heat

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"
)

// registration says what a function makes of its argument arg.
type registration struct {
	what  string
	arg   int
	needs Need
	words []string // first words of the methods that count; nil: all exported ones
}

// httpMethods start the names of the methods that serve in a controller.
var httpMethods = []string{"Get", "Post", "Put", "Patch", "Delete", "Head", "Options", "Connect", "Trace", "Any", "All"}

// periodic jobs run now and then, whoever registers them: neither set-up nor
// evidence of anything else.
const periodic Need = 0

// registrations are functions that make an argument an entry point: a function,
// or the methods of a value.
var registrations = map[string]registration{
	"github.com/danielgtaylor/huma.Register": {what: "huma operation", arg: 2, needs: Request},
	"github.com/danielgtaylor/huma.Get":      {what: "huma operation", arg: 2, needs: Request},
	"github.com/danielgtaylor/huma.Post":     {what: "huma operation", arg: 2, needs: Request},
	"github.com/danielgtaylor/huma.Put":      {what: "huma operation", arg: 2, needs: Request},
	"github.com/danielgtaylor/huma.Patch":    {what: "huma operation", arg: 2, needs: Request},
	"github.com/danielgtaylor/huma.Delete":   {what: "huma operation", arg: 2, needs: Request},
	"github.com/danielgtaylor/huma.Head":     {what: "huma operation", arg: 2, needs: Request},
	"github.com/danielgtaylor/huma.Options":  {what: "huma operation", arg: 2, needs: Request},

	"github.com/aws/aws-lambda-go/lambda.Start":                 {what: "AWS Lambda handler", needs: Request},
	"github.com/aws/aws-lambda-go/lambda.StartWithContext":      {what: "AWS Lambda handler", arg: 1, needs: Request},
	"github.com/aws/aws-lambda-go/lambda.StartWithOptions":      {what: "AWS Lambda handler", needs: Request},
	"github.com/aws/aws-lambda-go/lambda.StartHandlerFunc":      {what: "AWS Lambda handler", needs: Request},
	"github.com/aws/aws-lambda-go/lambda.NewHandler":            {what: "AWS Lambda handler", needs: Request},
	"github.com/aws/aws-lambda-go/lambda.NewHandlerWithOptions": {what: "AWS Lambda handler", needs: Request},

	"github.com/ThreeDotsLabs/watermill/components/cqrs.NewCommandHandler":    {what: "watermill handler", arg: 1, needs: Request},
	"github.com/ThreeDotsLabs/watermill/components/cqrs.NewEventHandler":      {what: "watermill handler", arg: 1, needs: Request},
	"github.com/ThreeDotsLabs/watermill/components/cqrs.NewGroupEventHandler": {what: "watermill handler", needs: Request},

	"github.com/modelcontextprotocol/go-sdk/mcp.AddTool": {what: "MCP tool", arg: 2, needs: Request},

	"(*github.com/kataras/iris/mvc.Application).Handle": {what: "iris controller", needs: Request, words: httpMethods},

	"(go.temporal.io/sdk/worker.ActivityRegistry).RegisterActivity":            {what: "Temporal activity", needs: Request},
	"(go.temporal.io/sdk/worker.ActivityRegistry).RegisterActivityWithOptions": {what: "Temporal activity", needs: Request},

	"(*github.com/robfig/cron.Cron).AddFunc":     {what: "periodic job", arg: 1, needs: periodic},
	"(*github.com/robfig/cron.Cron).AddJob":      {what: "periodic job", arg: 1, needs: periodic, words: []string{"Run"}},
	"(*github.com/robfig/cron.Cron).Schedule":    {what: "periodic job", arg: 1, needs: periodic, words: []string{"Run"}},
	"github.com/go-co-op/gocron.NewTask":         {what: "periodic job", needs: periodic},
	"(*github.com/go-co-op/gocron.Scheduler).Do": {what: "periodic job", needs: periodic},
}

// registrationNames are the names of the functions in registrations.
var registrationNames = lastNames(registrations)

// register records that a registration call makes functions entry points: a
// function argument, or the methods of a value.
func (g *graph) register(callee *types.Func, call *ast.CallExpr) {
	if g.outside(callee) || g.inTest(call.Pos()) {
		return
	}
	if registrationNames[callee.Name()] {
		if r, ok := registrations[trimVersion(callee.FullName())]; ok {
			if r.arg < len(call.Args) {
				g.registerArg(r, call, call.Args[r.arg])
			}
			return
		}
	}
	g.registerByName(call)
	service := serviceParam(callee)
	if service < 0 || service >= len(call.Args) {
		return
	}
	t := g.typeOf(call.Args[service])
	if t == nil || types.IsInterface(t) {
		return
	}
	iface := callee.Signature().Params().At(service).Type().Underlying().(*types.Interface)
	for m := range iface.Methods() {
		if !m.Exported() {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, g.r.pass.Pkg, m.Name())
		if fn, ok := obj.(*types.Func); ok {
			g.entryEdge("registered service", Request, call, g.funcNode(fn))
		}
	}
}

// registerByName makes the methods of a controller that the call names next to a
// path entry points: Router("/users", &Users{}, "GET:List;POST:Add").
func (g *graph) registerByName(call *ast.CallExpr) {
	if len(call.Args) < 3 {
		return
	}
	for _, arg := range call.Args[2:] {
		v := g.info.Types[arg].Value
		if v == nil || v.Kind() != constant.String || !strings.Contains(constant.StringVal(v), ":") {
			continue
		}
		route := g.routeOf(call)
		if !route.known {
			return
		}
		for part := range strings.SplitSeq(constant.StringVal(v), ";") {
			_, name, _ := strings.Cut(part, ":")
			if fn := g.method(call.Args[1], name); fn != nil {
				id := g.funcNode(fn)
				g.entryEdge("controller method", Request, call, id)
				g.mounted = append(g.mounted, mount{id, initNode, route})
			}
		}
	}
}

// method returns the exported method of the value of e under a name, or nil.
func (g *graph) method(e ast.Expr, name string) *types.Func {
	t := g.typeOf(e)
	if t == nil || !ast.IsExported(name) || types.IsInterface(t) {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, g.r.pass.Pkg, name)
	fn, _ := obj.(*types.Func)
	return fn
}

// registerArg makes arg, or its methods that count, entry points.
func (g *graph) registerArg(r registration, call *ast.CallExpr, arg ast.Expr) {
	t := g.typeOf(arg)
	if t == nil {
		return
	}
	if isFunc(t) {
		g.entryEdge(r.what, r.needs, call, g.target(arg))
		return
	}
	if types.IsInterface(t) {
		return // what it holds is not known here
	}
	methods := types.NewMethodSet(t)
	for i := range methods.Len() {
		fn, ok := methods.At(i).Obj().(*types.Func)
		if !ok || !fn.Exported() {
			continue
		}
		if r.words == nil && returnsError(fn) || startsWithWord(fn.Name(), r.words) {
			g.entryEdge(r.what, r.needs, call, g.funcNode(fn))
		}
	}
}

// returnsError reports whether the last result of fn is an error, as it is of
// every method that a framework finds by reflection.
func returnsError(fn *types.Func) bool {
	res := fn.Signature().Results()
	return res.Len() > 0 && isError(res.At(res.Len()-1).Type())
}

// entryEdge makes the node to an entry point, whichever package declares it.
func (g *graph) entryEdge(what string, needs Need, call *ast.CallExpr, to int32) {
	if to < 0 {
		return
	}
	if needs == periodic && g.nodes[to].kind == kindLit {
		g.nodes[to].evidence = what // more than that it is written in set-up code
	}
	root := g.keyed("entry "+what, kindRoot, nil)
	g.nodes[root].evidence, g.nodes[root].needs = what, needs
	g.links = append(g.links, link{from: root, to: to, pos: call.Pos()})
}
