// Package outlive has goroutines that go on after the request that starts them.
package outlive

import (
	"context"
	"io"
	"net/http"
	"os"
	"sync"
	"time"
)

func literal(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	go func() { // want "goroutine outlives the request that starts it: nothing waits for it, limits or cancels it"
		if err := os.Remove(name); err != nil {
			println(err.Error())
		}
	}()
}

func named(w http.ResponseWriter, r *http.Request) {
	go os.Remove(r.FormValue("name")) // want "goroutine outlives the request"
}

func detached(w http.ResponseWriter, r *http.Request) {
	go save(context.Background(), r.FormValue("name")) // want "goroutine outlives the request"
}

func without(w http.ResponseWriter, r *http.Request) {
	go save(context.WithoutCancel(r.Context()), r.FormValue("name")) // want "goroutine outlives the request"
}

func save(ctx context.Context, name string) error { return os.Remove(name) }

// A helper that requests reach, at the line that starts the goroutine.
func deep(w http.ResponseWriter, r *http.Request) { audit(r.URL.Path) }

func audit(path string) {
	go os.WriteFile("audit", []byte(path), 0o600) // want "goroutine outlives the request"
}

// nope: something cancels it
func cancelled(w http.ResponseWriter, r *http.Request) {
	go save(r.Context(), "a")
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		save(ctx, "b")
	}()
}

// nope: the handler waits
func awaited(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	wg.Go(func() { os.Remove("a") })
	wg.Wait()
}

// nope: the other end of the pipe is read by the request
func piped(w http.ResponseWriter, r *http.Request) {
	pr, pw := io.Pipe()
	defer pr.Close()
	go func() {
		_, err := io.WriteString(pw, r.URL.Path)
		pw.CloseWithError(err)
	}()
	io.Copy(w, pr)
}

type conn struct{ in io.Reader }

func (c *conn) readAll() {
	for {
		if _, err := c.in.Read(make([]byte, 512)); err != nil {
			return
		}
	}
}

// nope: it lives as long as its connection
func upgraded(w http.ResponseWriter, r *http.Request) {
	c := &conn{r.Body}
	go c.readAll()
}

// nope: the program ends
func quit(w http.ResponseWriter, r *http.Request) {
	go func() {
		os.Remove("pid")
		os.Exit(0)
	}()
}

// nope: it takes no time
func short(w http.ResponseWriter, r *http.Request) {
	go println(r.URL.Path)
}

// nope: such requests come seldom
func reloadAll(w http.ResponseWriter, r *http.Request) {
	go os.Remove(r.FormValue("name"))
}

// nope: not for a request
func background() {
	go os.Remove("a")
}

// nope: a place is taken before it starts
var places = make(chan struct{}, 8)

func limited(w http.ResponseWriter, r *http.Request) {
	places <- struct{}{}
	go func() {
		defer func() { <-places }()
		os.Remove(r.FormValue("name"))
	}()
}

// nope: one at a time
var once sync.Once

func first(w http.ResponseWriter, r *http.Request) {
	once.Do(func() { go os.Remove("cache") })
}
