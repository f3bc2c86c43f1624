package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

const books = `isbn,title,author,price
9780134190440,The Go Way,A. Gopher,39.99
9780134190441,Wrong Digit,A. Gopher,39.99
`

func TestVersion(t *testing.T) {
	var out bytes.Buffer
	if err := run(t.Context(), []string{"version"}, &out); err != nil || !strings.HasPrefix(out.String(), "demo ") {
		t.Errorf("version: %q, %v", out.String(), err)
	}
}

func TestUnknownCommand(t *testing.T) {
	if err := run(t.Context(), []string{"sell"}, io.Discard); err == nil || !strings.Contains(err.Error(), "import   turn a CSV") {
		t.Errorf("error without usage: %v", err)
	}
}

func TestImportAndServe(t *testing.T) {
	dir := t.TempDir()
	table, snapshot := filepath.Join(dir, "books.csv"), filepath.Join(dir, "books.json")
	if err := os.WriteFile(table, []byte(books), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := run(t.Context(), []string{"import", "-o", snapshot, table}, &out); err != nil {
		t.Fatal(err)
	}
	if want := "skipped rows: 1 3\nwrote books.json\n"; out.String() != want {
		t.Errorf("import wrote %q, want %q", out.String(), want)
	}

	ctx, stop := context.WithCancel(t.Context())
	log, write := io.Pipe()
	done := make(chan error, 1)
	go func() {
		done <- run(ctx, []string{"serve", "-addr", "127.0.0.1:0", "-data", snapshot}, write)
		write.Close()
	}()
	line := make([]byte, 256)
	n, err := log.Read(line)
	if err != nil {
		t.Fatal(err, <-done)
	}
	go io.Copy(io.Discard, log)
	addr := regexp.MustCompile(`addr=(\S+)`).FindSubmatch(line[:n])
	if addr == nil {
		t.Fatalf("no address in %q", line[:n])
	}
	client := &http.Client{Timeout: 5 * time.Second}
	resp, err := client.Get("http://" + string(addr[1]) + "/books/the-go-way")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil || !strings.Contains(string(body), `"price":3999`) {
		t.Errorf("book: %s, %v", body, err)
	}
	stop()
	if err := <-done; err != nil {
		t.Errorf("serve: %v", err)
	}
}
