package stdjson

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/zenithlint/zenithlint/internal/heat"
)

func TestRare(t *testing.T) {
	for what, want := range map[string]bool{
		"net/http handler (*api.Server).listBooks":      false,
		"connect handler (*api.Server).ListBooks":       false, // the framework
		"net/http handler (*admin.Server).list":         true,
		"net/http handler (*api.Server).handleConfig":   true,
		"api.Healthz takes *http.Request":               true,
		"calls api.reconfigured":                        false, // another word
		"echo handler (*main.App).OIDCLogin":            true,
		"calls api.logInternal":                         false, // not a login
		"net/http handler api.DERPBootstrapHandler":     true,
		"net/http handler (*api.Server).createBook":     true,
		"net/http handler api.listNewBooks":             false,
		"net/http handler api.listRenewals":             false, // another word
		"calls api.writeErrorResponse":                  true,
		"calls api.mirrorAll":                           false, // another word
		"gRPC method (*server.ConsoleServer).ListUsers": true,
		"gin handler (*api.Templates).ExportByToken":    true,
		"gRPC method (*trace.Server).Export":            false, // of telemetry
		"gin handler (*api.Explorers).ModifyHandler":    true,
		"in the loop":                                      false,
		"calls (*server.client).processConnect":            true,
		"net/http handler func literal in mux.EchoHandler": true,
		"gRPC method (*meta.Server).GetInfo":               true,
		"api.Ping takes *http.Request":                     true,
		"gRPC method (*users.Server).GetUserInfo":          false, // about something else
		"echo handler (*main.App).list":                    false, // the framework
		"gRPC method (*v3rpc.MaintenanceServer).Snapshot":  true,
	} {
		assert.Equal(t, want, rare(heat.Heat{Class: heat.ClassRequest, Chain: []heat.Step{{What: what}}}), what)
	}
	far := []heat.Step{{What: "net/http handler api.list"}}
	for range farthest {
		far = append(far, heat.Step{What: "calls api.next"})
	}
	assert.False(t, rare(heat.Heat{Class: heat.ClassRequest, Chain: far}))
	far = append(far, heat.Step{What: "calls api.last"})
	assert.True(t, rare(heat.Heat{Class: heat.ClassRequest, Chain: far}))
	assert.False(t, rare(heat.Heat{Class: heat.ClassHot, Chain: far}), "somebody said that it is hot")
}
