// Package generic has generic structs.
package generic

// the layout is the same for every T
type node[T any] struct { // want `struct node: 40 bytes \(class 48\), 24 with .*allocated and stored in \(\*stack\)\.push`
	seen  bool
	value *T
	live  bool
	next  *node[T]
	last  bool
}

type stack[T any] struct{ top *node[T] }

func (s *stack[T]) push(v *T) { s.top = &node[T]{value: v, next: s.top} }

func pushAll(s *stack[string], more func() bool, v *string) {
	for more() {
		s.push(v)
	}
}

// nope: the layout depends on T
type pair[T any] struct {
	a bool
	v T
	b bool
	n int64
}

// nope: and so does that of what holds one
type holder[T any] struct {
	a bool
	p [2]pair[T]
	b bool
	n int64
}

func pairs(n string) (all []pair[int64], more []*holder[int64]) {
	for range n {
		all = append(all, pair[int64]{})
		more = append(more, &holder[int64]{})
	}
	return all, more
}

// of one instance it is known
type concrete struct { // want `struct concrete`
	a bool
	p pair[bool]
	b bool
	n int64
}

func concretes(n string) (all []*concrete) {
	for range n {
		all = append(all, &concrete{})
	}
	return all
}

type set[K comparable] struct { // want `struct set`
	a bool
	m *K
	b bool
}

func sets[K comparable](n string) (all []set[K]) {
	for range n {
		all = append(all, set[K]{})
	}
	return all
}
