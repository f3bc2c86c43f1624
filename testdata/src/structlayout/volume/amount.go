package volume

// a ninth is enough, and a tenth, of what two loops make
type wide struct { // want `struct wide: 136 bytes \(class 144\), 128 .* \(class 128\), 11 % less per object \[loop: .*allocated and appended in wides\]`
	a     bool
	words [15]int64
	b     bool
}

func wides(lines <-chan string) (all []*wide) {
	for line := range lines {
		for range line {
			all = append(all, &wide{})
		}
	}
	return all
}

// also if what they call makes it
type narrow struct { // want `struct narrow: 88 bytes \(class 96\), 72 .* \(class 80\), 16 % less per object \[loop: .*allocated and returned in newNarrow\]`
	a     bool
	words [8]int64
	b     bool
	n     int32
	c     bool
}

func narrows(lines <-chan string) (all []*narrow) {
	for line := range lines {
		for range line {
			all = append(all, newNarrow())
		}
	}
	return all
}

func newNarrow() *narrow { return &narrow{n: 1} }

// and of what links to its like
type linked struct { // want `struct linked: 136 bytes \(class 144\), 128 .* \(class 128\), 11 % less per object \[loop: .*allocated and stored in chain\]`
	a     bool
	next  *linked
	words [14]int64
	b     bool
}

func chain(text string, last *linked) {
	for range text {
		last.next = &linked{}
		last = last.next
	}
}

// so is an eighth
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
