// Package activity is a stub of the SDK, for fixtures.
package activity

type RegisterOptions struct{ Name string }
