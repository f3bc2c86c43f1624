package web

import (
	"context"
	"net/http"

	"github.com/zeromicro/go-zero/rest"
)

type ServiceContext struct{ Limit int }

type ListLogic struct {
	ctx context.Context
	svc *ServiceContext
}

// The name says constructor, the context says per request.
func NewListLogic(ctx context.Context, svc *ServiceContext) *ListLogic {
	probe() // want `^request: net/http handler func literal.* -> calls web.NewListLogic$`
	return &ListLogic{ctx, svc}
}

type ListReq struct{ Name string }

type ListResp struct{ Names []string }

func (l *ListLogic) List(req *ListReq) (*ListResp, error) {
	probe() // want `^request: net/http handler func literal.* -> calls \(\*web.ListLogic\).List$`
	return nil, nil
}

func ListHandler(svc *ServiceContext) http.HandlerFunc {
	probe() // want `^setup: builds a handler$`
	return func(w http.ResponseWriter, r *http.Request) {
		l := NewListLogic(r.Context(), svc)
		_, _ = l.List(&ListReq{})
	}
}

func RegisterHandlers(server *rest.Server, svc *ServiceContext) {
	probe() // want `^setup: builds a router$`
	server.AddRoutes([]rest.Route{{Method: "GET", Path: "/list", Handler: ListHandler(svc)}})
	server.Use(func(next http.HandlerFunc) http.HandlerFunc {
		probe() // want `^setup: builds a handler$`
		return func(w http.ResponseWriter, r *http.Request) {
			probe() // want `^request: net/http handler func literal`
		}
	})
}

type Middleware struct{}

func (m *Middleware) Handle(next http.HandlerFunc) http.HandlerFunc {
	probe() // want `^setup: builds a handler$`
	return func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^request: net/http handler func literal`
	}
}

// Not reached by a handler: the shape of a logic method is no evidence.
type JobLogic struct{}

func (l *JobLogic) Run(req *ListReq) (*ListResp, error) {
	probe() // want `^unknown$`
	return nil, nil
}
