package nasty

import (
	"context"
	"os"
	. "sync"

	. "golang.org/x/sync/errgroup"
)

func fetch(ctx context.Context, i item) error { return ctx.Err() }

func (i item) remove() error { return os.Remove(i.name) }

// names without a package
func dotted(ctx context.Context) error {
	items, _ := list(ctx)
	g, groupCtx := WithContext(ctx)
	for _, i := range items {
		g.Go(func() error { return fetch(groupCtx, i) }) // want `errgroup without SetLimit runs a goroutine for each element of items at once`
	}
	var wg WaitGroup
	errs := make(chan error, 2)
	for range 2 {
		wg.Go(func() { errs <- fetch(ctx, item{}) }) // want `WaitGroup wg with error channel errs is an errgroup built by hand`
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			return err
		}
	}
	return g.Wait()
}

// promoted methods, of a value and of a pointer
type pool struct{ Group }

type limitedPool struct{ *Group }

type counted struct{ WaitGroup }

func promoted(ctx context.Context, limited *limitedPool) error {
	items, _ := list(ctx)
	var p pool
	var c counted
	for _, i := range items {
		p.Go(i.do)                  // want `errgroup without SetLimit`
		c.Go(func() { _ = i.do() }) // want `a goroutine starts for each element of items`
	}
	c.Wait()
	if err := p.Wait(); err != nil {
		return err
	}
	own := limitedPool{new(Group)}
	own.SetLimit(4)
	for _, i := range items {
		own.Go(i.do)     // nope: it has a limit
		limited.Go(i.do) // nope: whoever passes it knows
	}
	return own.Wait()
}

// types that are only called so
type group struct{}

func (group) Go(task func() error) error { return task() } // want Go:`keeps`

func (group) Wait() error { return nil }

// nope: it starts nothing
func calledSo(ctx context.Context) {
	items, _ := list(ctx)
	var errgroup, wg group
	for _, i := range items {
		errgroup.Go(i.do)
		wg.Go(i.do)
	}
	errgroup.Wait()
}

// a group in a generic type
type collector[T any] struct {
	g   Group
	mu  Mutex
	all []T
}

func (c *collector[T]) add(get func() (T, error)) {
	c.g.Go(func() error {
		v, err := get()
		c.mu.Lock()
		defer c.mu.Unlock()
		c.all = append(c.all, v)
		return err
	})
}

func (c *collector[T]) each(items []T, do func(T) error) error {
	for _, i := range items {
		c.g.Go(func() error { return do(i) }) // want `errgroup without SetLimit`
	}
	return c.g.Wait()
}

func collects(ctx context.Context) {
	items, _ := list(ctx)
	var c collector[item]
	for _, i := range items {
		c.add(func() (item, error) { return i, nil }) // want `a goroutine starts for each element of items`
	}
	c.each(items, item.do)
}

// TryGo starts all where there is no limit
func tries(ctx context.Context) error {
	items, _ := list(ctx)
	var g, bounded Group
	bounded.SetLimit(4)
	for _, i := range items {
		g.TryGo(i.remove) // want `errgroup without SetLimit`
	}
	for _, i := range items {
		if !bounded.TryGo(i.do) { // nope: it has one
			i.do()
		}
	}
	g.Wait() // want `g.Wait drops the error of the tasks`
	return bounded.Wait()
}

// Wait in a defer, and in a literal
func waits(ctx context.Context) (err error) {
	var a, b, c, d Group
	defer a.Wait() // want `a.Wait drops the error of the tasks`
	defer func() {
		b.Wait() // want `b.Wait drops the error of the tasks`
	}()
	defer func() { // nope: the result gets it
		if failed := c.Wait(); err == nil {
			err = failed
		}
	}()
	wait := d.Wait // nope: handed on
	a.Go(item{}.remove)
	b.Go(item{}.remove)
	c.Go(item{}.do)
	d.Go(item{}.do)
	return wait()
}

// the context of the group under the name of another one
func contexts(ctx context.Context) error {
	g, ctx := WithContext(ctx) // nope: the tasks cannot name the other one
	g.Go(func() error { return fetch(ctx, item{}) })
	inner := ctx
	{
		h, ctx := WithContext(ctx)
		h.Go(func() error { return fetch(ctx, item{}) })
		h.Go(func() error { return fetch(inner, item{}) }) // nope: a third one
		if err := h.Wait(); err != nil {
			return err
		}
	}
	var (
		k        *Group
		groupCtx context.Context
	)
	k, groupCtx = WithContext(ctx)
	k.Go(func() error { return fetch(groupCtx, item{}) })
	k.Go(func() error { return fetch(ctx, item{}) }) // want `task of errgroup k works for ctx, not for the context that the group cancels`
	if err := k.Wait(); err != nil {
		return err
	}
	return g.Wait()
}

// nope: each has an element of its own, in order
func byIndex(ctx context.Context, names [4]string) (lengths [4]int) {
	var wg WaitGroup
	for i, name := range names {
		wg.Go(func() { lengths[i] = len(name) })
	}
	wg.Wait()
	return lengths
}

// integers
func integers(ctx context.Context, n int) {
	items, _ := list(ctx)
	for i := range len(items) {
		go items[i].do() // want `a goroutine starts for each element of items`
	}
	for range n {
		go item{}.do() // nope: workers
	}
}

// an iterator that starts what it yields to
func concurrent(ctx context.Context) func(func(item) bool) {
	return func(yield func(item) bool) {
		items, _ := list(ctx)
		for _, i := range items {
			go yield(i) // want `a goroutine starts for each element of items`
		}
	}
}

// groups of which nothing is known, and statements that start odd things
func odd(ctx context.Context, groups map[string]*Group, more <-chan *Group, any interface{ Go(func() error) }, do []func(item), ch chan int) {
	items, _ := list(ctx)
	for _, i := range items {
		groups["a"].Go(i.do)
		(<-more).Go(i.do)
		any.Go(i.do)
		any.(*Group).Go(i.do)
		new(Group).Go(i.do)
		go (func() {})()
		go close(ch)
		go print(i.name)
		go panic(i)
	}
	for _, i := range items {
		go do[0](i) // want `a goroutine starts for each element of items`
	}
	for _, i := range items {
		go item.do(i) // want `a goroutine starts for each element of items`
	}
	for _, i := range items {
		go (*item).do(&i) // want `a goroutine starts for each element of items`
	}
}
