package loop

import (
	"bufio"
	"context"
	"net"
	"time"
)

// Loops that wait for time to pass, or for somebody to connect.

func sleeps(done func() bool) {
	for !done() {
		probe() // want `^unknown$`
		time.Sleep(time.Second)
	}
}

func ticks(ctx context.Context, t *time.Ticker) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			probe() // want `^unknown$`
		}
	}
}

func after(ctx context.Context) {
	for {
		<-time.After(time.Minute)
		probe() // want `^unknown$`
	}
}

func ranged(t *time.Ticker, wake chan struct{}) {
	for range t.C {
		probe() // want `^unknown$`
	}
	for range time.Tick(time.Second) {
		probe() // want `^unknown$`
	}
	for range wake {
		probe() // want `^unknown$`
	}
}

func accepts(l net.Listener, tcp *net.TCPListener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		probe() // want `^unknown$`
		go serve(c)
	}
}

func acceptsTCP(l *net.TCPListener) {
	for {
		c, err := l.AcceptTCP()
		if err != nil {
			return
		}
		probe() // want `^unknown$`
		_ = c
	}
}

// The loop inside the connection counts.
func serve(c net.Conn) {
	probe() // want `^unknown$`
	s := bufio.NewScanner(c)
	for s.Scan() {
		probe() // want `^loop: loop.serve -> in the loop$`
	}
}

// Retries.

func retry(do func() bool, retrieved []string) {
	for attempt := 0; attempt < 100; attempt++ {
		if do() {
			return
		}
		probe() // want `^unknown$`
	}
	for attempt := range 100 {
		probe() // want `^unknown$`
		_ = attempt
	}
	for i := 0; i < len(retrieved); i++ { // another word
		probe() // want `^loop: loop.retry -> in the loop$`
	}
	for retries := 100; retries > 0; retries-- {
		probe() // want `^unknown$`
	}
	const maxRetries = 50
	for i := 0; i < maxRetries; i++ {
		probe() // want `^unknown$`
	}
}

// Data comes through the select: as often as there is data.
func data(ctx context.Context, rows <-chan string, t *time.Ticker) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			continue
		case r := <-rows:
			probe() // want `^loop: loop.data -> in the loop$`
			_ = r
		}
	}
}

func received(rows <-chan string) {
	for r := range rows {
		probe() // want `^loop: loop.received -> in the loop$`
		_ = r
	}
	for {
		r, ok := <-rows
		if !ok {
			return
		}
		probe() // want `^loop: loop.received -> in the loop$`
		_ = r
	}
}

// A select with a default does not wait.
func busy(ctx context.Context, rows []string) {
	for range rows {
		select {
		case <-ctx.Done():
			return
		default:
		}
		probe() // want `^loop: loop.busy -> in the loop$`
	}
}

// A sleep on an error path or in another function is not in the turn.
func sometimes(rows []string, do func() error) {
	for range rows {
		if err := do(); err != nil {
			time.Sleep(time.Second)
			continue
		}
		probe() // want `^loop: loop.sometimes -> in the loop$`
	}
	for range rows {
		go func() {
			time.Sleep(time.Second)
		}()
		probe() // want `^loop: loop.sometimes -> in the loop$`
	}
}
