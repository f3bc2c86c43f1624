package store

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"example.com/demo/internal/catalog"
)

func TestMemory(t *testing.T) {
	ctx, m := context.Background(), New()
	draft := catalog.Draft{ISBN: "9780134190440", Title: "The Go Way", Author: "A. Gopher", Price: 3999, Tags: catalog.Tags{"go"}}
	book, err := m.Add(ctx, draft)
	if err != nil || book.Slug != "the-go-way" {
		t.Fatalf("Add = %+v, %v", book, err)
	}
	if _, err := m.Add(ctx, draft); !errors.Is(err, catalog.ErrExists) {
		t.Errorf("second Add: %v, want ErrExists", err)
	}
	draft.ISBN = "9780000000002"
	if book, err := m.Add(ctx, draft); err != nil || book.Slug != draft.ISBN {
		t.Errorf("Add with a title in use: %q, %v; want the ISBN as slug", book.Slug, err)
	}
	if _, err := m.Get(ctx, "nothing"); !errors.Is(err, catalog.ErrNotFound) {
		t.Errorf("Get: %v, want ErrNotFound", err)
	}
	if books, _ := m.List(ctx, catalog.Filter{Tag: "rust"}); len(books) != 0 {
		t.Errorf("List = %v, want nothing", books)
	}

	back, err := m.Receive(ctx, []catalog.Line{
		{ISBN: "9780134190440", Count: 2, Damaged: true},
		{ISBN: "9780134190440", Count: 5},
		{ISBN: "9780134190440", Count: 1},
		{ISBN: "unknown", Count: 9},
	})
	if err != nil || len(back) != 1 || back[0].Stock != 5 {
		t.Errorf("Receive = %+v, %v", back, err)
	}
	moves, err := m.History(ctx, "the-go-way")
	if err != nil || len(moves) != 3 || moves[2].Balance != 6 {
		t.Errorf("History = %d movements, %v", len(moves), err)
	}
}

func TestSnapshot(t *testing.T) {
	ctx, m := context.Background(), New()
	if _, err := m.Add(ctx, catalog.Draft{ISBN: "9780134190440", Title: "Go", Price: 1}); err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	if err := m.Save(&buf); err != nil {
		t.Fatal(err)
	}
	loaded, err := Load(&buf)
	if err != nil {
		t.Fatal(err)
	}
	if book, err := loaded.Get(ctx, "go"); err != nil || book.ISBN != "9780134190440" {
		t.Errorf("Get = %+v, %v", book, err)
	}
	if _, err := Load(&buf); err == nil {
		t.Error("Load of an empty file succeeded")
	}
}
