// Package outlive has goroutines that go on after the request that starts them.
package outlive

import (
	"context"
	"errgroup/async"
	"io"
	"net"
	"net/http"
	"net/smtp"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

func post(name string) error {
	_, err := http.Post("http://example.com", "text/plain", strings.NewReader(name))
	return err
}

func literal(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	go func() { // want "goroutine outlives the request that starts it: nothing waits for it, limits or cancels it"
		if err := post(name); err != nil {
			println(err.Error())
		}
	}()
}

func named(w http.ResponseWriter, r *http.Request) {
	go post(r.FormValue("name")) // want "goroutine outlives the request"
}

func detached(w http.ResponseWriter, r *http.Request) {
	go save(context.Background(), r.FormValue("name")) // want "goroutine outlives the request"
}

func without(w http.ResponseWriter, r *http.Request) {
	go save(context.WithoutCancel(r.Context()), r.FormValue("name")) // want "goroutine outlives the request"
}

func save(ctx context.Context, name string) error {
	req, err := http.NewRequestWithContext(ctx, "POST", "http://example.com", strings.NewReader(name))
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

// nope: the task limits its own time
func limitsItself(w http.ResponseWriter, r *http.Request) {
	go saveSoon(context.Background(), r.FormValue("name"))
	go func(ctx context.Context) {
		save(ctx, "a")
	}(r.Context())
}

func saveSoon(ctx context.Context, name string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return save(ctx, name)
}

// A helper that requests reach, at the line that starts the goroutine.
func deep(w http.ResponseWriter, r *http.Request) { audit(r.URL.Path) }

func audit(path string) {
	go http.Get("http://example.com" + path) // want "goroutine outlives the request"
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
	wg.Go(func() { post("a") })
	wg.Wait()
}

// nope: the other end of the pipe is read by the request
func piped(w http.ResponseWriter, r *http.Request) {
	pr, pw := io.Pipe()
	defer pr.Close()
	go func() {
		err := post(r.URL.Path)
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
		post("pid")
		os.Exit(0)
	}()
}

// nope: it takes no time
func short(w http.ResponseWriter, r *http.Request) {
	go println(r.URL.Path)
}

// nope: such requests come seldom
func reloadAll(w http.ResponseWriter, r *http.Request) {
	go post(r.FormValue("name"))
}

// nope: rebuilding what exists comes seldom, too
func handleReindex(w http.ResponseWriter, r *http.Request) {
	go post(r.FormValue("repo"))
	w.WriteHeader(http.StatusAccepted)
}

// nope: not for a request
func background() {
	go post("a")
}

// nope: a place is taken before it starts
var places = make(chan struct{}, 8)

func limited(w http.ResponseWriter, r *http.Request) {
	places <- struct{}{}
	go func() {
		defer func() { <-places }()
		post(r.FormValue("name"))
	}()
}

// nope: one at a time
var once sync.Once

func first(w http.ResponseWriter, r *http.Request) {
	once.Do(func() { go post("cache") })
}

// other ways to ask a remote machine
func mail(w http.ResponseWriter, r *http.Request) {
	go smtp.SendMail("example.com:25", nil, "a", nil, nil) // want "goroutine outlives the request"
	m := mailer{client: &http.Client{Timeout: time.Second}}
	go m.ping() // want "goroutine outlives the request"
	go func() { // want "goroutine outlives the request"
		if conn, err := net.Dial("tcp", "example.com:25"); err == nil {
			conn.Close()
		}
	}()
	async.FireAndForget(func() { // want "goroutine outlives the request"
		m.ping()
	})
	send := func() { m.ping() }
	async.Go(send)                   // want "goroutine outlives the request"
	async.Spawn(func() { m.ping() }) // nope: waits for a place
}

type mailer struct{ client *http.Client }

func (m mailer) ping() error { return m.ask("HEAD") }

func (m mailer) ask(method string) error {
	req, err := http.NewRequest(method, "http://example.com", nil)
	if err != nil {
		return err
	}
	_, err = m.client.Do(req)
	return err
}

// nope: work on this machine is mostly short, so that it is a notice
func here(w http.ResponseWriter, r *http.Request) {
	go os.Remove(r.FormValue("name"))
	go func() {
		if err := os.WriteFile("audit", nil, 0o600); err != nil {
			println(err.Error())
		}
	}()
}

// a context of the program ends no request
func handler(ctx context.Context) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		go save(ctx, r.FormValue("name")) // want "goroutine outlives the request"
		inner := r.Context()
		go save(inner, r.FormValue("name")) // nope: the request's
	})
}

// a program for each request
func convert(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	go func() { // want "goroutine outlives the request"
		if err := exec.Command("convert", name).Run(); err != nil {
			println(err.Error())
		}
	}()
}

type scripts struct {
	mu      sync.Mutex
	running map[string]bool
	busy    atomic.Bool
	loading bool
}

func script(name string) error { return exec.Command(name).Run() }

// nope: one for each name at most
func (s *scripts) start(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	s.mu.Lock()
	defer s.mu.Unlock()
	running := s.running[name]
	if running {
		return
	}
	s.running[name] = true
	go script(name)
}

// nope: one at a time
func (s *scripts) reload(w http.ResponseWriter, r *http.Request) {
	if !s.busy.CompareAndSwap(false, true) {
		http.Error(w, "busy", http.StatusConflict)
		return
	}
	go func() {
		defer s.busy.Store(false)
		script("reload")
	}()
}

// nope: the same under a lock
func (s *scripts) load(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	if s.loading {
		s.mu.Unlock()
		return
	}
	s.loading = true
	s.mu.Unlock()
	go script("load")
}

// what it looks at does not change with it
func (s *scripts) unless(w http.ResponseWriter, r *http.Request) {
	if s.loading {
		return
	}
	go script("load") // want `goroutine outlives the request that starts it`
}
