// Package fix has structs whose fields can be moved, and some whose cannot.
package fix

import (
	"sync"
	"time"
)

type commented struct { // want `struct commented: 40 bytes`
	// open says whether
	// it is open.
	open bool // yes or no

	/* id is
	   the key. */
	id int64

	// closed says whether it was.
	closed bool
	name   string /* in UTF-8 */
}

type groups struct { // want `struct groups: 64 bytes`
	id   int64
	name string

	dirty bool
	size  int64
	dead  bool

	at   int64
	kind int32
}

type several struct { // want `struct several: 48 bytes`
	a, b bool // a pair
	x, y int64
	c, d bool
	z    int64
	_    [0]func()
}

type embedded struct { // want `struct embedded: 32 bytes`
	flag bool
	*groups
	more bool
	several2
}

type several2 struct{ n int64 }

type nested struct { // want `struct nested: 40 bytes`
	ok  bool
	sub struct {
		a int64 // of the inner struct
		b int32
	}
	bad bool
	tab *struct {
		m int
	}
}

// no fix: the mutex guards what is below it
type guarded struct { // want `struct guarded`
	ok bool

	mu    sync.Mutex
	count int64
	bad   bool
}

// no fix: the comment is about all of the group
type headed struct { // want `struct headed`
	ok bool

	// Statistics.
	hits int64
	bad  bool
	misc int64
	gone bool
}

// no fix: a comment of no field
type floating struct { // want `struct floating`
	a bool

	// of no field

	n int64
	b bool
}

// no fix: a comment about its neighbours
type about struct { // want `struct about`
	a bool // says whether n, below, is set
	n int64
	b bool
}

type (
	// inGroup is one of several types in one declaration.
	inGroup struct { // want `struct inGroup: 24 bytes`
		a bool
		n int64
		b bool
	}
	id int64
)

type sorted struct { // want `struct sorted: 56 bytes`
	a bool
	b int32
	c int64
	d int16
	e time.Duration
	f bool
	g id
	h int32
	i bool
}

type all struct {
	commented []*commented
	groups    []*groups
	several   []*several
	embedded  []*embedded
	nested    []*nested
	guarded   []*guarded
	headed    []*headed
	floating  []*floating
	about     []*about
	inGroup   []*inGroup
	sorted    []*sorted
}

func fill(n string) (x all) {
	type local struct { // want `struct local`
		a bool
		n int64
		b bool
	}
	var locals []local
	for range n {
		x.commented = append(x.commented, &commented{})
		x.groups = append(x.groups, &groups{})
		x.several = append(x.several, &several{})
		x.embedded = append(x.embedded, &embedded{})
		x.nested = append(x.nested, &nested{})
		x.guarded = append(x.guarded, &guarded{})
		x.headed = append(x.headed, &headed{})
		x.floating = append(x.floating, &floating{})
		x.about = append(x.about, &about{})
		x.inGroup = append(x.inGroup, &inGroup{})
		x.sorted = append(x.sorted, &sorted{})
		locals = append(locals, local{})
	}
	return x
}
