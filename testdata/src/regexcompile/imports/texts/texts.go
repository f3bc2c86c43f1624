// Package texts holds constant patterns.
package texts

const (
	Zip   = `^\d{5}$`
	Three = `^\d{3}$`
	Four  = `^\d{4}$`
)
