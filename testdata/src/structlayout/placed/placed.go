// Package placed has structs whose fields somebody placed on purpose.
package placed

import (
	"structs"

	"golang.org/x/sys/cpu"
)

// nope: filled up
type padded struct {
	a bool
	n int64
	b bool
	_ [40]byte
}

// nope: filled up by name
type named struct {
	a       bool
	n       int64
	b       bool
	padding [7]byte
}

// nope: filled up to what a processor fetches
type line struct {
	a bool
	_ cpu.CacheLinePad
	n int64
	b bool
}

// nope: for code of the host
type host struct {
	_ structs.HostLayout
	a bool
	n int64
	b bool
}

// nope: a hole for what comes
type hole struct {
	a bool
	n int64
	b bool
	_ int64
}

// nope: says so; n must stay 64-bit aligned
type aligned struct {
	a bool
	n int64
	b bool
}

// nope: says so within
type says struct {
	a bool // must be first
	n int64
	b bool
}

// nope: waived
type waived struct { //nolint:govet // fieldalignment: readable order
	a bool
	n int64
	b bool
}

// nope: a twin of it is suppressed
type quiet struct { //zenith:ignore structlayout the order of the protocol
	a bool
	n int64
	b bool
}

type all struct {
	padded  []padded
	named   []named
	line    []line
	host    []host
	hole    []hole
	aligned []aligned
	says    []says
	waived  []waived
	quiet   []quiet
}

func fill(n string) (x all) {
	for range n {
		x.padded = append(x.padded, padded{})
		x.named = append(x.named, named{})
		x.line = append(x.line, line{})
		x.host = append(x.host, host{})
		x.hole = append(x.hole, hole{})
		x.aligned = append(x.aligned, aligned{})
		x.says = append(x.says, says{})
		x.waived = append(x.waived, waived{})
		x.quiet = append(x.quiet, quiet{})
	}
	return x
}
