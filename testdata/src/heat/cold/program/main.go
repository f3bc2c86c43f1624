// Command program shows what is cold in package main: all that no handler and
// no consumer reaches.
package main

import (
	"bufio"
	"flag"
	"log"
	"net"
	"net/http"
	"os"
	"sync"

	"github.com/rabbitmq/amqp091-go"
)

func probe() {}

func main() {
	probe() // want `^setup: `
	flag.Parse()
	for range flag.Args() {
		probe() // want `^setup: `
	}
	build(os.Args)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		probe() // want `^request: net/http handler func literal`
		render()
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func build(names []string) {
	for range names {
		probe() // want `^setup: program set-up \(package main\)$`
		step()
	}
}

func step() {
	probe() // want `^setup: program set-up \(package main\)$`
}

// Reached by a handler.
func render() {
	probe() // want `^request: net/http handler func literal.* -> calls main.render$`
	for range 100 {
		probe() // want `^element: net/http handler func literal.* -> calls main.render -> in the loop$`
	}
}

// Loops that serve stay hot.
func consume(msgs <-chan amqp091.Delivery) {
	probe() // want `^setup: program set-up \(package main\)$`
	for range msgs {
		probe() // want `^request: AMQP consumer loop$`
		work()
	}
}

func work() {
	probe() // want `^request: AMQP consumer loop -> calls main.work$`
}

// The turns of an Accept loop are connections, and what it starts is not set-up.
func listen(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		probe() // want `^setup: program set-up \(package main\)$`
		go handle(conn)
	}
}

func handle(c net.Conn) {
	s := bufio.NewScanner(c)
	for s.Scan() {
		probe() // want `^setup: program set-up \(package main\)$`
	}
}

type server struct {
	mu sync.Mutex
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler \(\*main.server\).ServeHTTP$`
}
