// Package observed has structs whose layout something depends on.
package observed

import (
	"encoding/binary"
	"encoding/json"
	"io"
	"reflect"
	"sync/atomic"
	"unsafe"
)

// nope: its size is asked for
type sized struct { // want sized:"observed"
	a bool
	n int64
	b bool
}

const sizedSize = unsafe.Sizeof(sized{})

// nope: the place of a field is asked for
type offset struct { // want offset:"observed"
	a bool
	n int64
	b bool
}

var offsetOfN = unsafe.Offsetof(offset{}.n)

// nope: within a struct that is asked for
type inner struct { // want inner:"observed"
	a bool
	n int64
	b bool
}

type outer struct{ list [2]inner }

var outerSize = unsafe.Sizeof(outer{})

// nope: read from raw memory
type raw struct { // want raw:"observed"
	a bool
	n int64
	b bool
}

func view(b []byte) []raw {
	return unsafe.Slice((*raw)(unsafe.Pointer(&b[0])), 2)
}

// nope: written as bytes
type wire struct { // want wire:"observed"
	A bool
	N int64
	B bool
}

func (w *wire) writeTo(out io.Writer) error { return binary.Write(out, binary.BigEndian, w) }

// nope: read as bytes
type wires struct { // want wires:"observed"
	A bool
	N int64
	B bool
}

func read(in io.Reader) (list []wires, err error) {
	return list, binary.Read(in, binary.BigEndian, &list)
}

// nope: converted into a twin of the same fields
type twin struct { // want twin:"observed"
	a bool
	n int64
	b bool
}

// nope: converted from one
type other struct { // want other:"observed"
	a bool
	n int64
	b bool
}

func toOther(t twin) other { return other(t) }

// nope: converted by pointer
type twinPtr struct { // want twinPtr:"observed"
	a bool
	n int64
	b bool
}

type otherPtr struct { // want otherPtr:"observed"
	a bool
	n int64
	b bool
}

func toOtherPtr(t *twinPtr) *otherPtr { return (*otherPtr)(t) }

// nope: assigned from a struct without a name
type anonymous struct { // want anonymous:"observed"
	a bool
	n uint64
	b bool
}

var fromLiteral anonymous = struct {
	a bool
	n uint64
	b bool
}{}

// nope: 64-bit atomics, which 32-bit machines are particular about
type counter struct { // want counter:"observed"
	a bool
	n int64
	b bool
}

func (c *counter) inc() { atomic.AddInt64(&c.n, 1) }

// a notice: its fields are visited
type walked struct { // want walked:"shown"
	A bool
	N int64
	B bool
}

func names(w walked) (list []string) {
	t := reflect.TypeOf(w)
	for i := range t.NumField() {
		list = append(list, t.Field(i).Name)
	}
	return list
}

// a notice: the order is that of the JSON
type encoded struct { // want encoded:"shown"
	A bool
	N int64
	B bool
}

func encode(e *encoded) ([]byte, error) { return json.Marshal(e) }

// nope: filled in by assembly
type assembled struct { // want assembled:"observed"
	a bool
	n int64
	b bool
}

// nope: reached from another package by linkname
type linked struct { // want linked:"observed"
	a bool
	n int64
	b bool
}

//go:linkname linkedFunc runtime.linkedFunc
func linkedFunc(l *linked) {}

type all struct {
	sized     []sized
	offset    []offset
	inner     []inner
	raw       []raw
	wire      []wire
	wires     []wires
	twin      []twin
	other     []other
	twinPtr   []twinPtr
	otherPtr  []otherPtr
	anonymous []anonymous
	counter   []counter
	walked    []walked
	encoded   []encoded
	assembled []assembled
	linked    []linked
	same      []same
}

func fill(n string) (x all) {
	for range n {
		x.sized = append(x.sized, sized{})
		x.offset = append(x.offset, offset{})
		x.inner = append(x.inner, inner{})
		x.raw = append(x.raw, raw{})
		x.wire = append(x.wire, wire{})
		x.wires = append(x.wires, wires{})
		x.twin = append(x.twin, twin{})
		x.other = append(x.other, other{})
		x.twinPtr = append(x.twinPtr, twinPtr{})
		x.otherPtr = append(x.otherPtr, otherPtr{})
		x.anonymous = append(x.anonymous, anonymous{})
		x.counter = append(x.counter, counter{})
		x.walked = append(x.walked, walked{})
		x.encoded = append(x.encoded, encoded{})
		x.assembled = append(x.assembled, assembled{})
		x.linked = append(x.linked, linked{})
		x.same = append(x.same, same{})
	}
	return x
}

// conversions within one definition change nothing
type same struct { // want `struct same`
	a bool
	n int64
	b bool
}

type alias same

func toAlias(s same) alias { return alias(s) }
