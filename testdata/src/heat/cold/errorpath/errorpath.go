// Package errorpath holds code that runs only when something fails.
package errorpath

import (
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

func probe() string { return "" }

func handler(w http.ResponseWriter, r *http.Request) {
	_ = plain(r)
	_ = conditions(r)
	cases(r)
}

type wrapped struct{ msg string }

func (w *wrapped) Error() string {
	return probe() // want `^cold: text for people$`
}

func (w *wrapped) String() string {
	return probe() // want `^cold: text for people$`
}

func (w *wrapped) GoString() string {
	return probe() // want `^cold: text for people$`
}

func (w *wrapped) Format(s fmt.State, verb rune) {
	probe() // want `^cold: text for people$`
}

// Another method of that name serves requests.
func (w *wrapped) String2(r *http.Request) string {
	return probe() // want `^request: `
}

// Arguments of panics, of fatal calls and of error constructors.
func plain(r *http.Request) error {
	switch r.URL.Path {
	case "1":
		panic(probe()) // want `^cold: `
	case "2":
		log.Fatalf("%s", probe()) // want `^cold: `
	case "3":
		return errors.New(probe()) // want `^cold: error path$`
	case "4":
		return fmt.Errorf("x: %s", probe()) // want `^cold: error path$`
	case "5":
		return &wrapped{probe()} // want `^cold: error path$`
	case "6":
		return newNotFoundError(probe()) // want `^cold: error path$`
	case "7":
		return fmt.Errorf("x: %w", errors.Join(errors.New(probe()))) // want `^cold: error path$`
	}
	log.Println(probe()) // want `^request: `
	return nil
}

func newNotFoundError(name string) error { return errors.New(name) }

// What an error path calls is not called by the request.
func conditions(r *http.Request) error {
	err := check(r)
	if err != nil {
		probe() // want `^cold: error path$`
		report(err)
		return err
	}
	if err := check(r); err != nil && r.Body != nil {
		probe() // want `^cold: error path$`
	} else {
		probe() // want `^request: `
	}
	if err == nil {
		probe() // want `^request: `
	} else {
		probe() // want `^cold: error path$`
	}
	if nil != err {
		probe() // want `^cold: error path$`
	}
	if err := check(r); err == nil {
		return nil
	}
	probe() // want `^cold: error path$`
	return nil
}

func check(r *http.Request) error { return nil }

func report(err error) {
	probe() // want `^setup: only called from set-up code$`
}

// Errors used as control flow are no error path.
func flow(r *http.Request, rows *sql.Row) error {
	for {
		_, err := r.Body.Read(nil)
		if err == io.EOF {
			probe() // want `^request: `
			break
		}
	}
	err := rows.Scan()
	if errors.Is(err, sql.ErrNoRows) {
		probe() // want `^request: `
	}
	// A nil test of something that is no error.
	if r.Body != nil {
		probe() // want `^request: `
	}
	return nil
}

// Blocks in which every path reaches a panic or an exit.
func cases(r *http.Request) {
	if r.Body == nil {
		probe() // want `^cold: leads to a panic or exit$`
		panic("no body")
	}
	if r.URL == nil {
		probe() // want `^cold: leads to a panic or exit$`
		os.Exit(1)
	} else if r.Host == "" {
		probe() // want `^cold: leads to a panic or exit$`
		log.Fatal("no host")
	} else {
		probe() // want `^request: `
	}
	if r.Form == nil {
		probe() // want `^request: `
	} else {
		probe() // want `^cold: leads to a panic or exit$`
		log.Panicln("form")
	}
	switch r.Method {
	case "GET":
		probe() // want `^request: `
	default:
		probe() // want `^cold: leads to a panic or exit$`
		panic("method")
	}
	switch err := check(r); {
	case err != nil:
		probe() // want `^cold: error path$`
	default:
		probe() // want `^request: `
	}
}

// A block that may do without: only one path panics.
func perhaps(r *http.Request) {
	if r.Body == nil {
		probe() // want `^request: `
		if r.URL == nil {
			panic("both")
		}
	}
}

// A function that always panics is cold, and so is what only it calls.
func fail(r *http.Request, msg string) {
	probe() // want `^cold: leads to a panic or exit$`
	panic(msg)
}

// What a panic leaves behind.
func recovered(r *http.Request) {
	defer func() {
		if v := recover(); v != nil {
			probe() // want `^cold: error path$`
		}
		if recover() != nil {
			probe() // want `^cold: error path$`
		}
		probe() // want `^request: `
	}()
}

// Not one that serves until it fails, or leaves others working.
func serve(r *http.Request) {
	probe() // want `^request: `
	log.Fatal(http.ListenAndServe(":80", nil))
}

func serveBehind(r *http.Request, quit chan bool) {
	go fail(r, "")
	probe() // want `^request: `
	<-quit
	log.Fatal("quit")
}

// Nor one that returns on some path, or that loops first.
func failLater(r *http.Request) {
	probe() // want `^request: `
	if r.Body != nil {
		return
	}
	panic("body")
}

// An answer that says that the request failed.
func refuse(w http.ResponseWriter, r *http.Request, busy, gone bool) {
	if busy {
		probe() // want `^cold: error path$`
		w.WriteHeader(http.StatusTooManyRequests)
		return
	}
	if gone {
		probe() // want `^cold: error path$`
		http.Error(w, "gone", 410)
		return
	}
	if r.URL.Path == "" {
		probe()                             // want `^request: `
		w.WriteHeader(http.StatusNoContent) // no failure
		return
	}
	if r.Method == "" {
		probe()                              // want `^request: `
		w.WriteHeader(http.StatusBadRequest) // goes on
	}
	probe() // want `^request: `
}

func answer(r *http.Request, respond func(status int, body string) error) error {
	if r.URL == nil {
		return respond(http.StatusNotFound, probe()) // want `^cold: error path$`
	}
	return respond(http.StatusOK, probe()) // want `^request: `
}

func retry(r *http.Request, send func(method string)) {
	if r.Method == "" {
		probe()              // want `^request: `
		send(http.MethodGet) // a constant of net/http that is no status
		return
	}
}
