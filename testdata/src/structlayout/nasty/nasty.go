// Package nasty has structs that are made in unusual ways.
package nasty

import "iter"

type aliased struct { // want `struct aliased: .*appended in aliases`
	a bool
	n int64
	b bool
}

type alias = aliased

func aliases(n string) (all []alias) {
	for range n {
		all = append(all, alias{})
	}
	return all
}

type captured struct { // want `struct captured: .*appended in closures`
	a bool
	n int64
	b bool
}

func closures(n string) (all []captured) {
	for range n {
		func() { all = append(all, captured{}) }()
	}
	return all
}

type jumped struct { // want `struct jumped: .*appended in jumps`
	a bool
	n int64
	b bool
}

func jumps(n int) (all []jumped) {
	i := 0
again:
	all = append(all, jumped{})
	if i++; i < n {
		goto again
	}
	return all
}

type yielded struct { // want `struct yielded: .*appended in yields`
	a bool
	n int64
	b bool
}

func yields(seq iter.Seq[int]) (all []*yielded) {
	for n := range seq {
		all = append(all, &yielded{n: int64(n)})
	}
	return all
}

// a result with a name is returned
type result struct { // want `struct result: .*allocated and returned in newResult`
	a bool
	n int64
	b bool
}

func newResult(n int) (r *result) {
	r = &result{n: int64(n)}
	return
}

func results(n string, keep map[int]*result) {
	for i := range n {
		keep[i] = newResult(i)
	}
}

// contains itself
type tree struct { // want `struct tree: 40 bytes \(class 48\), 32 with`
	open bool
	kids []tree
	leaf bool
}

func grow(n string) (all []*tree) {
outer:
	for range n {
		for range n {
			all = append(all, &tree{})
			continue outer
		}
	}
	return all
}

// sent to a goroutine
type job struct { // want `struct job: .*allocated and passed to a goroutine in jobs`
	a bool
	n int64
	b bool
}

func (j *job) run() {}

func jobs(n string) {
	for range n {
		go work(&job{})
	}
}

func work(j *job) { j.run() }

// nope: append is another function
type shadowed struct {
	a bool
	n int64
	b bool
}

func shadows(n string) {
	append := func(shadowed) {}
	new := func() (s shadowed) { return }
	for range n {
		append(shadowed{})
		append(new())
	}
}

// nope: method values and deferred calls keep nothing
type deferred struct {
	a bool
	n int64
	b bool
}

func (d *deferred) close() {}

func defers(n string) {
	for range n {
		func() {
			d := deferred{}
			f := d.close
			defer d.close()
			f()
		}()
	}
}

// nope: a field of a local struct
type part struct {
	a bool
	n int64
	b bool
}

func parts(n string) (sum int64) {
	type whole struct{ p *part }
	for range n {
		var w whole
		w.p = &part{n: 1}
		sum += w.p.n
	}
	return sum
}
