// Package cpu is a stub for fixtures.
package cpu

// CacheLinePad keeps what is around it on lines of their own.
type CacheLinePad struct{ _ [64]byte }
