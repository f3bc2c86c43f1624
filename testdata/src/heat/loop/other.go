package loop

import "iter"

// Loops of other kinds.

func backward(n int) {
again:
	probe() // want `^loop: loop.backward -> in the loop$`
	n--
	if n > 0 {
		goto again
	}
	probe() // want `^unknown$`
}

func forward(n int) {
	if n > 0 {
		goto end
	}
	probe() // want `^unknown$`
end:
	probe() // want `^unknown$`
}

func forever(done func() bool) {
	for {
		if done() {
			return
		}
		probe() // want `^loop: loop.forever -> in the loop$`
	}
}

// Where in a loop: condition, post statement and body belong to it, the init
// statement and the operand of a range do not.

func value() int { probe2(); return 0 }

func probe2() {
	probe() // want `^loop: `
}

func start() int {
	probe() // want `^unknown$`
	return 0
}

func operand() []int {
	probe() // want `^unknown$`
	return nil
}

func post() {
	probe() // want `^loop: loop.parts -> in the loop -> calls loop.post$`
}

func parts(n int) {
	for i := start(); i < value(); post() {
		i++
	}
	for range operand() {
	}
}

// Iterators: the body of the loop runs per element, the iterator once.

func all(rows []string) iter.Seq[string] {
	probe() // want `^unknown$`
	return func(yield func(string) bool) {
		probe() // want `^unknown$`
		for _, r := range rows {
			probe() // want `^loop: func literal.* -> in the loop$`
			if !yield(r) {
				return
			}
		}
	}
}

func overFunc(rows []string) {
	for r := range all(rows) {
		probe() // want `^loop: loop.overFunc -> in the loop$`
		_ = r
	}
	each := all(rows)
	for range each {
		probe() // want `^loop: loop.overFunc -> in the loop$`
	}
}

// Function literals: one that is called on the spot is part of the loop, and
// so is one that the loop starts or defers.

func literals2(rows []string) {
	for range rows {
		func() {
			probe() // want `^loop: loop.literals2 -> in the loop -> calls func literal`
		}()
		go func() {
			probe() // want `^loop: loop.literals2 -> in the loop -> calls func literal`
		}()
		defer func() {
			probe() // want `^loop: loop.literals2 -> in the loop -> calls func literal`
		}()
	}
}

// One that is only made there is called elsewhere, or never.
func made(rows []string) (fs []func()) {
	for range rows {
		fs = append(fs, func() {
			probe() // want `^unknown$`
		})
	}
	return fs
}
