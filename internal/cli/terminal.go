package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// color reports whether findings are painted: on a terminal, unless the
// environment says otherwise (no-color.org, bixense.com/clicolors).
func (c *Command) color() bool {
	forced := func(name string) bool {
		v := c.Getenv(name)
		return v != "" && v != "0"
	}
	switch {
	case c.Getenv("NO_COLOR") != "":
		return false
	case forced("FORCE_COLOR"), forced("CLICOLOR_FORCE"):
		return true
	}
	_, ok := terminal(c.Stdout)
	return ok && c.Getenv("TERM") != "dumb"
}

// plainWidth is what source lines are cut to where no terminal shows them.
const plainWidth = 120

// width returns the columns that source lines are cut to.
func (c *Command) width() int {
	if fd, ok := terminal(c.Stdout); ok {
		if w, _, err := term.GetSize(fd); err == nil {
			return min(max(w, 60), 160)
		}
	}
	return plainWidth
}

func terminal(w io.Writer) (fd int, ok bool) {
	f, ok := w.(*os.File)
	if !ok {
		return 0, false
	}
	fd = int(f.Fd())
	return fd, term.IsTerminal(fd)
}

// progress shows on a terminal that a run of more than a second is alive, in
// one line that stop removes.
func (c *Command) progress() (stop func()) {
	if _, ok := terminal(c.Stderr); !ok {
		return func() {}
	}
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		shown := false
		for seconds := 1; ; seconds++ {
			select {
			case <-tick.C:
				fmt.Fprintf(c.Stderr, "\ranalysing packages ... %ds", seconds)
				shown = true
			case <-done:
				if shown {
					fmt.Fprint(c.Stderr, "\r\x1b[K")
				}
				return
			}
		}
	}()
	return func() {
		close(done)
		<-gone
	}
}
