// Package command has commands, not handlers.
package command

import "heat/web/cli"

func probe() {}

// nope: its context holds a request for other programs
func run(c *cli.Context) {
	probe() // want `^unknown$`
}
