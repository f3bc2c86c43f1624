// Package plumbing holds what keeps a service running rather than what it does.
package plumbing

import (
	"context"
	"embed"
	"html/template"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"time"
)

func probe() {}

type service struct {
	rows []string
	pool sync.Pool
}

// Shutdown.

func (s *service) Close() error {
	probe() // want `^setup: shutdown$`
	for range s.rows {
		probe() // want `^setup: shutdown$`
	}
	s.flush()
	return nil
}

func (s *service) Shutdown(ctx context.Context) error {
	probe() // want `^setup: shutdown$`
	return nil
}

func (s *service) Stop() {
	probe() // want `^setup: shutdown$`
}

func (s *service) Cleanup() {
	defer func() {
		probe() // want `^setup: `
	}()
}

func (s *service) flush() {
	probe() // want `^setup: only called from set-up code$`
}

// Migrations.

func migrateUsers(rows []string) {
	for range rows {
		probe() // want `^setup: migration$`
	}
}

type runner struct{}

func (r *runner) RunMigrations(ctx context.Context) {
	probe() // want `^setup: migration$`
}

// Functions of templates run per execution, nobody knows how often.
var funcs = template.FuncMap{
	"upper": func(s string) string {
		probe() // want `^unknown$`
		return s
	},
	"lower": lower,
}

func lower(s string) string {
	probe() // want `^unknown$`
	return s
}

// Loaders of embedded files.

//go:embed plumbing.go
var files embed.FS

var pages = parsePages(files)

func parsePages(fs embed.FS) *template.Template {
	probe() // want `^setup: only called from set-up code$`
	return nil
}

// Signals come once.
func wait(stop func()) {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt)
	go func() {
		<-sigs
		probe() // want `^unknown$`
	}()
	for range sigs {
		probe() // want `^unknown$`
	}
}

// Timers tick.
func poll(t *time.Ticker) {
	for range t.C {
		probe() // want `^unknown$`
	}
}

// Connections come now and then.
func listen(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		probe() // want `^unknown$`
		go func() {
			probe() // want `^unknown$`
			c.Close()
		}()
	}
}

// Constructors of pooled objects run when the pool is empty.
func pools() *service {
	return &service{pool: sync.Pool{New: func() any {
		probe() // want `^setup: `
		return nil
	}}}
}

// A handler named after what operators ask for is no request path, but one
// whose name only contains such a word as part of another is.
func (s *service) healthz(w http.ResponseWriter, r *http.Request) {
	probe() // want `^unknown$`
}
