// Package catalog defines the books of the shop and the service that keeps
// them. It knows nothing of how they are stored or served.
package catalog

import (
	"context"
	"errors"
	"time"
)

var (
	// ErrNotFound says that no book has the slug asked for.
	ErrNotFound = errors.New("book not found")
	// ErrExists says that the shop already has a book with that ISBN.
	ErrExists = errors.New("book already exists")
)

// Service is what the shop can do with its books.
type Service interface {
	// Add puts a new book on sale.
	Add(ctx context.Context, draft Draft) (Book, error)
	// Get returns the book with the given slug.
	Get(ctx context.Context, slug string) (Book, error)
	// List returns the books that filter lets through, sorted by slug.
	List(ctx context.Context, filter Filter) ([]Book, error)
	// Receive books the lines of a delivery into stock and returns the books
	// that were sold out before.
	Receive(ctx context.Context, lines []Line) ([]Book, error)
	// History returns the stock movements of a book, oldest first.
	History(ctx context.Context, slug string) ([]*Movement, error)
}

// Book is one title of the shop.
type Book struct {
	ISBN    string    `json:"isbn"`
	Slug    string    `json:"slug"`
	Title   string    `json:"title"`
	Author  string    `json:"author"`
	Price   int64     `json:"price"` // in cents
	Stock   int64     `json:"stock"`
	Tags    Tags      `json:"tags,omitempty"`
	AddedAt time.Time `json:"addedAt"`
}

// Draft is a book before it has a slug and a place in the shop.
type Draft struct {
	ISBN   string `json:"isbn"`
	Title  string `json:"title"`
	Author string `json:"author"`
	Price  int64  `json:"price"`
	Tags   Tags   `json:"tags"`
}

// Check returns the reasons why d cannot be put on sale, or nil.
func (d Draft) Check() error {
	var problems Problems
	if d.ISBN == "" {
		problems = append(problems, "isbn is missing")
	}
	if d.Title == "" {
		problems = append(problems, "title is missing")
	}
	if d.Price <= 0 {
		problems = append(problems, "price is not positive")
	}
	if problems == nil {
		return nil
	}
	return problems
}

// Filter selects books. Its zero value selects all of them.
type Filter struct {
	Author string
	Tag    string
}

// Line is one line of a delivery. A negative count goes back to the publisher.
type Line struct {
	ISBN    string
	Count   int64
	Damaged bool
}

// Movement is one change of a book's stock.
type Movement struct {
	Damaged bool
	At      int64 // Unix seconds
	Return  bool
	Delta   int64
	Restock bool // the book was sold out before
	Balance int64
}

// Tags are the keywords of a book.
type Tags []string

// String returns the tags as they are printed on labels: "#go #web".
func (t Tags) String() string {
	s := ""
	for i, tag := range t {
		if i > 0 {
			s += " "
		}
		s += "#" + tag
	}
	return s
}

// Problems is an error that lists all that is wrong with an input.
type Problems []string

func (p Problems) Error() string {
	text := "invalid book:"
	for _, problem := range p {
		text += " " + problem + ";"
	}
	return text[:len(text)-1]
}
