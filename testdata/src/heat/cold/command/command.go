// Package command holds the actions of command-line frameworks.
package command

import (
	"context"
	"flag"

	"github.com/alecthomas/kong"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/urfave/cli/v2"
	cli3 "github.com/urfave/cli/v3"
)

func probe() {}

var root = &cobra.Command{
	Use: "tool",
	Run: func(cmd *cobra.Command, args []string) {
		probe() // want `^setup: command-line action$`
		for range 100 {
			probe() // want `^setup: command-line action$`
		}
	},
	RunE: list,
}

func list(cmd *cobra.Command, args []string) error {
	probe() // want `^setup: command-line action$`
	render(args)
	return nil
}

func render(args []string) {
	probe() // want `^setup: command-line program$`
}

func v2(c *cli.Context) error {
	probe() // want `^setup: command-line action$`
	return nil
}

func v3(ctx context.Context, c *cli3.Command) error {
	probe() // want `^setup: command-line action$`
	return nil
}

type serve struct{}

func (s *serve) Run(ctx *kong.Context) error {
	probe() // want `^setup: command-line action$`
	return nil
}

func flags(fs *flag.FlagSet) {
	probe() // want `^setup: command-line action$`
}

func pflags(fs *pflag.FlagSet) {
	probe() // want `^setup: command-line action$`
}
