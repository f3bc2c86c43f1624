package loop

import (
	"errors"
	"log"
)

// Loops that make at most one turn.

func first(rows []string) string {
	for _, r := range rows {
		probe() // want `^unknown$`
		return r
	}
	for range rows {
		probe() // want `^unknown$`
		break
	}
	for {
		probe() // want `^unknown$`
		break
	}
	for range rows {
		probe() // want `^unknown$`
		log.Fatal("row")
	}
	for range rows {
		probe() // want `^unknown$`
		panic("row")
	}
	return ""
}

// Not at once: a continue, a condition, another loop in between.
func later(rows []string) string {
	for _, r := range rows {
		probe() // want `^loop: loop.later -> in the loop$`
		if r == "" {
			continue
		}
		return r
	}
	for _, r := range rows {
		probe() // want `^loop: loop.later -> in the loop$`
		if r == "" {
			break
		}
	}
outer:
	for range rows {
		for range rows {
			probe() // want `^loop: loop.later -> in the loop$`
			continue outer
		}
		break
	}
	for range rows {
		probe() // want `^loop: loop.later -> in the loop$`
		func() {
			for range rows {
				continue // of another loop
			}
		}()
	}
	return ""
}

// A break of a switch or select leaves only that.
func switched(rows []string, ch chan int) {
	for range rows {
		switch {
		case len(rows) > 1:
			probe() // want `^loop: loop.switched -> in the loop$`
			break
		}
	}
	for range rows {
		probe() // want `^unknown$`
		for range 3 {
			continue // of the inner loop
		}
		return
	}
}

// What leaves the loop runs once per loop, not once per turn.
func search(rows []string, quit chan bool) error {
	for _, r := range rows {
		if r == "" {
			probe() // want `^unknown$`
			return errors.New("empty")
		}
		if r == "x" {
			found(r)
			break
		}
		switch r {
		case "y":
			probe() // want `^unknown$`
			return nil
		case "z":
			probe() // want `^loop: loop.search -> in the loop$`
			break   // of the switch
		}
		probe() // want `^loop: loop.search -> in the loop$`
		if r == "maybe" {
			probe() // want `^loop: loop.search -> in the loop$`
			if len(rows) > 1 {
				continue
			}
			return nil
		}
	}
	for {
		select {
		case <-quit:
			probe() // want `^unknown$`
			return nil
		case v, ok := <-quit:
			if !ok {
				probe() // want `^unknown$`
				return nil
			}
			probe() // want `^loop: loop.search -> in the loop$`
			_ = v
		}
	}
}

func found(r string) {
	probe() // want `^unknown$`
}

// Of two loops, a break leaves one, and a return both.
func both(rows, cols []string) {
outer:
	for range rows {
		for _, c := range cols {
			if c == "" {
				probe() // want `^loop: loop.both -> in the loop$`
				break
			}
			if c == "a" {
				probe() // want `^unknown$`
				break outer
			}
			if c == "b" {
				probe() // want `^loop: loop.both -> in the loop$`
				continue outer
			}
			if c == "c" {
				probe() // want `^unknown$`
				return
			}
		}
	}
	// A return in a function literal leaves only that.
	for range rows {
		func() {
			if len(cols) > 0 {
				probe() // want `^loop: loop.both -> in the loop -> calls func literal`
				return
			}
		}()
	}
}
