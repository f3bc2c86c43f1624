// Package pflag is a stub of the flag library, for fixtures.
package pflag

type FlagSet struct{}

func (*FlagSet) String(name, value, usage string) *string { return nil }

func String(name, value, usage string) *string { return nil }
func Args() []string                           { return nil }
