// Package command has what commands do: once, but over as much as a user has.
package command

import (
	"context"
	"flag"
	"os"
	"sync"

	"github.com/spf13/cobra"
	"github.com/urfave/cli/v2"
	"golang.org/x/sync/semaphore"
)

type item struct{ name string }

func list(ctx context.Context) ([]item, error) { return nil, nil }

func update(i item) error { return nil }

func newUpdate() *cobra.Command {
	return &cobra.Command{
		Use: "update",
		RunE: func(cmd *cobra.Command, args []string) error {
			items, err := list(context.Background())
			if err != nil {
				return err
			}
			var wg sync.WaitGroup
			for _, i := range items {
				wg.Go(func() { update(i) }) // want `a goroutine starts for each element of items, and nothing limits how many run at once`
			}
			wg.Wait()
			return each(items, 4)
		},
	}
}

// only a command calls it
func each(items []item, n int64) error {
	sem := semaphore.NewWeighted(n)
	for _, i := range items {
		go func() { // want `a goroutine starts for each element of items before it waits for its turn`
			sem.Acquire(context.Background(), 1)
			defer sem.Release(1)
			update(i)
		}()
	}
	return nil
}

// the action in a variable of the package
var remove = &cli.Command{
	Action: func(c *cli.Context) error {
		items, err := list(context.Background())
		for _, i := range items {
			go os.Remove(i.name) // want `a goroutine starts for each element of items`
		}
		return err
	},
}

// each call leaves a goroutine behind
func launch(i item) { go update(i) } // want `each call of launch leaves a goroutine behind, and a loop calls it without limit`

func run(cmd *cobra.Command, args []string) {
	items, _ := list(context.Background())
	for _, i := range items {
		launch(i)
	}
}

// what the environment says, too
func removeIn(cmd *cobra.Command, args []string) { removeHome() }

func removeHome() {
	entries, _ := os.ReadDir(os.Getenv("ITEMS"))
	for _, e := range entries {
		go os.Remove(e.Name()) // want `a goroutine starts for each element of entries`
	}
}

// nope: a tool that makes load, as much as was written down
func load(cmd *cobra.Command, args []string) {
	for i := 0; i < 2000; i++ {
		go update(item{})
	}
	for range 2000 {
		go update(item{})
	}
}

// a group that does not do what it is for
func runAll(cmd *cobra.Command, args []string) error {
	var wg sync.WaitGroup
	for _, name := range args {
		go func() {
			wg.Add(1) // want `wg.Add runs in the goroutine that it counts`
			defer wg.Done()
			os.Remove(name)
		}()
	}
	wg.Wait()
	return nil
}

// nope: what the command line names
func files() {
	for _, name := range flag.Args() {
		go os.Remove(name)
	}
}

// nope: set-up of the program
func NewStore() {
	items, _ := list(context.Background())
	for _, i := range items {
		go update(i)
	}
}

// nope: whoever waits for the servers of a program ends with the first, and all
// others with him
func serveAll(cmd *cobra.Command, args []string) error {
	errs := make(chan error)
	for _, serve := range []func() error{serveA, serveB} {
		go func() { errs <- serve() }()
	}
	for range 2 {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

func serveA() error { return nil }
func serveB() error { return nil }
