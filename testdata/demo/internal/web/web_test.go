package web

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.com/demo/internal/catalog"
	"example.com/demo/internal/shelf"
	"example.com/demo/internal/store"
	"example.com/demo/internal/worker"
)

func newServer(tb testing.TB) *Server {
	log := slog.New(slog.DiscardHandler)
	books, watchers := store.New(), worker.NewWatchers(log)
	for i, title := range []string{"The Go Way", `"Quoted", a Novel`} {
		draft := catalog.Draft{ISBN: fmt.Sprint("978000000000", i), Title: title, Author: "A. Gopher", Price: 1999, Tags: catalog.Tags{"new"}}
		if _, err := books.Add(tb.Context(), draft); err != nil {
			tb.Fatal(err)
		}
	}
	return &Server{
		Site:       "https://shop.example",
		Books:      books,
		Shelves:    shelf.NewRules(map[string]string{"programming": `\bgo\b`}),
		Deliveries: worker.New(books, watchers, log, 1),
		Watchers:   watchers,
		Log:        log,
	}
}

func TestRoutes(t *testing.T) {
	h := newServer(t).Handler()
	for _, test := range []struct {
		name, method, target, body string
		status                     int
		want                       string
	}{
		{"health", "GET", "/healthz", "", 204, ""},
		{"list", "GET", "/books", "", 200, `"slug":"quoted-a-novel"`},
		{"shelf", "GET", "/books?shelf=programming", "", 200, `[{"isbn":"9780000000000","slug":"the-go-way"`},
		{"unknown shelf", "GET", "/books?shelf=cooking", "", 404, "unknown shelf"},
		{"get", "GET", "/books/the-go-way", "", 200, `"title":"The Go Way"`},
		{"get nothing", "GET", "/books/none", "", 404, "not found"},
		{"add", "POST", "/books", `{"isbn":"9780134190440","title":"Third","price":1}`, 201, `"slug":"third"`},
		{"add again", "POST", "/books", `{"isbn":"9780134190440","title":"Third","price":1}`, 409, "already exists"},
		{"add without price", "POST", "/books", `{"isbn":"9780134190440","title":"Third"}`, 422, "price is not positive"},
		{"add without isbn", "POST", "/books", `{"title":"Third"}`, 422, "isbn is not valid"},
		{"add nonsense", "POST", "/books", `{`, 400, "unexpected EOF"},
		{"watch", "POST", "/books/third/watchers?url=https://c.example/hook", "", 202, ""},
		{"watch by http", "POST", "/books/third/watchers?url=http://c.example/hook", "", 422, "https"},
		{"delivery", "POST", "/deliveries", `{"publisher":"p","manifest":"9780134190440 x 2"}`, 202, ""},
		{"delivery, queue full", "POST", "/deliveries", `{"publisher":"p"}`, 503, "full"},
		{"delivery, nonsense", "POST", "/deliveries", `{"token":"secret"}`, 400, "not readable"},
		{"export", "GET", "/export/books.csv", "", 200, "9780000000001,\"\"\"Quoted\"\", a Novel\",A. Gopher,19.99,0\n"},
		{"feed", "GET", "/feed.xml", "", 200, "https://shop.example/books/the-go-way"},
		{"old address", "GET", "/shop/item/the-go-way.html", "", 301, "/books/the-go-way"},
	} {
		t.Run(test.name, func(t *testing.T) {
			rec := httptest.NewRecorder()
			h.ServeHTTP(rec, httptest.NewRequest(test.method, test.target, strings.NewReader(test.body)))
			if rec.Code != test.status || !strings.Contains(rec.Body.String(), test.want) {
				t.Errorf("%d %s\nwant %d with %s", rec.Code, rec.Body, test.status, test.want)
			}
		})
	}
}

func TestHistory(t *testing.T) {
	s := newServer(t)
	for count := range int64(3) {
		if _, err := s.Books.Receive(t.Context(), []catalog.Line{{ISBN: "9780000000000", Count: count + 1}}); err != nil {
			t.Fatal(err)
		}
	}
	rec := httptest.NewRecorder()
	s.Handler().ServeHTTP(rec, httptest.NewRequest("GET", "/books/the-go-way/history", nil))
	lines := strings.Split(rec.Body.String(), "\n")
	if len(lines) != 4 || !strings.HasSuffix(lines[0], "+3      6 delivered") || !strings.HasSuffix(lines[2], "+1      1 delivered, back in stock") {
		t.Errorf("history is not newest first:\n%s", rec.Body)
	}
}

func TestRequestID(t *testing.T) {
	h := newServer(t).Handler()
	for sent, keep := range map[string]bool{"abcdef-123": true, "short": false, "with spaces and\nmore": false} {
		req := httptest.NewRequest("GET", "/healthz", nil)
		req.Header.Set("X-Request-ID", sent)
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, req)
		if got := rec.Header().Get("X-Request-ID"); (got == sent) != keep || len(got) < 8 {
			t.Errorf("request identifier %q became %q", sent, got)
		}
	}
}

func BenchmarkList(b *testing.B) {
	h := newServer(b).Handler()
	req := httptest.NewRequest("GET", "/books", nil)
	req.Header.Set("User-Agent", "examplebot/1.0 (crawler)")
	b.ReportAllocs()
	for b.Loop() {
		h.ServeHTTP(discard{http.Header{}}, req)
	}
}

// discard is a ResponseWriter that keeps nothing.
type discard struct{ header http.Header }

func (d discard) Header() http.Header       { return d.header }
func (discard) Write(p []byte) (int, error) { return io.Discard.Write(p) }
func (discard) WriteHeader(int)             {}
