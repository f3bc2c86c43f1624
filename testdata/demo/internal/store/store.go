// Package store keeps the catalog in memory, with a snapshot on disk.
package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"example.com/demo/internal/catalog"
	"example.com/demo/internal/slug"
)

var _ catalog.Service = (*Memory)(nil)

// Memory is a catalog.Service that is safe for concurrent use.
type Memory struct {
	now func() time.Time

	mu      sync.RWMutex
	bySlug  map[string]*catalog.Book
	byISBN  map[string]*catalog.Book
	history map[string][]*catalog.Movement // by ISBN
}

// New returns an empty store.
func New() *Memory {
	return &Memory{
		now:     time.Now,
		bySlug:  make(map[string]*catalog.Book),
		byISBN:  make(map[string]*catalog.Book),
		history: make(map[string][]*catalog.Movement),
	}
}

// Load reads a snapshot that Save has written.
func Load(r io.Reader) (*Memory, error) {
	var books []*catalog.Book
	if err := json.NewDecoder(r).Decode(&books); err != nil {
		return nil, fmt.Errorf("reading snapshot: %w", err)
	}
	m := New()
	for _, b := range books {
		m.bySlug[b.Slug] = b
		m.byISBN[b.ISBN] = b
	}
	return m, nil
}

// Save writes a snapshot of all books.
func (m *Memory) Save(w io.Writer) error {
	books, err := m.List(context.Background(), catalog.Filter{})
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(books)
}

// Add implements catalog.Service.
func (m *Memory) Add(_ context.Context, draft catalog.Draft) (catalog.Book, error) {
	if err := draft.Check(); err != nil {
		return catalog.Book{}, err
	}
	book := &catalog.Book{
		ISBN:    draft.ISBN,
		Slug:    slug.Make(draft.Title),
		Title:   draft.Title,
		Author:  draft.Author,
		Price:   draft.Price,
		Tags:    draft.Tags,
		AddedAt: m.now().UTC(),
	}

	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.byISBN[book.ISBN]; ok {
		return catalog.Book{}, fmt.Errorf("%s: %w", book.ISBN, catalog.ErrExists)
	}
	if _, ok := m.bySlug[book.Slug]; ok || book.Slug == "" {
		book.Slug = book.ISBN
	}
	m.bySlug[book.Slug] = book
	m.byISBN[book.ISBN] = book
	return *book, nil
}

// Get implements catalog.Service.
func (m *Memory) Get(_ context.Context, slug string) (catalog.Book, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	book, ok := m.bySlug[slug]
	if !ok {
		return catalog.Book{}, fmt.Errorf("%s: %w", slug, catalog.ErrNotFound)
	}
	return *book, nil
}

// List implements catalog.Service.
func (m *Memory) List(_ context.Context, filter catalog.Filter) ([]catalog.Book, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	books := make([]catalog.Book, 0, len(m.bySlug))
	for _, book := range m.bySlug {
		if filter.Author != "" && book.Author != filter.Author {
			continue
		}
		if filter.Tag != "" && !slices.Contains(book.Tags, filter.Tag) {
			continue
		}
		books = append(books, *book)
	}
	slices.SortFunc(books, func(a, b catalog.Book) int { return cmp.Compare(a.Slug, b.Slug) })
	return books, nil
}

// Receive implements catalog.Service. Damaged copies are recorded, but cannot
// be sold; lines with an unknown ISBN are ignored.
func (m *Memory) Receive(_ context.Context, lines []catalog.Line) ([]catalog.Book, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var back []catalog.Book
	for _, line := range lines {
		book, ok := m.byISBN[line.ISBN]
		if !ok {
			continue
		}
		before := book.Stock
		if !line.Damaged {
			book.Stock += line.Count
		}
		restock := before == 0 && book.Stock > 0
		m.history[book.ISBN] = append(m.history[book.ISBN], &catalog.Movement{
			Damaged: line.Damaged,
			At:      m.now().Unix(),
			Return:  line.Count < 0,
			Delta:   line.Count,
			Restock: restock,
			Balance: book.Stock,
		})
		if restock {
			back = append(back, *book)
		}
	}
	return back, nil
}

// History implements catalog.Service.
func (m *Memory) History(_ context.Context, slug string) ([]*catalog.Movement, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	book, ok := m.bySlug[slug]
	if !ok {
		return nil, fmt.Errorf("%s: %w", slug, catalog.ErrNotFound)
	}
	return slices.Clone(m.history[book.ISBN]), nil
}
