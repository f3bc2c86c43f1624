package few

import (
	"context"
	"io"
	"net/http"
	"os"
	"time"
)

// store does things until quit is closed.
type store struct {
	quit   chan struct{}
	places chan struct{}
	tick   chan time.Time
}

// copied tells by a channel that it is done.
type copied struct{ done chan struct{} }

func (s *store) files(ctx context.Context) ([]string, error) { return nil, nil }

func (s *store) ask(file string) <-chan string { return nil }

func (s *store) note(string) {}

// nope: each waits for what comes when it comes, and would keep others from that
func (s *store) await(ctx context.Context) {
	files, _ := s.files(ctx)
	for _, file := range files {
		go s.awaitOne(s.ask(file))
	}
	for _, file := range files {
		answers := s.ask(file)
		go func() {
			select {
			case answer, ok := <-answers:
				if ok {
					os.Remove(answer)
				}
			case <-s.quit:
			}
		}()
	}
}

func (s *store) awaitOne(answers <-chan string) {
	select {
	case answer := <-answers:
		os.Remove(answer)
	case <-s.quit:
		return
	}
}

type watcher interface {
	Follow(file string, quit <-chan struct{}) error
}

// nope: what is told when to end goes on until then
func (s *store) follow(ctx context.Context, w watcher) {
	files, _ := s.files(ctx)
	for _, file := range files {
		go func() { _ = w.Follow(file, s.quit) }()
	}
}

// work that may be ended is work for all that
func (s *store) fetch(ctx context.Context, out chan<- int64) {
	files, _ := s.files(ctx)
	for _, file := range files {
		go func() { // want `a goroutine starts for each element of files`
			resp, err := http.Get(file)
			if err != nil {
				return
			}
			defer resp.Body.Close()
			n, _ := io.Copy(io.Discard, resp.Body)
			select {
			case out <- n:
			case <-s.quit:
			}
		}()
	}
	for _, file := range files {
		go func() { // want `a goroutine starts for each element of files`
			select {
			case <-s.places:
			case <-s.quit:
				return
			}
			os.Remove(file)
		}()
	}
	for _, file := range files {
		go func() { // want `a goroutine starts for each element of files`
			select {
			case <-s.quit:
				return
			default:
			}
			os.Remove(file)
		}()
	}
	for _, file := range files {
		one := &copied{done: make(chan struct{})}
		go func() { // want `a goroutine starts for each element of files`
			defer close(one.done)
			resp, err := http.Get(file)
			if err == nil {
				resp.Body.Close()
			}
		}()
	}
	for _, file := range files {
		go func() { // want `a goroutine starts for each element of files`
			select {
			case <-time.After(time.Second):
			case <-s.quit:
				return
			}
			os.Remove(file)
		}()
	}
}
