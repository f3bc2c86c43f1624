// Package worker books deliveries into stock, in the background.
package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"strconv"
	"strings"

	"example.com/demo/internal/catalog"
	"example.com/demo/internal/isbn"
)

// ErrFull says that the queue takes no more deliveries at the moment.
var ErrFull = errors.New("delivery queue is full")

// Delivery is what a publisher has sent. Its manifest has a line for each
// title, such as "978-0-13-419044-0 x 12" or, for copies that cannot be sold,
// "978-0-13-419044-0 x 2 (damaged)".
type Delivery struct {
	Publisher string `json:"publisher"`
	Manifest  string `json:"manifest"`
}

// Worker takes deliveries from a queue.
type Worker struct {
	books    catalog.Service
	watchers *Watchers
	log      *slog.Logger
	queue    chan Delivery
}

// New returns a worker whose queue holds size deliveries.
func New(books catalog.Service, watchers *Watchers, log *slog.Logger, size int) *Worker {
	return &Worker{books: books, watchers: watchers, log: log, queue: make(chan Delivery, size)}
}

// Enqueue hands d to the worker, or returns ErrFull.
func (w *Worker) Enqueue(d Delivery) error {
	select {
	case w.queue <- d:
		return nil
	default:
		return ErrFull
	}
}

// Run works until ctx is done.
func (w *Worker) Run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case d := <-w.queue:
			if err := w.process(ctx, d); err != nil {
				w.log.ErrorContext(ctx, "delivery", "publisher", d.Publisher, "error", err)
			}
		}
	}
}

func (w *Worker) process(ctx context.Context, d Delivery) error {
	lines, err := parse(d.Manifest)
	if err != nil {
		return err
	}
	for i := range lines {
		lines[i].ISBN = isbn.Normalize(lines[i].ISBN)
	}
	back, err := w.books.Receive(ctx, lines)
	if err != nil {
		return fmt.Errorf("receiving %d lines: %w", len(lines), err)
	}
	for _, book := range back {
		w.watchers.Notify(ctx, book)
	}
	return nil
}

// parse returns the lines of a manifest, with the numbers as they are written.
func parse(manifest string) ([]catalog.Line, error) {
	var lines []catalog.Line
	for i, text := range strings.Split(manifest, "\n") {
		if strings.TrimSpace(text) == "" {
			continue
		}
		entry := regexp.MustCompile(`^\s*(.+?)\s+x\s*(-?\d+)\s*(\(damaged\))?\s*$`)
		m := entry.FindStringSubmatch(text)
		if m == nil {
			return nil, fmt.Errorf("line %d: want \"isbn x count\"", i+1)
		}
		count, err := strconv.ParseInt(m[2], 10, 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		lines = append(lines, catalog.Line{ISBN: m[1], Count: count, Damaged: m[3] != ""})
	}
	return lines, nil
}
