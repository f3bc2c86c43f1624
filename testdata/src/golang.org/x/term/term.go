// Package term is a stub, for fixtures.
package term

type Terminal struct{}

func (*Terminal) ReadLine() (string, error) { return "", nil }

func IsTerminal(fd int) bool { return false }
