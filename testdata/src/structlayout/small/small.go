// Package small has structs that could be smaller, but not by enough.
package small

// nope: the best order already
type best struct {
	n    int64
	a, b bool
}

// nope: one field
type one struct{ n int64 }

// nope: empty
type none struct{}

// nope: no hole, although not sorted
type tight struct {
	a, b, c, d int16
	n          int64
}

// nope: 4 of 12 bytes
type little struct {
	a bool
	n int32
	b bool
}

// nope: 8 of 96 bytes are less than a tenth
type share struct {
	a     bool
	words [10]int64
	b     bool
}

// nope: the collector would read fewer words, but the size is the same
type late struct {
	n, m, k int64
	p       *int64
	x       int64
	q       *int64
}

type all struct {
	late   []late
	best   []best
	one    []one
	none   []none
	tight  []tight
	little []little
	share  []share
}

func fill(n string) (x all) {
	for range n {
		x.best = append(x.best, best{})
		x.one = append(x.one, one{})
		x.none = append(x.none, none{})
		x.tight = append(x.tight, tight{})
		x.little = append(x.little, little{})
		x.late = append(x.late, late{})
		x.share = append(x.share, share{})
	}
	return x
}
