package concatloop

import (
	"bufio"
	"container/list"
	"io/fs"
	"iter"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
)

func counting(n int) (s string) {
	for i := 0; i < n; i++ {
		s += string(rune('a' + i%26)) // want `string s grows`
	}
	for i := range n {
		s += string(rune('a' + i%26)) // want `string s grows`
	}
	return s
}

func untilEOF(r *bufio.Reader) (s string) {
	for {
		line, err := r.ReadString('\n')
		s += line // want `string s grows`
		if err != nil {
			return s
		}
	}
}

func postStatement(in []string) (s string) {
	for i := 0; i < len(in); s += in[i-1] { // want `string s grows`
		i++
	}
	return s
}

func condition(in []string) (s string) {
	i := 0
	for func() bool { s += in[i]; return i+1 < len(in) }() { // want `string s grows`
		i++
	}
	return s
}

func backwardGoto(in []string) (s string) {
	i := 0
next:
	if i < len(in) {
		s += in[i] // want `string s grows`
		i++
		goto next
	}
	return s
}

func rangeOverFunc(seq iter.Seq[string]) (s string) {
	for x := range seq {
		s += x // want `string s grows`
	}
	return s
}

func channel(ch <-chan string, done <-chan int) (s string) {
	for {
		select {
		case x := <-ch:
			s += x // want `string s grows`
		case <-done:
			return s
		}
	}
}

func walk(root string) (s string) {
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		s += path // want `string s grows`
		return nil
	})
	return s
}

func mapped(in string) (s string) {
	strings.Map(func(r rune) rune {
		s += string(r) // want `string s grows`
		return r
	}, in)
	return s
}

func syncMap(m *sync.Map) (s string) {
	m.Range(func(k, v any) bool {
		s += k.(string) // want `string s grows`
		return true
	})
	return s
}

// nope: the literal ends the iteration after the first element
func syncMapFirst(m *sync.Map) (s string) {
	m.Range(func(k, v any) bool {
		s += k.(string)
		return false
	})
	return s
}

// nope: WalkDir ends after the first file
func walkFirst(root string) (s string) {
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if d.IsDir() {
			return nil
		}
		s += path
		return filepath.SkipAll
	})
	return s
}

func onTheSpot(in []string) (s string) {
	for _, x := range in {
		func() {
			s += x // want `string s grows`
		}()
	}
	return s
}

func deferred(in []string) (s string) {
	for _, x := range in {
		defer func() {
			s += x // want `string s grows`
		}()
	}
	return s
}

func closure(in []string) (s string) {
	add := func(x string) {
		if s != "" {
			s += "," // want `string s grows by \+= in every turn`
		}
		s += x
	}
	for _, x := range in {
		add(x)
	}
	return s
}

type node struct {
	name     string
	children []*node
	parent   *node
	next     *node
}

func (n *node) Parent() *node { return n.parent }

func recursiveClosure(n *node) (s string) {
	var visit func(n *node)
	visit = func(n *node) {
		s += n.name // want `string s grows`
		for _, c := range n.children {
			visit(c)
		}
	}
	visit(n)
	return s
}

// nope: the closure is called once
func closureOnce(in []string) (s string) {
	add := func(x string) { s += x }
	add("a")
	for range in {
	}
	return s
}

func nestedGrownInside(in [][]string) (s string) {
	for _, row := range in {
		for _, cell := range row {
			s += cell // want `string s grows`
		}
		s += "\n"
	}
	return s
}

func nestedSiblings(in [][]string) (s string) {
	for _, row := range in {
		for _, cell := range row {
			s += cell // want `string s grows`
		}
		for i := range row {
			s += row[i]
		}
	}
	return s
}

func innerLeftAfterGrowth(in [][]string) (s string) {
	for _, row := range in {
		for _, cell := range row {
			if cell != "" {
				s += cell // want `string s grows`
				break
			}
		}
	}
	return s
}

func innerShort(in []string) (s string) {
	for _, x := range in {
		for range 3 {
			s += x // want `string s grows`
		}
	}
	return s
}

func labelled(in [][]string) (s string) {
rows:
	for _, row := range in {
		for _, cell := range row {
			if cell == "" {
				continue rows
			}
			s += cell // want `string s grows`
			if cell == "." {
				break rows
			}
		}
	}
	return s
}

func linkedList(n *node, e *list.Element) (s string) {
	for ; n != nil; n = n.next {
		s += n.name // want `string s grows`
	}
	for ; e != nil; e = e.Prev() {
		s += e.Value.(string) // want `string s grows`
	}
	return s
}

// nope: each literal of the callback has its own string
func perCall(in []string) {
	slices.SortFunc(in, func(a, b string) int {
		s := ""
		s += a
		s += b
		return len(s)
	})
}

// nope: the path from the root of a tree is short
func climbing(n *node) (path string) {
	for p := n; p != nil; p = p.parent {
		path = p.name + "/" + path
	}
	for p := n; p != nil; {
		path += p.name
		p = p.Parent()
	}
	return path
}

// nope: types are not deep
func inside(t reflect.Type) (s string) {
	for {
		switch t.Kind() {
		case reflect.Pointer:
			s += "*"
			t = t.Elem()
		case reflect.Slice:
			s += "[]"
			t = t.Elem()
		default:
			return s + t.Name()
		}
	}
}

// nope: a number has few digits
func digits(n int) (s string) {
	for n > 0 {
		s = string(rune('0'+n%10)) + s
		n /= 10
	}
	for ; n > 0; n = n >> 1 {
		s += "1"
	}
	return s
}

// nope: the string is padded to a short one
func padding(s string) string {
	for len(s) < 32 {
		s += " "
	}
	for ok := true; ok && len(s) < 8; {
		s = "0" + s
	}
	return s
}

// nope: few turns
func few(flags []string) (s string) {
	for i := 0; i < 8; i++ {
		s += "x"
	}
	for range 4 {
		s += "x"
	}
	for _, x := range []string{"a", "b"} {
		s += x
	}
	return s
}

// counts down to zero: as many turns as n says
func countdown(n int, part func(int) string) (s string) {
	for n > 0 {
		s += part(n) // want `string s grows`
		n--
	}
	return s
}

// called in a loop, so it adds up
func ages(all []int, split func(int) (int, span)) (out []span) {
	for _, n := range all {
		var s span
		for n != 0 {
			var unit span
			n, unit = split(n)
			s += unit // want `string s grows`
		}
		out = append(out, s)
	}
	return out
}

type span string
