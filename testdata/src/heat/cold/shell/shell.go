// Package shell shows loops that turn whenever somebody has typed a line.
package shell

import (
	"net/http"
	"strings"

	"golang.org/x/term"
)

func probe() {}

type shell struct {
	t    *term.Terminal
	rows []string
}

func (s *shell) run() {
	for {
		line, err := s.t.ReadLine()
		if err != nil {
			return
		}
		probe() // want `^setup: waits for somebody at a terminal$`
		s.list(strings.Fields(line))
	}
}

func (s *shell) list(args []string) {
	probe() // want `^setup: only called from set-up code$`
	for range s.rows {
		probe() // want `^setup: only called from set-up code$`
	}
}

// Only asks whether there is a terminal.
func (s *shell) width() {
	if !term.IsTerminal(1) {
		return
	}
	for range s.rows {
		probe() // want `^loop: \(\*shell.shell\).width -> in the loop$`
	}
}

// What serves requests in the same package stays hot.
func Handle(w http.ResponseWriter, r *http.Request) {
	probe() // want `^request: net/http handler`
}
