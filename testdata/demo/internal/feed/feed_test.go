package feed

import (
	"encoding/xml"
	"fmt"
	"testing"

	"example.com/demo/internal/catalog"
)

func TestRender(t *testing.T) {
	var doc struct {
		Items []struct {
			Title string `xml:"title"`
			Link  string `xml:"link"`
		} `xml:"channel>item"`
	}
	text := Render("https://shop.example", []catalog.Book{{Title: "Go & Web", Slug: "go-web"}, {Title: "Two", Slug: "two"}})
	if err := xml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if len(doc.Items) != 2 || doc.Items[0].Title != "Go & Web" || doc.Items[1].Link != "https://shop.example/books/two" {
		t.Errorf("unexpected items in\n%s", text)
	}
}

func BenchmarkRender(b *testing.B) {
	books := make([]catalog.Book, 200)
	for i := range books {
		books[i] = catalog.Book{Title: fmt.Sprint("Volume ", i), Slug: fmt.Sprint("volume-", i)}
	}
	b.ReportAllocs()
	for b.Loop() {
		Render("https://shop.example", books)
	}
}
