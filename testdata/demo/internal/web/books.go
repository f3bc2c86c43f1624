package web

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"regexp"

	"example.com/demo/internal/catalog"
	"example.com/demo/internal/httpjson"
	"example.com/demo/internal/isbn"
	"example.com/demo/internal/shelf"
	"example.com/demo/internal/worker"
)

// emails are not written to the log.
var emails = regexp.MustCompile(`[\w.+-]+@[\w-]+\.[\w.]+`)

func (s *Server) listBooks(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	books, err := s.Books.List(r.Context(), catalog.Filter{Author: query.Get("author"), Tag: query.Get("tag")})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if name := query.Get("shelf"); name != "" {
		pattern, err := s.Shelves.Pattern(name)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		found := make([]catalog.Book, 0, len(books))
		for _, book := range books {
			if pattern.MatchString(book.Title) {
				found = append(found, book)
			}
		}
		books = found
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(books); err != nil {
		s.Log.WarnContext(r.Context(), "sending books", "error", err)
	}
}

func (s *Server) addBook(w http.ResponseWriter, r *http.Request) {
	var draft catalog.Draft
	if err := httpjson.Read(w, r, &draft); err != nil {
		httpjson.Error(w, http.StatusBadRequest, err.Error())
		return
	}
	if !isbn.Valid(draft.ISBN) {
		httpjson.Error(w, http.StatusUnprocessableEntity, "isbn is not valid")
		return
	}
	book, err := s.Books.Add(r.Context(), draft)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Location", "/books/"+book.Slug)
	if err := httpjson.Write(w, http.StatusCreated, book); err != nil {
		s.Log.WarnContext(r.Context(), "sending book", "error", err)
	}
}

func (s *Server) getBook(w http.ResponseWriter, r *http.Request) {
	book, err := s.Books.Get(r.Context(), r.PathValue("slug"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(book); err != nil {
		s.Log.WarnContext(r.Context(), "sending book", "error", err)
	}
}

func (s *Server) watchBook(w http.ResponseWriter, r *http.Request) {
	book, err := s.Books.Get(r.Context(), r.PathValue("slug"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	callback, err := url.Parse(r.FormValue("url"))
	if err != nil || callback.Scheme != "https" {
		httpjson.Error(w, http.StatusUnprocessableEntity, "url is not an https address")
		return
	}
	s.Watchers.Add(book.Slug, callback.String())
	w.WriteHeader(http.StatusAccepted)
}

func (s *Server) receive(w http.ResponseWriter, r *http.Request) {
	var d worker.Delivery
	if err := httpjson.Read(w, r, &d); err != nil {
		// Quotes of the input may hold the credentials of a publisher.
		secrets := regexp.MustCompile(`(?i)(token|password)"?[:=]\s*"?[^"\s]+`)
		s.Log.WarnContext(r.Context(), "delivery", "error", secrets.ReplaceAllString(err.Error(), "$1=…"))
		httpjson.Error(w, http.StatusBadRequest, "delivery is not readable")
		return
	}
	if err := s.Deliveries.Enqueue(d); err != nil {
		w.Header().Set("Retry-After", "10")
		httpjson.Error(w, http.StatusServiceUnavailable, err.Error())
		return
	}
	s.Log.InfoContext(r.Context(), "delivery", "publisher", emails.ReplaceAllString(d.Publisher, "…"))
	w.WriteHeader(http.StatusAccepted)
}

// fail answers with the status that belongs to err.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	var problems catalog.Problems
	switch {
	case errors.Is(err, catalog.ErrNotFound), errors.Is(err, shelf.ErrUnknown):
		httpjson.Error(w, http.StatusNotFound, err.Error())
	case errors.Is(err, catalog.ErrExists):
		httpjson.Error(w, http.StatusConflict, err.Error())
	case errors.As(err, &problems):
		httpjson.Error(w, http.StatusUnprocessableEntity, err.Error())
	default:
		s.Log.ErrorContext(r.Context(), "request", "path", r.URL.Path, "error", err)
		httpjson.Error(w, http.StatusInternalServerError, "internal error")
	}
}
