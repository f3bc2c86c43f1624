package heat

import (
	"go/types"
	"strings"
)

// callback says what a function does with a function passed to it.
type callback uint8

const (
	callsUnknown    callback = iota
	callsHere                // calls it, or starts it, once per call
	callsPerElement          // calls it for each of many elements
	callsOnce                // calls it at most once in its life
)

// callbacks are the functions known to call an argument, by full name. The
// argument is the function-typed one; no function here has two of different
// kinds.
var callbacks = map[string]callback{
	"(*sync.Once).Do": callsOnce,
	"sync.OnceFunc":   callsOnce,
	"sync.OnceValue":  callsOnce,
	"sync.OnceValues": callsOnce,

	"(*golang.org/x/sync/singleflight.Group).Do":     callsOnce,
	"(*golang.org/x/sync/singleflight.Group).DoChan": callsOnce,
	"(*internal/singleflight.Group).Do":              callsOnce,

	"(*sync.WaitGroup).Go":                                       callsHere,
	"(*golang.org/x/sync/errgroup.Group).Go":                     callsHere,
	"(*golang.org/x/sync/errgroup.Group).TryGo":                  callsHere,
	"time.AfterFunc":                                             callsHere,
	"context.AfterFunc":                                          callsHere,
	"runtime/pprof.Do":                                           callsHere,
	"(*testing.B).RunParallel":                                   callsHere,
	"(*testing.B).Run":                                           callsHere,
	"(*sync.Map).Range":                                          callsPerElement,
	"path/filepath.Walk":                                         callsPerElement,
	"path/filepath.WalkDir":                                      callsPerElement,
	"io/fs.WalkDir":                                              callsPerElement,
	"go/ast.Inspect":                                             callsPerElement,
	"golang.org/x/tools/go/ast/astutil.Apply":                    callsPerElement,
	"(*bufio.Scanner).Split":                                     callsPerElement,
	"(*regexp.Regexp).ReplaceAllStringFunc":                      callsPerElement,
	"(*regexp.Regexp).ReplaceAllFunc":                            callsPerElement,
	"(*golang.org/x/tools/go/ast/inspector.Inspector).Preorder":  callsPerElement,
	"(*golang.org/x/tools/go/ast/inspector.Inspector).WithStack": callsPerElement,
	"(*github.com/twmb/franz-go/pkg/kgo.Fetches).EachRecord":     callsPerElement,
	"(github.com/twmb/franz-go/pkg/kgo.Fetches).EachRecord":      callsPerElement,
	"(github.com/twmb/franz-go/pkg/kgo.Fetches).EachPartition":   callsPerElement,
}

// elementPackages are the packages of the standard library whose functions call
// every function passed to them per element.
var elementPackages = map[string]bool{
	"bytes": true, "maps": true, "slices": true, "sort": true, "strings": true,
}

// elementNames start the names of functions that, wherever they are declared,
// call the function passed to them per element.
var elementNames = []string{"ForEach", "Foreach", "Each", "Walk", "Iterate"}

// callbackOf says what callee does with a function passed as argument i.
func callbackOf(callee *types.Func, i int) callback {
	if callee == nil {
		return callsUnknown
	}
	if callee.Pkg() != nil && elementPackages[callee.Pkg().Path()] {
		return callsPerElement
	}
	if c, ok := callbacks[callee.FullName()]; ok {
		return c
	}
	for _, name := range elementNames {
		rest, ok := strings.CutPrefix(callee.Name(), name)
		if ok && (rest == "" || rest[0] >= 'A' && rest[0] <= 'Z') {
			return callsPerElement
		}
	}
	return callsUnknown
}
