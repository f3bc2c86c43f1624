// Package nasty has what makes analyses stumble.
package nasty

import (
	"context"
	. "context"
	"iter"
	"os"
	stdsync "sync"

	eg "golang.org/x/sync/errgroup"
)

type item struct{ name string }

func (i item) do() error { return nil }

func list(ctx Context) ([]item, error) { return nil, nil }

type alias = eg.Group

type embedded struct {
	alias
	stdsync.WaitGroup
}

// an alias, renamed imports, an embedded group, method values
func renamed(ctx context.Context) error {
	items, _ := list(ctx)
	var g alias
	for _, i := range items {
		g.Go(i.do) // want `errgroup without SetLimit runs a goroutine for each element of items at once`
	}
	var wg stdsync.WaitGroup
	for i := range items {
		wg.Go(func() { items[i].do() }) // want `a goroutine starts for each element of items`
	}
	return g.Wait()
}

// nope: a method value that limits, an embedded group of which nothing is known
func (e *embedded) all(ctx context.Context) {
	items, _ := list(ctx)
	for _, i := range items {
		e.alias.Go(i.do)                  // want `errgroup without SetLimit`
		e.WaitGroup.Go(func() { i.do() }) // want `a goroutine starts`
	}
}

// a function that shadows go's helpers
func shadowed(ctx context.Context, len func([]item) int) {
	items, _ := list(ctx)
	append := func(a []item, b item) []item { return a }
	var some []item
	for _, i := range items {
		some = append(some, i)
	}
	for i := 0; i < len(items); i++ {
		go items[i].do() // nope: nothing is known of len
	}
	for range some {
		go some[0].do() // nope: of append neither
	}
}

// an iterator of our own
func each(items []item) iter.Seq[item] {
	return func(yield func(item) bool) {
		for _, i := range items {
			if !yield(i) {
				return
			}
		}
	}
}

func ranged(ctx context.Context) {
	items, _ := list(ctx)
	for i := range each(items) {
		go i.do() // nope: what the iterator yields is not followed
	}
}

// backward goto
func again(ctx context.Context, next func() item) {
again:
	i := next()
	go i.do()
	if i.name != "" {
		goto again
	}
}

// generic types and instantiated functions
type set[T any] struct{ items []T }

func (s set[T]) each(do func(T)) {
	for _, i := range s.items {
		go do(i)
	}
}

func apply[T any](do func(T), t T) { do(t) }

func instantiated(ctx context.Context) {
	items, _ := list(ctx)
	for _, i := range items {
		go apply[item](func(i item) { i.do() }, i) // want `a goroutine starts`
	}
}

// recursion
func tree(dir string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		go tree(e.Name()) // want `a goroutine starts for each element of entries`
	}
}

func ping(items []item) {
	if len(items) > 0 {
		pong(items[1:])
	}
	for _, i := range items {
		go i.do()
	}
}

func pong(items []item) { ping(items) }

// closures called on the spot, defers, named results, several assignments
func closures(ctx context.Context) (err error) {
	var items []item
	if items, err = list(ctx); err != nil {
		return
	}
	func() {
		for _, i := range items {
			defer func() {
				go i.do() // want `a goroutine starts for each element of items, and nothing limits how many run at once, also on line \d+`
			}()
			func() {
				go i.do()
			}()
		}
	}()
	return
}

// labels and nested loops: the outer one is short, the inner long
func labels(ctx context.Context) {
outer:
	for _, n := range [3]int{} {
		items, _ := list(ctx)
		for _, i := range items {
			if i.name == "" {
				break outer
			}
			_ = n
			go i.do() // want `a goroutine starts for each element of items`
		}
	}
}

// nope: suppressed, with the reason
func suppressed(ctx context.Context) {
	items, _ := list(ctx)
	for _, i := range items {
		//zenith:ignore errgroup there are never more than two
		go i.do()
	}
}

// the group is declared in the loop, the goroutine around it is what counts
func grouped(ctx context.Context) {
	items, _ := list(ctx)
	for _, i := range items {
		go func() { // want `a goroutine starts for each element of items`
			g, _ := eg.WithContext(Background())
			g.Go(i.do)
			_ = g.Wait()
		}()
	}
}
