// Package cli is a stub of the framework, for fixtures.
package cli

import "context"

type Command struct {
	Action func(context.Context, *Command) error
}
