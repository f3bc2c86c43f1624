package structlayout

import (
	"errors"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/metrics"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/zenithlint/zenithlint/internal/modroot"
)

// blocks are the sizes in which a Go runtime hands out memory.
type blocks struct {
	sizes  []int64 // of small blocks, ascending
	header bool    // larger objects with pointers carry a word that tells their type
}

const (
	headerSize = 8
	tinySize   = 16 // below it, objects without pointers share a block
	pageSize   = 8192
)

// of returns the size of the block that an object occupies.
func (b *blocks) of(size, word int64, pointers bool) int64 {
	if size == 0 {
		return 0
	}
	if size < tinySize && !pointers {
		return tinySize
	}
	largest := b.sizes[len(b.sizes)-1]
	if size > largest-headerSize {
		return (size + pageSize - 1) / pageSize * pageSize
	}
	// The types of smaller objects stand in a bitmap, one word of it for each
	// bit of a word.
	if b.header && pointers && size > word*word*8 {
		size += headerSize
	}
	i, _ := slices.BinarySearch(b.sizes, size)
	return b.sizes[i]
}

// blocksFor returns the block sizes of the toolchain that builds the code in
// dir, or, where no go command or source tells, those of the runtime that this
// program runs on.
func blocksFor(dir string) *blocks {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	if root, ok := modroot.Find(dir); ok {
		dir = root
	}
	once, _ := blocksOf.LoadOrStore(dir, sync.OnceValue(func() *blocks {
		if b, err := readBlocks(goroot(dir)); err == nil {
			return b
		}
		return runningBlocks()
	}))
	return once.(func() *blocks)()
}

// blocksOf holds the answers of blocksFor by module.
var blocksOf sync.Map

// goroot returns the root of the Go installation that builds the code in dir,
// which the toolchain line of its go.mod may choose.
func goroot(dir string) string {
	cmd := exec.Command("go", "env", "GOROOT")
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

var sizeTable = regexp.MustCompile(`(?i)class_?to_?size += \[\w+\]uint16\{([^}]*)\}`)

// readBlocks reads the block sizes from the source of the runtime.
func readBlocks(goroot string) (*blocks, error) {
	runtime := filepath.Join(goroot, "src", "runtime")
	gc := filepath.Join(goroot, "src", "internal", "runtime", "gc") // since Go 1.25
	src, err := readFirst(filepath.Join(gc, "sizeclasses.go"), filepath.Join(runtime, "sizeclasses.go"))
	if err != nil {
		return nil, err
	}
	table := sizeTable.FindSubmatch(src)
	if table == nil {
		return nil, errors.New("no table of size classes")
	}
	b := new(blocks)
	for text := range strings.SplitSeq(string(table[1]), ",") {
		size, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
		if err != nil {
			return nil, err
		}
		if size > 0 {
			b.sizes = append(b.sizes, size)
		}
	}
	if !slices.IsSorted(b.sizes) || len(b.sizes) < 10 || b.sizes[0] != 8 {
		return nil, errors.New("strange table of size classes")
	}
	src, err = readFirst(filepath.Join(gc, "malloc.go"), filepath.Join(runtime, "malloc.go"))
	b.header = err == nil && strings.Contains(strings.ToLower(string(src)), "minsizeformallocheader")
	return b, nil
}

// readFirst reads the first of the files that there is.
func readFirst(names ...string) (src []byte, err error) {
	for _, name := range names {
		if src, err = os.ReadFile(name); err == nil {
			return src, nil
		}
	}
	return nil, err
}

// runningBlocks returns the block sizes of the runtime of this program: its
// histogram of allocations has a bucket for each.
func runningBlocks() *blocks {
	sample := []metrics.Sample{{Name: "/gc/heap/allocs-by-size:bytes"}}
	metrics.Read(sample)
	b := &blocks{header: true}
	for _, bound := range sample[0].Value.Float64Histogram().Buckets {
		if size := int64(bound) - 1; size > 0 && !math.IsInf(bound, 0) {
			b.sizes = append(b.sizes, size)
		}
	}
	return b
}
