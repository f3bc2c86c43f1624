package rpc

import (
	"net/http"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
)

func upload(w http.ResponseWriter, r *http.Request, params map[string]string) {
	probe() // want `^request: grpc-gateway handler rpc.upload$`
}

func gatewayRoutes(m *runtime.ServeMux) {
	probe() // want `^setup: builds a router$`
	m.HandlePath("POST", "/upload", upload)
}
