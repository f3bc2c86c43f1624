package structlayout

import (
	"go/types"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReadBlocks compares the sizes in the source of the toolchain with those
// that its runtime works with.
func TestReadBlocks(t *testing.T) {
	root := goroot(".")
	require.NotEmpty(t, root)
	read, err := readBlocks(root)
	require.NoError(t, err)
	assert.Equal(t, read, runningBlocks())
	assert.Same(t, blocksFor("."), blocksFor(".."), "one answer per module")

	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	for _, size := range stats.BySize[1:] {
		assert.True(t, slices.Contains(read.sizes, int64(size.Size)), "class %d", size.Size)
	}
}

// TestNoToolchain checks that sizes are known where no source can be read.
func TestNoToolchain(t *testing.T) {
	t.Setenv("PATH", "")
	assert.Empty(t, goroot("."))
	assert.Equal(t, runningBlocks(), blocksFor(t.TempDir()))

	dir := t.TempDir()
	file := filepath.Join(dir, "src", "runtime", "sizeclasses.go")
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
	for _, src := range []string{
		"package runtime",
		"package runtime\nvar class_to_size = [_NumSizeClasses]uint16{0, x}",
		"package runtime\nvar class_to_size = [_NumSizeClasses]uint16{0, 16, 8}",
	} {
		require.NoError(t, os.WriteFile(file, []byte(src), 0o644))
		_, err := readBlocks(dir)
		assert.Error(t, err, src)
	}
	old := "package runtime\nvar class_to_size = [_NumSizeClasses]uint16{0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128}\n"
	require.NoError(t, os.WriteFile(file, []byte(old), 0o644))
	b, err := readBlocks(dir)
	require.NoError(t, err)
	assert.Equal(t, []int64{8, 16, 24, 32, 48, 64, 80, 96, 112, 128}, b.sizes)
	assert.False(t, b.header, "before Go 1.22")
}

var sink any

// object is of a size, with or without a pointer.
type (
	scalars[A any]  struct{ words A }
	pointers[A any] struct {
		p     *int
		words A
	}
)

// TestAllocation compares blocks with what the allocator takes.
func TestAllocation(t *testing.T) {
	b := runningBlocks()
	word := types.SizesFor("gc", runtime.GOARCH).Sizeof(types.Typ[types.Uintptr])
	if word != 8 {
		t.Skip("sizes are those of 64-bit machines")
	}
	allocates(t, b.of(40, word, false), func() { sink = new(scalars[[5]int64]) })
	allocates(t, b.of(40, word, true), func() { sink = new(pointers[[4]int64]) })
	allocates(t, b.of(136, word, true), func() { sink = new(pointers[[16]int64]) })
	allocates(t, b.of(512, word, true), func() { sink = new(pointers[[63]int64]) })
	allocates(t, b.of(520, word, false), func() { sink = new(scalars[[65]int64]) })
	allocates(t, b.of(576, word, false), func() { sink = new(scalars[[72]int64]) })
	allocates(t, b.of(576, word, true), func() { sink = new(pointers[[71]int64]) }) // a header, so 640
	allocates(t, b.of(40960, word, false), func() { sink = new(scalars[[5120]int64]) })
	assert.EqualValues(t, 640, b.of(576, word, true))
	assert.EqualValues(t, 0, b.of(0, word, false))
	assert.EqualValues(t, 16, b.of(12, word, false), "small ones share a block of 16 bytes")
}

// allocates checks how many bytes each call of f takes from the heap.
func allocates(t *testing.T, want int64, f func()) {
	t.Helper()
	const calls = 1000
	got := int64(0)
	for range 5 { // other goroutines allocate too, now and then
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for range calls {
			f()
		}
		runtime.ReadMemStats(&after)
		got = int64(after.TotalAlloc-before.TotalAlloc) / calls
		if got == want {
			return
		}
	}
	assert.Equal(t, want, got)
}
