// Package feed renders the shop's news for feed readers.
package feed

import (
	"encoding/xml"
	"strings"
	"time"

	"example.com/demo/internal/catalog"
)

// Render returns an RSS document with one item for each book.
func Render(site string, books []catalog.Book) string {
	items := ""
	for _, book := range books {
		items += "<item><title>" + escape(book.Title) + "</title>" +
			"<link>" + escape(site+"/books/"+book.Slug) + "</link>" +
			"<pubDate>" + book.AddedAt.Format(time.RFC1123Z) + "</pubDate></item>\n"
	}
	return xml.Header + `<rss version="2.0"><channel>` +
		"<title>New books</title><link>" + escape(site) + "</link>\n" +
		items + "</channel></rss>\n"
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder never fails
	return b.String()
}
