// Package plain has a file that is called after a generator, and one that is not.
package plain

func general(types []string) {
	for range types {
		probe() // want `^loop: `
	}
}
