package worker

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"example.com/demo/internal/catalog"
	"example.com/demo/internal/store"
)

const manifest = "978-0-13-419044-0 x 12\n\nISBN 978-0-00-000000-2  x1 (damaged)\n"

func TestParse(t *testing.T) {
	lines, err := parse(manifest)
	if err != nil || len(lines) != 2 {
		t.Fatalf("parse = %v, %v", lines, err)
	}
	if want := (catalog.Line{ISBN: "ISBN 978-0-00-000000-2", Count: 1, Damaged: true}); lines[1] != want {
		t.Errorf("second line = %+v, want %+v", lines[1], want)
	}
	if lines, err := parse("9780134190440 x -3"); err != nil || lines[0].Count != -3 {
		t.Errorf("parse of a return = %v, %v", lines, err)
	}
	if _, err := parse("twelve books"); err == nil {
		t.Error("a line without a count was accepted")
	}
}

func TestProcess(t *testing.T) {
	ctx, books := t.Context(), store.New()
	if _, err := books.Add(ctx, catalog.Draft{ISBN: "9780134190440", Title: "Go", Price: 1}); err != nil {
		t.Fatal(err)
	}
	var calls atomic.Int32
	hook := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { calls.Add(1) }))
	defer hook.Close()

	watchers := NewWatchers(slog.New(slog.DiscardHandler))
	watchers.Add("go", hook.URL+"/a")
	watchers.Add("go", hook.URL+"/b")
	watchers.Add("go", hook.URL+"/b")
	w := New(books, watchers, slog.New(slog.DiscardHandler), 1)
	for range 2 {
		if err := w.process(ctx, Delivery{Manifest: manifest}); err != nil {
			t.Fatal(err)
		}
	}
	if book, _ := books.Get(ctx, "go"); book.Stock != 24 {
		t.Errorf("stock = %d, want 24", book.Stock)
	}
	if calls.Load() != 2 {
		t.Errorf("%d calls, want one for each of two watchers", calls.Load())
	}
}

func TestRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		books := store.New()
		if _, err := books.Add(t.Context(), catalog.Draft{ISBN: "9780134190440", Title: "Go", Price: 1}); err != nil {
			t.Fatal(err)
		}
		log := slog.New(slog.DiscardHandler)
		w := New(books, NewWatchers(log), log, 1)
		if err := w.Enqueue(Delivery{Manifest: manifest}); err != nil {
			t.Fatal(err)
		}
		if err := w.Enqueue(Delivery{}); err != ErrFull {
			t.Errorf("Enqueue = %v, want ErrFull", err)
		}
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); w.Run(ctx) }()
		synctest.Wait()
		if book, _ := books.Get(ctx, "go"); book.Stock != 12 {
			t.Errorf("stock = %d, want 12", book.Stock)
		}
		stop()
		<-done
	})
}
