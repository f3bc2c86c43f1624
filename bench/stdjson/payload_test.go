package stdjson

import (
	"encoding/json"
	"fmt"
	"time"
)

// book is what most variants read and write: a dozen values, one of them a
// list and one a map.
type book struct {
	ID      int64             `json:"id"`
	ISBN    string            `json:"isbn"`
	Title   string            `json:"title"`
	Author  string            `json:"author"`
	Price   int64             `json:"price"`
	Stock   int64             `json:"stock"`
	Rating  float64           `json:"rating"`
	Signed  bool              `json:"signed"`
	Added   time.Time         `json:"added"`
	Tags    []string          `json:"tags"`
	Formats map[string]string `json:"formats"`
}

// page is a list of books as a service answers with it.
type page struct {
	Total int    `json:"total"`
	Next  string `json:"next"`
	Books []book `json:"books"`
}

func makeBook(i int) book {
	return book{
		ID: int64(1000 + i), ISBN: "978-3-16-148410-0", Title: fmt.Sprintf("The Go Way, volume %d", i), Author: "Jane Doe",
		Price: 2490, Stock: int64(i), Rating: 4.5, Signed: i%2 == 0, Added: time.Date(2026, 3, 1, 12, 0, i, 0, time.UTC),
		Tags: []string{"go", "programming", "practice"}, Formats: map[string]string{"epub": "2.1 MB", "pdf": "7.4 MB"},
	}
}

func makePage(n int) page {
	p := page{Total: n, Next: "/books?after=1099"}
	for i := range n {
		p.Books = append(p.Books, makeBook(i))
	}
	return p
}

var (
	oneBook  = makeBook(0)
	twoBooks = makePage(2)
	books100 = makePage(100)

	oneBookText  = encode(oneBook)
	twoBooksText = encode(twoBooks)
	books100Text = encode(books100)
)

func encode(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return text
}
