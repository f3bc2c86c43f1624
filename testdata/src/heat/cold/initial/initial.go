// Package initial holds code that runs when the package is initialised.
package initial

import "sync"

func probe() int { return 0 }

// Variables, and closures that run while they are initialised.

var a = probe() // want `^cold: package initialisation$`

var table = func() (m map[string]int) {
	probe() // want `^setup: only called from set-up code$`
	for range 100 {
		probe() // want `^setup: only called from set-up code$`
	}
	return m
}()

var parsed = parse("x")

func parse(s string) int {
	return probe() // want `^setup: only called from set-up code$`
}

// Called from elsewhere too: not only set-up.
var shared = both("x")

func both(s string) int {
	return probe() // want `^unknown$`
}

func use(s string) int { return both(s) }

// An exported function may have callers in other packages.
var exported = Exported()

func Exported() int {
	return probe() // want `^unknown$`
}

// A function that is only stored runs whenever it is called.
var stored = func() {
	probe() // want `^unknown$`
}

var lazy = sync.OnceValue(func() int {
	return probe() // want `^cold: runs once \(sync.OnceValue\)$`
})

func init() {
	probe() // want `^cold: init function$`
	register(1)
	func() {
		probe() // want `^setup: only called from set-up code$`
	}()
	for range table {
		probe() // want `^cold: init function$`
	}
}

func register(n int) {
	probe() // want `^setup: `
	for range n {
		probe() // want `^setup: `
	}
}

type T struct{}

// A method of that name is no init function, but its name says set-up.
func (T) init() {
	probe() // want `^setup: `
}
