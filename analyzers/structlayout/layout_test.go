package structlayout

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"math/rand/v2"
	"reflect"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The types of layouts, as this program has them and as source: the two must be
// of one size.
type (
	mixed struct {
		a bool
		b int64
		c bool
		d string
		e [3]int16
	}
	trailing struct {
		a int64
		b struct{}
	}
	nested struct {
		a bool
		b struct {
			x int32
			y bool
		}
		c [0]int64
		d any
	}
	complexes struct {
		a bool
		b complex64
		c complex128
		d func()
		e uint16
	}
)

const layoutSource = `package p
type mixed struct { a bool; b int64; c bool; d string; e [3]int16 }
type trailing struct { a int64; b struct{} }
type nested struct { a bool; b struct { x int32; y bool }; c [0]int64; d any }
type complexes struct { a bool; b complex64; c complex128; d func(); e uint16 }
`

func check(t *testing.T, src string) *types.Package {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, 0)
	require.NoError(t, err)
	pkg, err := (&types.Config{Importer: importer.ForCompiler(fset, "source", nil)}).Check("p", fset, []*ast.File{file}, nil)
	require.NoError(t, err)
	return pkg
}

func structOf(pkg *types.Package, name string) *types.Struct {
	return pkg.Scope().Lookup(name).Type().Underlying().(*types.Struct)
}

// TestCompiler compares sizes with those of the compiler.
func TestCompiler(t *testing.T) {
	pkg := check(t, layoutSource)
	sizes := types.SizesFor("gc", runtime.GOARCH)
	for name, typ := range map[string]reflect.Type{
		"mixed":     reflect.TypeFor[mixed](),
		"trailing":  reflect.TypeFor[trailing](),
		"nested":    reflect.TypeFor[nested](),
		"complexes": reflect.TypeFor[complexes](),
	} {
		l, ok := newLayout(structOf(pkg, name), sizes)
		require.True(t, ok, name)
		assert.EqualValues(t, typ.Size(), l.size, name)
		assert.EqualValues(t, typ.Align(), l.align, name)

		order, _ := l.order(l.fields, func([]int) bool { return true })
		var fields []reflect.StructField
		for _, i := range order {
			f := typ.Field(i)
			fields = append(fields, reflect.StructField{Name: "F" + f.Name, Type: f.Type})
		}
		assert.EqualValues(t, reflect.StructOf(fields).Size(), l.best, name)
	}
}

// Test32Bit checks a target with words of four bytes.
func Test32Bit(t *testing.T) {
	pkg := check(t, `package p
import "sync/atomic"
type mixed struct { a bool; b int64; c bool; d string; e [3]int16 }
type atomics struct { a bool; n atomic.Int64; b bool }
type words struct { a bool; p *int; b bool; q *int }
type large struct { a bool; p *int; b bool; n [34]int32 }
`)
	b := runningBlocks()
	for name, want := range map[string][4]int64{ // size, best, blocks
		"mixed":   {32, 24, 32, 24},
		"atomics": {24, 16, 24, 16},
		"words":   {16, 12, 16, 16},
		"large":   {148, 144, 160, 160}, // above 128 bytes, a header
	} {
		l, ok := newLayout(structOf(pkg, name), types.SizesFor("gc", "386"))
		require.True(t, ok, name)
		l.occupy(b)
		assert.Equal(t, want, [4]int64{l.size, l.best, l.block, l.bestBlock}, name)
	}
}

// TestOrder checks that every order that is found has the best size.
func TestOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	kinds := []field{{0, 1}, {1, 1}, {2, 2}, {4, 4}, {8, 8}, {16, 8}, {24, 8}, {3, 1}, {12, 4}}
	for range 2000 {
		l := layout{align: 1}
		for range 2 + r.IntN(9) {
			f := kinds[r.IntN(len(kinds))]
			l.fields = append(l.fields, f)
			l.best += f.size
			l.align = max(l.align, f.align)
		}
		l.best = roundUp(l.best, l.align)
		if l.best == 0 {
			continue
		}
		order, _ := l.order(l.fields, func([]int) bool { return true })
		require.Equal(t, l.best, sizeIn(l.fields, order), "%v as %v", l.fields, order)
		require.Len(t, longestRun(order), len(order)-moved(order), "%v", order)
	}
}

// moved counts what is not in a longest run, by trying all.
func moved(order []int) int {
	best := 0
	for set := range 1 << len(order) {
		n, last := 0, -1
		for i, u := range order {
			if set&(1<<i) != 0 {
				if u < last {
					n = -1
					break
				}
				n, last = n+1, u
			}
		}
		best = max(best, n)
	}
	return len(order) - best
}

// TestNearest checks that a single move is preferred, and the shortest one.
func TestNearest(t *testing.T) {
	word, flag := field{8, 8}, field{1, 1}
	l := layout{best: 32}
	order, ok := l.order([]field{word, flag, word, word, flag}, func([]int) bool { return true })
	assert.True(t, ok)
	assert.Equal(t, []int{0, 2, 3, 1, 4}, order)
	assert.Equal(t, []int{0, 2, 3, 4}, longestRun(order))

	short := field{2, 2} // two together, where one would not help
	order, ok = l.order([]field{word, short, short, word, flag, flag, word}, func([]int) bool { return true })
	assert.True(t, ok)
	assert.Equal(t, []int{0, 3, 1, 2, 4, 5, 6}, order)
}

// TestNotMeasured lists what has no size, or one of its own.
func TestNotMeasured(t *testing.T) {
	pkg := check(t, `package p
type empty struct { a, b struct{} }
type one struct { a int }
type generic[T any] struct { a bool; b T; c bool }
type huge struct { a [1<<60]int64; b [1<<60]int64 }
`)
	for _, name := range pkg.Scope().Names() {
		_, ok := newLayout(structOf(pkg, name), types.SizesFor("gc", "amd64"))
		assert.False(t, ok, name)
	}
}

// TestC checks that C code has a say in the layout of a struct with its types.
func TestC(t *testing.T) {
	c := types.NewNamed(types.NewTypeName(token.NoPos, types.NewPackage("p", "p"), "_Ctype_struct_x", nil), types.NewStruct(nil, nil), nil)
	for _, typ := range []types.Type{c, types.NewPointer(c)} {
		s := types.NewStruct([]*types.Var{
			types.NewField(token.NoPos, nil, "a", types.Typ[types.Bool], false),
			types.NewField(token.NoPos, nil, "c", typ, false),
		}, nil)
		assert.True(t, isPlaced(s), typ)
	}
}
