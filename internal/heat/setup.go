package heat

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// Why the functions of command-line programs are set-up code.
const (
	commandAction  = "command-line action"
	commandProgram = "command-line program"
	terminalPrompt = "waits for somebody at a terminal"
	storedInSetup  = "stored by set-up code" // to be called later
	mainPackage    = "program set-up (package main)"
	readsArguments = "reads flags or the environment"
)

// isCommand reports whether code that is set-up for this reason does the work of
// a command: once per process, but over as much as the user has.
func isCommand(setup string) bool {
	switch setup {
	case commandAction, commandProgram, terminalPrompt, mainPackage, readsArguments:
		return true
	}
	return false
}

// coldSignature tells why functions of this signature are set-up code: the
// actions of command-line frameworks, the builders of routers and handlers.
func coldSignature(sig *types.Signature) string {
	if bySignature(sig) != "" {
		return "" // it works for a request, whatever else it takes or returns
	}
	for v := range sig.Params().Variables() {
		if why := setupTypes[typeKey(v.Type())]; why != "" {
			return why
		}
	}
	if buildsHandler(sig, 2) {
		return "builds a handler"
	}
	return ""
}

// setupTypes are types that only set-up code handles: a function with such a
// parameter registers handlers, or runs a command.
var setupTypes = map[string]string{
	"*github.com/spf13/cobra.Command":     commandAction,
	"*github.com/urfave/cli.Context":      commandAction,
	"*github.com/urfave/cli.Command":      commandAction,
	"*github.com/alecthomas/kong.Context": commandAction,
	"*flag.FlagSet":                       commandAction,
	"*github.com/spf13/pflag.FlagSet":     commandAction,

	"*net/http.ServeMux":                                       "builds a router",
	"github.com/go-chi/chi.Router":                             "builds a router",
	"*github.com/go-chi/chi.Mux":                               "builds a router",
	"*github.com/gorilla/mux.Router":                           "builds a router",
	"*github.com/zeromicro/go-zero/rest.Server":                "builds a router",
	"*github.com/julienschmidt/httprouter.Router":              "builds a router",
	"*github.com/gin-gonic/gin.Engine":                         "builds a router",
	"*github.com/gin-gonic/gin.RouterGroup":                    "builds a router",
	"github.com/gin-gonic/gin.IRouter":                         "builds a router",
	"github.com/gin-gonic/gin.IRoutes":                         "builds a router",
	"*github.com/labstack/echo.Echo":                           "builds a router",
	"*github.com/labstack/echo.Group":                          "builds a router",
	"*github.com/gofiber/fiber.App":                            "builds a router",
	"github.com/gofiber/fiber.Router":                          "builds a router",
	"*github.com/kataras/iris.Application":                     "builds a router",
	"github.com/kataras/iris/core/router.Party":                "builds a router",
	"*github.com/kataras/iris/mvc.Application":                 "builds a router",
	"*github.com/cloudwego/hertz/pkg/app/server.Hertz":         "builds a router",
	"*github.com/cloudwego/hertz/pkg/route.RouterGroup":        "builds a router",
	"*github.com/go-kratos/kratos/transport/http.Server":       "builds a router",
	"*github.com/grpc-ecosystem/grpc-gateway/runtime.ServeMux": "builds a router",
	"github.com/danielgtaylor/huma.API":                        "builds a router",

	"*google.golang.org/grpc.Server":                     "registers services",
	"google.golang.org/grpc.ServiceRegistrar":            "registers services",
	"*github.com/ThreeDotsLabs/watermill/message.Router": "registers handlers",
	"*github.com/hibiken/asynq.ServeMux":                 "registers handlers",
	"go.temporal.io/sdk/worker.Worker":                   "registers handlers",
	"go.temporal.io/sdk/worker.Registry":                 "registers handlers",
	"*github.com/modelcontextprotocol/go-sdk/mcp.Server": "registers handlers",
	"*github.com/robfig/cron.Cron":                       "registers jobs",
	"github.com/go-co-op/gocron.Scheduler":               "registers jobs",
}

