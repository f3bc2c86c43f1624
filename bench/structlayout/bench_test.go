// Package structlayout measures what the rule of that name claims: each
// benchmark has the reported layout as "before" and the suggested one as
// "after".
package structlayout

import (
	"fmt"
	"reflect"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Every variant is a function that cannot be inlined and takes its input as an
// argument: b.Loop keeps the values of its body alive, which must not change
// what is measured, and the compiler must not know the input.

// loose40 takes 40 bytes and a block of 48; tight32 has the same fields.
type loose40 struct {
	open   bool
	id     int64
	closed bool
	name   string
}

type tight32 struct {
	open   bool
	closed bool
	id     int64
	name   string
}

// loose136 and tight128 are the example of the rule's page.
type loose136 struct {
	posted bool
	words  [15]int64
	locked bool
}

type tight128 struct {
	posted bool
	locked bool
	words  [15]int64
}

// with pointers and more than 512 bytes, a block holds a header too
type loose520 struct {
	posted bool
	words  [62]int64
	next   *loose520
	locked bool
}

type tight512 struct {
	posted bool
	locked bool
	words  [62]int64
	next   *tight512
}

type loose interface{ loose40 | loose136 | loose520 }
type tight interface{ tight32 | tight128 | tight512 }

//go:noinline
func appended[T loose | tight](n int) []T {
	var list []T
	for range n {
		var v T
		list = append(list, v)
	}
	return list
}

//go:noinline
func made[T loose | tight](n int) []T {
	list := make([]T, n)
	for i := range list {
		var v T
		list[i] = v
	}
	return list
}

//go:noinline
func objects[T loose | tight](n int) []*T {
	list := make([]*T, n)
	for i := range list {
		list[i] = new(T)
	}
	return list
}

//go:noinline
func mapped[T loose | tight](n int) map[int]T {
	m := make(map[int]T)
	for i := range n {
		var v T
		m[i] = v
	}
	return m
}

//go:noinline
func boxed[T loose | tight](n int) []any {
	list := make([]any, n)
	for i := range list {
		var v T
		list[i] = v
	}
	return list
}

// elements of a slice that grows, and of one made at once
func BenchmarkAppend(b *testing.B) {
	pair(b, "40", appended[loose40], appended[tight32])
	pair(b, "136", appended[loose136], appended[tight128])
}

func BenchmarkMake(b *testing.B) {
	pair(b, "40", made[loose40], made[tight32])
	pair(b, "136", made[loose136], made[tight128])
}

// objects of their own on the heap
func BenchmarkObject(b *testing.B) {
	pair(b, "40", objects[loose40], objects[tight32])
	pair(b, "136", objects[loose136], objects[tight128])
	pair(b, "520", objects[loose520], objects[tight512])
}

// values of a map; above 128 bytes they are objects of their own
func BenchmarkMap(b *testing.B) {
	pair(b, "40", mapped[loose40], mapped[tight32])
	pair(b, "136", mapped[loose136], mapped[tight128])
}

// values in interfaces
func BenchmarkInterface(b *testing.B) {
	pair(b, "40", boxed[loose40], boxed[tight32])
}

// Reading elements in order: fewer bytes are fewer cache lines.
func BenchmarkScan(b *testing.B) {
	const n = 1 << 20
	before, after := make([]loose40, n), make([]tight32, n)
	for i := range n {
		before[i].id, after[i].id = int64(i), int64(i)
	}
	b.Run("40/n=1048576/before", func(b *testing.B) {
		for b.Loop() {
			sumLoose(before)
		}
	})
	b.Run("40/n=1048576/after", func(b *testing.B) {
		for b.Loop() {
			sumTight(after)
		}
	})
}

//go:noinline
func sumLoose(list []loose40) (sum int64) {
	for i := range list {
		sum += list[i].id
	}
	return sum
}

//go:noinline
func sumTight(list []tight32) (sum int64) {
	for i := range list {
		sum += list[i].id
	}
	return sum
}

// counters of shards within one cache line, and on lines of their own
func BenchmarkSharing(b *testing.B) {
	var dense [8]struct{ n atomic.Int64 }
	var apart [8]struct {
		n atomic.Int64
		_ [120]byte
	}
	b.Run("before", func(b *testing.B) {
		together(b, func(shard, turns int) {
			for range turns {
				dense[shard].n.Add(1)
			}
		})
	})
	b.Run("after", func(b *testing.B) {
		together(b, func(shard, turns int) {
			for range turns {
				apart[shard].n.Add(1)
			}
		})
	})
}

// together runs f for two shards at the same time.
func together(b *testing.B, f func(shard, turns int)) {
	const turns = 10_000
	for b.Loop() {
		var wg sync.WaitGroup
		for shard := range 2 {
			wg.Go(func() { f(shard, turns) })
		}
		wg.Wait()
	}
}

func pair[A, B any](b *testing.B, size string, before func(int) A, after func(int) B) {
	for _, n := range []int{100, 10_000} {
		name := size + "/n=" + strconv.Itoa(n)
		b.Run(name+"/before", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				before(n)
			}
		})
		b.Run(name+"/after", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				after(n)
			}
		})
	}
}

// TestSameFields checks that both layouts hold the same fields, in the sizes
// that their names say.
func TestSameFields(t *testing.T) {
	fields := func(t reflect.Type) map[string]reflect.Kind {
		kinds := make(map[string]reflect.Kind)
		for i := range t.NumField() {
			kinds[t.Field(i).Name] = t.Field(i).Type.Kind()
		}
		return kinds
	}
	for _, types := range [][2]reflect.Type{
		{reflect.TypeFor[loose40](), reflect.TypeFor[tight32]()},
		{reflect.TypeFor[loose136](), reflect.TypeFor[tight128]()},
		{reflect.TypeFor[loose520](), reflect.TypeFor[tight512]()},
	} {
		assert.Equal(t, fields(types[0]), fields(types[1]))
		if strconv.IntSize == 64 {
			for _, x := range types {
				assert.Regexp(t, fmt.Sprintf("%d$", x.Size()), x.Name())
			}
		}
	}
}

func TestSameResult(t *testing.T) {
	assert.Equal(t, sumLoose([]loose40{{id: 1}, {id: 2}}), sumTight([]tight32{{id: 1}, {id: 2}}))
}
