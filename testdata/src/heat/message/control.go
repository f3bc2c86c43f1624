package message

import (
	"context"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/reconcile"
	"sigs.k8s.io/controller-runtime/pkg/webhook/admission"
)

type reconciler struct{}

// Request and Result are aliases.
func (r *reconciler) Reconcile(ctx context.Context, req ctrl.Request) (ctrl.Result, error) {
	probe() // want `^request: controller reconciler \(\*message.reconciler\).Reconcile$`
	return ctrl.Result{}, nil
}

func (r *reconciler) SetupWithManager(m ctrl.Manager) error {
	probe() // want `^setup: `
	return nil
}

// Makes requests; works for none.
func mapping(ctx context.Context, names []string) []reconcile.Request {
	probe() // want `^unknown$`
	return nil
}

type webhook struct{}

func (w *webhook) Handle(ctx context.Context, req admission.Request) admission.Response {
	probe() // want `^request: admission handler \(\*message.webhook\).Handle$`
	return admission.Response{}
}

type weatherIn struct{ City string }

type weatherOut struct{ Text string }

func weather(ctx context.Context, req *mcp.CallToolRequest, in weatherIn) (*mcp.CallToolResult, weatherOut, error) {
	probe() // want `^request: MCP tool message.weather$`
	return nil, weatherOut{}, nil
}

func mcpTools(s *mcp.Server) {
	probe() // want `^setup: registers handlers$`
	mcp.AddTool(s, &mcp.Tool{Name: "weather"}, weather)
	mcp.AddTool(s, &mcp.Tool{Name: "ping"}, func(ctx context.Context, _ *mcp.CallToolRequest, in weatherIn) (*mcp.CallToolResult, weatherOut, error) {
		probe() // want `^request: MCP tool func literal`
		return nil, weatherOut{}, nil
	})
}