// handlerTypes are interfaces whose values handle requests, or configure what
// does: a function that returns one builds a handler.
var handlerTypes = map[string]bool{
	"net/http.Handler":                    true,
	"net/http.RoundTripper":               true,
	"google.golang.org/grpc.DialOption":   true,
	"google.golang.org/grpc.ServerOption": true,
}

// buildsHandler reports whether a function returns a handler, or a function
// that does, up to the given depth: middleware with options is a function that
// returns a function that returns a handler.
func buildsHandler(sig *types.Signature, depth int) bool {
	for v := range sig.Results().Variables() {
		key := typeKey(v.Type())
		if handlerTypes[key] || genericHandlers[key] != "" {
			return true
		}
		result, ok := v.Type().Underlying().(*types.Signature)
		if !ok {
			continue
		}
		if bySignature(result) != "" || depth > 1 && buildsHandler(result, depth-1) {
			return true
		}
	}
	return false
}

// isPoolNew reports whether the function literal at cur is the constructor of a
// sync.Pool, which runs where the pool is empty.
func (g *graph) isPoolNew(cur inspector.Cursor) bool {
	switch kind, i := cur.ParentEdge(); kind {
	case edge.KeyValueExpr_Value:
		kv := cur.Parent()
		key, ok := kv.Node().(*ast.KeyValueExpr).Key.(*ast.Ident)
		lit, isLit := kv.Parent().Node().(*ast.CompositeLit)
		return ok && isLit && key.Name == "New" && query.IsNamed(g.typeOf(lit), "sync", "Pool")
	case edge.AssignStmt_Rhs:
		assign := cur.Parent().Node().(*ast.AssignStmt)
		if len(assign.Lhs) != len(assign.Rhs) {
			return false
		}
		sel, ok := assign.Lhs[i].(*ast.SelectorExpr)
		return ok && sel.Sel.Name == "New" && query.IsNamed(g.typeOf(sel.X), "sync", "Pool")
	}
	return false
}

// isStored reports whether the function literal at cur becomes a field or an
// element of something.
func isStored(cur inspector.Cursor) bool {
	switch kind, i := cur.ParentEdge(); kind {
	case edge.KeyValueExpr_Value, edge.CompositeLit_Elts:
		return true
	case edge.AssignStmt_Rhs:
		assign := cur.Parent().Node().(*ast.AssignStmt)
		if len(assign.Lhs) != len(assign.Rhs) {
			return false
		}
		_, local := assign.Lhs[i].(*ast.Ident)
		return !local
	}
	return false
}

// spreadSetup marks unexported functions that only set-up or cold code calls,
// functions aside that set-up code stores.
// Of those that only cold code calls, a parameter such as the request is no
// evidence: it is there to be logged, or told about in an error.
func (g *graph) spreadSetup() {
	in := make(map[int32][]link)
	for _, e := range g.links {
		in[e.to] = append(in[e.to], e)
	}
	for changed := true; changed; {
		changed = false
		for id := range g.nodes {
			n := &g.nodes[id]
			if n.setup != "" || n.cold != "" || n.hot || len(in[int32(id)]) == 0 || !g.private(n) {
				continue
			}
			if !slices.ContainsFunc(in[int32(id)], func(e link) bool {
				from := &g.nodes[e.from]
				return e.spawn || !e.cold && from.cold == "" && (from.setup == "" || from.setup == storedInSetup)
			}) {
				n.setup = "only called from set-up code"
				n.command = slices.ContainsFunc(in[int32(id)], func(e link) bool { return !e.cold && g.nodes[e.from].command })
				changed = true
				if !slices.ContainsFunc(in[int32(id)], func(e link) bool { return !e.cold && g.nodes[e.from].cold == "" }) {
					n.evidence, n.needs = "", 0
				}
			}
		}
	}
}
