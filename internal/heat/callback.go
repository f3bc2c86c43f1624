package heat

import (
	"go/ast"
	"go/types"
)

// callback says what a function does with a function passed to it.
type callback uint8

const (
	callsUnknown    callback = iota
	callsHere                // calls it, or starts it, once per call
	callsPerElement          // calls it for each of many elements
	callsPerMessage          // calls it for each of the messages received
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

	"(*sync.WaitGroup).Go":                      callsHere,
	"(*golang.org/x/sync/errgroup.Group).Go":    callsHere,
	"(*golang.org/x/sync/errgroup.Group).TryGo": callsHere,
	"time.AfterFunc":                            callsHere,
	"context.AfterFunc":                         callsHere,
	"runtime/pprof.Do":                          callsHere,
	"(*testing.B).RunParallel":                  callsHere,
	"(*testing.B).Run":                          callsHere,

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

	"(github.com/twmb/franz-go/pkg/kgo.Fetches).EachRecord":              callsPerMessage,
	"(github.com/twmb/franz-go/pkg/kgo.Fetches).EachPartition":           callsPerMessage,
	"(github.com/twmb/franz-go/pkg/kgo.FetchTopic).EachRecord":           callsPerMessage,
	"(*github.com/twmb/franz-go/pkg/kgo.FetchPartition).EachRecord":      callsPerMessage,
	"(*github.com/twmb/franz-go/pkg/kgo.FetchTopicPartition).EachRecord": callsPerMessage,
}

// callbackNames are the names of the functions in callbacks.
var callbackNames = lastNames(callbacks)

// elementPackages are packages whose functions call every function passed to
// them per element, iterators excepted.
var elementPackages = map[string]bool{
	"bytes": true, "maps": true, "slices": true, "sort": true, "strings": true,
	"golang.org/x/exp/maps": true, "golang.org/x/exp/slices": true,
}

// elementNames are the first words of functions that, wherever they are
// declared, call the function passed to them per element.
var elementNames = []string{"ForEach", "Foreach", "Each", "Walk", "Iterate", "Range", "VisitAll", "Ascend", "Descend"}

// callbackOf says what callee does with a function passed as argument i.
func callbackOf(callee *types.Func, i int) callback {
	if callee == nil {
		return callsUnknown
	}
	if callbackNames[callee.Name()] {
		if c, ok := callbacks[callee.FullName()]; ok {
			return c
		}
	}
	switch {
	case callee.Pkg() != nil && elementPackages[callee.Pkg().Path()]:
	case ast.IsExported(callee.Name()) && startsWithWord(callee.Name(), elementNames):
	default:
		return callsUnknown
	}
	if t := paramType(callee.Signature(), i); t != nil && isIterator(t) {
		return callsHere // the loop is in the callee, its body in the callee too
	}
	return callsPerElement
}

// isIterator reports whether t has the shape of iter.Seq or iter.Seq2: a
// function that is called once and calls its argument per element.
func isIterator(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() != 1 || sig.Results().Len() != 0 {
		return false
	}
	yield, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
	return ok && yield.Results().Len() == 1 && types.Identical(yield.Results().At(0).Type(), types.Typ[types.Bool])
}
