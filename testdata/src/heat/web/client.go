package web

import (
	"net/http"
	"time"
)

// cachingClient is an HTTP client: the requests its methods take are those that
// the program makes.
type cachingClient struct{ http *http.Client }

func (c *cachingClient) Do(req *http.Request) (*http.Response, error) {
	probe() // want "unknown"
	return c.http.Do(c.key(req, time.Hour))
}

func (c *cachingClient) key(req *http.Request, ttl time.Duration) *http.Request {
	probe() // want "unknown"
	return req
}

// A round tripper is called for each request, too, but often for those of a
// proxy.
type transport struct{}

func (transport) RoundTrip(req *http.Request) (*http.Response, error) {
	probe() // want "request: http.RoundTripper .*RoundTrip"
	return nil, nil
}

// A server that embeds a client still serves.
type gateway struct{ *http.Client }

func (g *gateway) forward(w http.ResponseWriter, r *http.Request, to string) {
	probe() // want "request: .*forward takes .*http.Request"
}
