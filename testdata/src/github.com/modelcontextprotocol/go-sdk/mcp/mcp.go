// Package mcp is a stub of the SDK, for fixtures.
package mcp

import "context"

type CallToolParamsRaw struct{ Name string }

type ServerRequest[P any] struct{ Params P }

type CallToolRequest = ServerRequest[*CallToolParamsRaw]

type CallToolResult struct{}

type Tool struct{ Name string }

type Server struct{}

type ToolHandlerFor[In, Out any] func(ctx context.Context, request *CallToolRequest, input In) (result *CallToolResult, output Out, err error)

func AddTool[In, Out any](s *Server, t *Tool, h ToolHandlerFor[In, Out]) {}
