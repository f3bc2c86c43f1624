// Package once holds bodies that run once.
package once

import (
	"net/http"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/singleflight"
)

func probe() int { return 0 }

var (
	guard sync.Once
	group singleflight.Group
	conf  *value
)

type value struct{ n int }

func handler(w http.ResponseWriter, r *http.Request) {
	guard.Do(func() {
		probe() // want `^cold: runs once \(\(\*sync.Once\).Do\)$`
		for range 100 {
			probe() // want `^cold: runs once \(\(\*sync.Once\).Do\)$`
		}
	})
	guard.Do(fill)
	group.Do("k", func() (any, error) {
		probe() // want `^cold: runs once \(\(\*singleflight.Group\).Do\)$`
		return nil, nil
	})
	once()
	_ = sync.OnceValues(func() (int, error) {
		return probe(), nil // want `^cold: runs once \(sync.OnceValues\)$`
	})
	get().load()
	probe() // want `^request: net/http handler once.handler$`
}

var once = sync.OnceFunc(func() {
	probe() // want `^cold: runs once \(sync.OnceFunc\)$`
})

// A declared function that is only handed to Do.
func fill() {
	probe() // want `^setup: only called from set-up code$`
}

// A nil guard that dominates the assignment.

func get() *value {
	if conf == nil {
		probe() // want `^cold: lazy initialisation$`
		conf = &value{}
	}
	return conf
}

type lazy struct {
	conf   *value
	name   string
	ready  bool
	failed error
	ptr    atomic.Pointer[value]
}

func (c *value) load() {
	l := &lazy{}
	l.fields()
}

func (l *lazy) fields() {
	copied := l.conf
	if copied == nil {
		copied = &value{probe()} // want `^cold: lazy initialisation$`
		l.conf = copied
	}
	loaded := l.ptr.Load()
	if loaded == nil {
		probe() // want `^cold: lazy initialisation$`
		loaded = new(value)
		l.ptr.Store(loaded)
	}
	other := l.conf
	if other == nil { // not filled in for the next time
		probe() // want `^request: `
	}
	if l.conf == nil {
		l.conf = &value{probe()} // want `^cold: lazy initialisation$`
	}
	if l.name == "" {
		probe() // want `^cold: lazy initialisation$`
		l.name = "x"
	}
	if l.conf == nil && l.failed == nil {
		l.conf, l.failed = &value{probe()}, nil // want `^cold: lazy initialisation$`
	}
	if l.conf == nil || l.failed == nil { // as long as nothing fails, each time
		l.conf = &value{probe()} // want `^request: `
	}
	if !l.ready {
		probe() // want `^cold: lazy initialisation$`
		l.ready = true
	}
	if l.ptr.Load() == nil {
		probe() // want `^cold: lazy initialisation$`
		l.ptr.Store(&value{})
	}
	if c := l.ptr.Load(); c == nil {
		probe() // want `^cold: `
		l.ptr.CompareAndSwap(nil, &value{})
	}
	probe() // want `^request: `
}

// The guard returns at once where it has run.
func (l *lazy) early() {
	if l.conf != nil {
		return
	}
	probe() // want `^cold: lazy initialisation$`
	l.conf = &value{}
}

// A sticky error is no value that is made once.
type writer struct {
	err error
	buf []byte
}

func (w *writer) write(r *http.Request) error {
	if w.err != nil {
		return w.err
	}
	probe() // want `^request: \(\*once.writer\).write takes \*http.Request$`
	if w.err == nil {
		probe() // want `^request: \(\*once.writer\).write takes \*http.Request$`
		_, w.err = r.Body.Read(w.buf)
	}
	w.err = r.Body.Close()
	return w.err
}

// No lazy initialisation: a local variable starts anew on each call.
func local(w http.ResponseWriter, r *http.Request) {
	var c *value
	if c == nil {
		probe() // want `^request: net/http handler once.local$`
		c = &value{}
	}
	_ = c
	// Nor is another variable assigned.
	l := &lazy{}
	if l.conf == nil {
		probe() // want `^request: net/http handler once.local$`
		l.name = "x"
	}
}
