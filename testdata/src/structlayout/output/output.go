// Package output has structs whose field order others see.
package output

import "fmt"

// nope: a notice at most, since tags are read by code that walks the fields
type tagged struct {
	A bool  `json:"a"`
	N int64 `json:"n"`
	B bool  `json:"b"`
}

// nope: command-line flags
type flags struct {
	a bool `help:"first"`
	n int64
	b bool
}

// nope: a document in YAML; one tag is enough
type document struct {
	A bool
	N int64 `yaml:"n,omitempty"`
	B bool
}

// nope: the columns of a table
type record struct {
	Active  bool
	ID      int64 `gorm:"primaryKey"`
	Deleted bool
}

// nope: its columns are those of what it embeds, too
type account struct {
	active bool
	*model
	deleted bool
}

type model struct {
	ID int64 `bun:",pk"`
}

// nope: a document given to an encoder, whose name says so, needs no tags
type plain struct { // want plain:"shown"
	A bool
	N int64
	B bool
}

type yamlEncoder struct{}

func (yamlEncoder) Encode(v any) error { return nil }

func write(e yamlEncoder, p *plain) error { return e.Encode(p) }

// no fix: printed field by field
type printed struct { // want `struct printed` printed:"ordered"
	a bool
	n int64
	b bool
}

func show(p []printed) string { return fmt.Sprintf("%v", p) }

// of what is printed only the address shows
type pointee struct { // want `struct pointee: 24 bytes`
	a bool
	n int64
	b bool
}

// no fix: what a list in a struct holds is printed
type listed struct { // want `struct listed: 24 bytes` listed:"ordered"
	a bool
	n int64
	b bool
}

func showAll(p *struct {
	pointers []*pointee
	list     map[string][]listed
}) string {
	return fmt.Sprintf("%+v", p)
}

// prints itself
type stringer struct { // want `struct stringer`
	a bool
	n int64
	b bool
}

func (stringer) String() string { return "" }

func text(s stringer) string { return fmt.Sprint(s) }

// no fix: a literal names the fields by their order
type unkeyed struct { // want `struct unkeyed` unkeyed:"ordered"
	a bool
	n int64
	b bool
}

var zero = unkeyed{false, 0, false}

// no fix: a test does
type tested struct { // want `struct tested`
	a bool
	n int64
	b bool
}

// no fix: a file for another system does
type foreign struct { // want `struct foreign`
	a bool
	n int64
	b bool
}

// Open can be written without keys by anybody.
type Open struct { // want `struct Open`
	A bool
	N int64
	B bool
}

type all struct {
	tagged   []tagged
	flags    []flags
	document []document
	record   []record
	account  []account
	plain    []plain
	printed  []printed
	pointee  []*pointee
	listed   []listed
	stringer []stringer
	unkeyed  []unkeyed
	tested   []tested
	foreign  []foreign
	open     []Open
}

func fill(n string) (x all) {
	for range n {
		x.tagged = append(x.tagged, tagged{})
		x.flags = append(x.flags, flags{})
		x.document = append(x.document, document{})
		x.record = append(x.record, record{})
		x.account = append(x.account, account{})
		x.plain = append(x.plain, plain{})
		x.printed = append(x.printed, printed{})
		x.pointee = append(x.pointee, &pointee{})
		x.listed = append(x.listed, listed{})
		x.stringer = append(x.stringer, stringer{})
		x.unkeyed = append(x.unkeyed, unkeyed{})
		x.tested = append(x.tested, tested{})
		x.foreign = append(x.foreign, foreign{})
		x.open = append(x.open, Open{})
	}
	return x
}
