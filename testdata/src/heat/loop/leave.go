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

// The last turn fails; an error path is cold all the same.
func failing(rows []string) error {
	for _, r := range rows {
		if r == "" {
			probe() // want `^loop: loop.failing -> in the loop$`
			return errors.New("empty")
		}
		probe() // want `^loop: loop.failing -> in the loop$`
	}
	return nil
}
