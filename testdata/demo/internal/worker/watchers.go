package worker

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"slices"
	"sync"
	"time"

	"example.com/demo/internal/catalog"
)

// Watchers are the customers who wait for sold-out books.
type Watchers struct {
	client *http.Client
	log    *slog.Logger

	mu     sync.Mutex
	bySlug map[string][]string // callback addresses
}

// NewWatchers returns an empty list.
func NewWatchers(log *slog.Logger) *Watchers {
	return &Watchers{
		client: &http.Client{Timeout: 5 * time.Second},
		log:    log,
		bySlug: make(map[string][]string),
	}
}

// Add asks for a call to url when the book is in stock again.
func (w *Watchers) Add(slug, url string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !slices.Contains(w.bySlug[slug], url) {
		w.bySlug[slug] = append(w.bySlug[slug], url)
	}
}

// Notify calls everyone who waits for the book, and forgets them.
func (w *Watchers) Notify(ctx context.Context, book catalog.Book) {
	urls, err := w.take(ctx, book.Slug)
	if err != nil {
		w.log.ErrorContext(ctx, "notify", "book", book.Slug, "error", err)
		return
	}
	body, err := json.Marshal(book)
	if err != nil {
		w.log.ErrorContext(ctx, "notify", "book", book.Slug, "error", err)
		return
	}
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := w.call(ctx, url, body); err != nil {
				w.log.WarnContext(ctx, "notify", "url", url, "error", err)
			}
		}()
	}
	wg.Wait()
}

// take returns the addresses that wait for a book, and forgets them.
func (w *Watchers) take(ctx context.Context, slug string) ([]string, error) {
	if err := ctx.Err(); err != nil {
		return nil, err // they wait for the next copies
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	urls := w.bySlug[slug]
	delete(w.bySlug, slug)
	return urls, nil
}

func (w *Watchers) call(ctx context.Context, url string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := w.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
