package web

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"example.com/demo/internal/catalog"
	"example.com/demo/internal/feed"
)

// exportCSV sends the whole catalog as a table.
func (s *Server) exportCSV(w http.ResponseWriter, r *http.Request) {
	books, err := s.Books.List(r.Context(), catalog.Filter{})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	body := "isbn,title,author,price,stock\n"
	for _, book := range books {
		body += fmt.Sprintf("%s,%s,%s,%d.%02d,%d\n",
			book.ISBN, quote(book.Title), quote(book.Author), book.Price/100, book.Price%100, book.Stock)
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	io.WriteString(w, body)
}

// quote returns s as a field of a CSV file.
func quote(s string) string {
	if !strings.ContainsAny(s, ",\"\n") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// bookHistory sends the stock movements of a book, the newest first.
func (s *Server) bookHistory(w http.ResponseWriter, r *http.Request) {
	moves, err := s.Books.History(r.Context(), r.PathValue("slug"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	text := ""
	for _, move := range moves {
		at := time.Unix(move.At, 0).UTC().Format(time.DateTime)
		text = fmt.Sprintf("%s %+5d %6d %s\n", at, move.Delta, move.Balance, reason(move)) + text
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	io.WriteString(w, text)
}

func reason(move *catalog.Movement) string {
	switch {
	case move.Damaged:
		return "damaged"
	case move.Return:
		return "returned"
	case move.Restock:
		return "delivered, back in stock"
	default:
		return "delivered"
	}
}

// newsFeed sends the books as an RSS feed.
func (s *Server) newsFeed(w http.ResponseWriter, r *http.Request) {
	books, err := s.Books.List(r.Context(), catalog.Filter{})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
	io.WriteString(w, feed.Render(s.Site, books))
}
