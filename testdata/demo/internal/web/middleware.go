package web

import (
	"context"
	"math/rand/v2"
	"net/http"
	"regexp"
	"sync"
	"time"
)

// requestIDKey is the context key of the request's identifier.
type requestIDKey struct{}

// requestID keeps the identifier that a proxy has given to the request, if it
// is one that may be logged, or makes a new one.
func requestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get("X-Request-ID")
		if ok, _ := regexp.MatchString(`^[A-Za-z0-9-]{8,64}$`, id); !ok {
			id = newID()
		}
		w.Header().Set("X-Request-ID", id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestIDKey{}, id)))
	})
}

var syllables = []string{"ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "xu", "zy"}

// newID returns an identifier that can be read out on the telephone.
func newID() string {
	id := ""
	for i := range 8 {
		if i == 4 {
			id += "-"
		}
		id += syllables[rand.IntN(len(syllables))]
	}
	return id
}

// logged writes a line for each request of a person.
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isBot(r.UserAgent()) {
			next.ServeHTTP(w, r)
			return
		}
		start := time.Now()
		rec := &recorder{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(rec, r)
		s.Log.InfoContext(r.Context(), "request",
			"id", r.Context().Value(requestIDKey{}),
			"method", r.Method,
			"path", r.URL.Path,
			"status", rec.status,
			"took", time.Since(start))
	})
}

// recorder remembers the status of a response.
type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController find the writer below.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

var (
	botsOnce sync.Once
	bots     *regexp.Regexp
)

// isBot reports whether a user agent names a crawler.
func isBot(userAgent string) bool {
	botsOnce.Do(func() {
		bots = regexp.MustCompile(`(?i)\b(bot|crawler|spider)\b|googlebot|bingbot`)
	})
	return bots.MatchString(userAgent)
}
