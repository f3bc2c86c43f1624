package volume

import "net/http"

// a ninth is enough, and a tenth
type wide struct { // want `struct wide: 136 bytes \(class 144\), 128 .* \(class 128\), 11 % less per object \[loop: .*allocated and appended in wides\]`
	a     bool
	words [15]int64
	b     bool
}

func wides(n string) (all []*wide) {
	for range n {
		all = append(all, &wide{})
	}
	return all
}

// one word of eight needs nested loops, or the loop of a request
type eighth struct { // want `struct eighth: 64 bytes, 56 .*, 12 % less per element \[loop: .*appended in parts, 64 -> 56 bytes per element\]`
	a     bool
	words [6]int64
	b     bool
}

func parts(files [][]byte) (all []eighth) {
	for _, file := range files {
		for range file {
			all = append(all, eighth{})
		}
	}
	return all
}

// filled field by field
type field struct { // want `struct field: .*filled into a slice in fields, 24 -> 16 bytes per element`
	a bool
	n int64
	b bool
}

func fields(ns string) []field {
	all := make([]field, len(ns))
	for i, n := range ns {
		all[i].n = int64(n)
	}
	return all
}

// filled through its address
type scanned struct { // want `struct scanned: .*filled into a slice in scan, 24 -> 16 bytes per element`
	a bool
	n int64
	b bool
}

func scan(n int, more func() bool, into func(...any)) []scanned {
	all := make([]scanned, n)
	for i := 0; more(); {
		into(&all[i].n)
		i++
	}
	return all
}

// much of the one object that a request makes
type answer struct { // want `struct answer: 80 bytes \(class 80\), 48 .* \(class 48\), 40 % less per object \[request: .*allocated and stored in ServeHTTP\]`
	a bool
	n int64
	b bool
	m int64
	c bool
	x int64
	d bool
	y int64
	e bool
	z int64
}

func ServeHTTP(w http.ResponseWriter, r *http.Request) { last = &answer{} }

var last *answer
