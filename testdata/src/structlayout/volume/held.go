package volume

import "net/http"

// part of what is made in number: the whole gets smaller
type header struct { // want `struct header: 40 bytes .*\[loop: .*held in packet, allocated and appended in packets, 64 -> 48 bytes per object\]`
	long bool
	id   int64
	ack  bool
	seq  int64
	fin  bool
}

type packet struct {
	header
	data *byte
	n    int64
}

func packets(n string) (all []*packet) {
	for range n {
		all = append(all, &packet{})
	}
	return all
}

// in arrays, and in a struct without a name
type corner struct { // want `struct corner: 24 bytes .*held in another struct, appended in boxes, 104 -> 72 bytes per element`
	a bool
	n int64
	b bool
}

func boxes(n string) int {
	var all []struct {
		corners [4]corner
		id      int64
	}
	for range n {
		all = append(all, struct {
			corners [4]corner
			id      int64
		}{})
	}
	return len(all)
}

// as the value of a map
type stamp struct { // want `struct stamp: 24 bytes .*held in account, put into a map in accounts, 40 -> 32 bytes per entry`
	a bool
	n int64
	b bool
}

type account struct {
	stamp stamp
	id    int64
}

func accounts(n string) map[int32]account {
	m := make(map[int32]account)
	for _, k := range n {
		m[k] = account{}
	}
	return m
}

// boxed with what holds it
type origin struct { // want `struct origin: 24 bytes .*held in sent, allocated and kept by Send in emitAll, 24 -> 16 bytes per object`
	a bool
	n int64
	b bool
}

type sent struct{ origin origin }

type sink struct{ last any }

func (s *sink) Send(e any) { s.last = e }

func emitAll(s *sink, n string) {
	for range n {
		s.Send(sent{origin: origin{n: 1}})
	}
}

// nope: a small part of what holds it, or of one that is no plain data
type little struct {
	a bool
	n int64
	b bool
}

type large struct {
	words  [20]int64
	little little
}

type conn struct {
	little little
	w      http.ResponseWriter
}

func larges(n string) (all []*large, conns []*conn) {
	for range n {
		all = append(all, &large{})
		conns = append(conns, &conn{})
	}
	return all, conns
}

// nope: only pointed to
type pointed struct {
	a bool
	n int64
	b bool
}

type pointer struct{ p *pointed }

func pointers(n string, p *pointed) (all []*pointer) {
	for range n {
		all = append(all, &pointer{p})
	}
	return all
}
