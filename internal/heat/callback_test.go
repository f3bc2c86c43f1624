package heat

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCallbackOf(t *testing.T) {
	std := check(t, "example.com/app", `package app

import (
	"bufio"
	"bytes"
	"maps"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"
)

type (
	Once    = sync.Once
	Group   = sync.WaitGroup
	Map     = sync.Map
	Scanner = bufio.Scanner
)

var _ = []any{filepath.WalkDir, bytes.Map, maps.Collect[int, int], slices.Collect[int], sort.Slice, strings.Map, time.AfterFunc}

type T struct{}

func (T) ForEach(f func())     {}
func (T) Each(f func())        {}
func (T) EachRow(f func())     {}
func (T) Eachother(f func())   {}
func (T) Walk(f func())        {}
func (T) Walkable(f func())    {}
func (T) Range(f func())       {}
func (T) Ranges(f func())      {}
func (T) Iterate(f func())     {}
func (T) walk(f func())        {}
func (T) Do(f func())          {}
func Walk(f func(func() bool)) {} // an iterator: called once
`)
	for _, test := range []struct {
		pkg, typ, name string
		arg            int
		want           callback
	}{
		{"", "Once", "Do", 0, callsOnce},
		{"", "Group", "Go", 0, callsHere},
		{"", "Map", "Range", 0, callsPerElement},
		{"", "Scanner", "Split", 0, callsPerElement},
		{"sync", "", "OnceFunc", 0, callsOnce},
		{"path/filepath", "", "WalkDir", 1, callsPerElement},
		{"bytes", "", "Map", 0, callsPerElement},
		{"strings", "", "Map", 0, callsPerElement},
		{"sort", "", "Slice", 1, callsPerElement},
		{"slices", "", "SortFunc", 1, callsPerElement},
		{"slices", "", "Collect", 0, callsHere}, // the iterator is called once
		{"maps", "", "Collect", 0, callsHere},
		{"maps", "", "Insert", 1, callsHere},
		{"time", "", "AfterFunc", 1, callsHere},
		{"", "T", "ForEach", 0, callsPerElement},
		{"", "T", "Each", 0, callsPerElement},
		{"", "T", "EachRow", 0, callsPerElement},
		{"", "T", "Walk", 0, callsPerElement},
		{"", "T", "Range", 0, callsPerElement},
		{"", "T", "Iterate", 0, callsPerElement},
		{"", "T", "Eachother", 0, callsUnknown}, // another word
		{"", "T", "Walkable", 0, callsUnknown},
		{"", "T", "Ranges", 0, callsUnknown},
		{"", "T", "walk", 0, callsUnknown}, // of this package: its body tells
		{"", "T", "Do", 0, callsUnknown},
		{"", "", "Walk", 0, callsHere},
	} {
		pkg := std
		for _, imp := range std.Imports() {
			if imp.Path() == test.pkg {
				pkg = imp
			}
		}
		assert.Equal(t, test.want, callbackOf(function(t, pkg, test.typ, test.name), test.arg), "%s %s.%s", test.pkg, test.typ, test.name)
	}
	assert.Equal(t, callsUnknown, callbackOf(nil, 0))
}
