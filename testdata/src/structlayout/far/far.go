// Package far has structs that something makes again and again, and those of
// which that is too far away to say that there are many.
package far

import (
	"net/http"
	"slices"
	"strings"
	"sync"
)

type near struct { // want "^struct near: 24 bytes"
	a bool
	n int64
	b bool
}

func readAll(rows string) (all []*near) {
	for _, row := range rows {
		all = append(all, read(row))
	}
	return all
}

func read(row rune) *near { return &near{n: int64(row)} }

// nope: the loop is two calls away, and may make one in a hundred turns
type away struct {
	a bool
	n int64
	b bool
}

func walk(rows string) (all []*away) {
	for _, row := range rows {
		all = append(all, first(row))
	}
	return all
}

func first(row rune) *away { return second(row) }

func second(row rune) *away { return &away{n: int64(row)} }

// nope: a loop of a request that calls for one may be over a handful
type listed struct {
	a bool
	n int64
	b bool
}

func list(w http.ResponseWriter, r *http.Request) {
	for _, v := range r.Header["Id"] {
		_ = one(v)
	}
}

func one(v string) *listed { return two(v) }

func two(v string) *listed { return &listed{n: int64(len(v))} }

// nope: such requests come seldom
type dumped struct {
	a bool
	n int64
	b bool
	m int64
	c bool
	x int64
	d bool
	y int64
	e bool
	z int64
}

func adminDump(w http.ResponseWriter, r *http.Request) { lastDump = &dumped{} }

var lastDump *dumped

// Of several uses one without doubt is enough.
type both struct { // want "^struct both: 24 bytes"
	a bool
	n int64
	b bool
}

func adminBoth(w http.ResponseWriter, r *http.Request) {
	var all []both
	for v := range strings.SplitSeq(r.URL.RawQuery, "&") {
		all = append(all, both{n: int64(len(v))})
	}
	_ = all
}

func plain(w http.ResponseWriter, r *http.Request) {
	var all []both
	for v := range strings.SplitSeq(r.URL.RawQuery, "&") {
		all = append(all, both{n: int64(len(v))})
	}
	_ = all
}

// nope: there are a handful of backends
type status struct {
	a bool
	n int64
	b bool
}

func states(w http.ResponseWriter, r *http.Request) {
	var all []status
	for _, backend := range r.Header["Backend"] {
		all = append(all, status{n: int64(len(backend))})
	}
	_ = all
}

// nope: one for many values
type batch struct {
	a    bool
	list []string
	b    bool
}

func batches(w http.ResponseWriter, r *http.Request) {
	var all []batch
	for list := range slices.Chunk(r.Header["Id"], 100) {
		all = append(all, batch{list: list})
	}
	_ = all
}

// nope: each turn calls an entry point, and so is a request
type reply struct {
	a bool
	n int64
	b bool
}

func together(w http.ResponseWriter, r *http.Request) {
	for range r.Header["Id"] {
		alone(w, r)
	}
}

func alone(w http.ResponseWriter, r *http.Request) { _ = answer() }

func answer() *reply { return &reply{n: 1} }

// nope: what is guarded by a Once is no row
type resource struct {
	once sync.Once
	a    bool
	n    int64
	b    bool
}

func open(names string) (all []*resource) {
	for _, name := range names {
		all = append(all, &resource{n: int64(name)})
	}
	return all
}

// A loop of a handful in what a stream runs makes many.
type key struct { // want "^struct key: 24 bytes"
	a bool
	n int64
	b bool
}

func receive(rows chan []int) {
	for row := range rows {
		merge(row)
	}
}

func merge(row []int) {
	for range row {
		_ = newKey()
	}
}

func newKey() *key { return &key{n: 1} }

// nope: a handful of groups, each of a handful
type member struct {
	a bool
	n int64
	b bool
}

func groups(all [][]int) {
	for _, row := range all {
		group(row)
	}
}

func group(row []int) {
	for range row {
		_ = newMember()
	}
}

func newMember() *member { return &member{n: 1} }

// nope: nor are there many of what something that the stream calls makes, far from
// it, for each of a handful of its own
type sorting struct {
	a bool
	n int64
	b bool
}

type selection struct{ order []*sorting }

func (s *selection) read(rows chan int) {
	for row := range rows {
		s.resolve(row)
	}
}

func (s *selection) resolve(row int) { s.resolveOrder(row) }

func (s *selection) resolveOrder(row int) {
	for i := range s.order {
		s.order[i] = &sorting{n: int64(row)}
	}
}

// nope: what a loop in a stream asks does much more than to make one
type query struct {
	a bool
	n int64
	b bool
}

func search(requests chan []string) {
	for shards := range requests {
		searchAll(shards)
	}
}

func searchAll(shards []string) {
	for range shards {
		searchOne()
	}
}

func searchOne() { _ = newQuery() }

func newQuery() *query { return &query{n: 1} }

// nope: a loop of a request over a slice may be over a handful, too
type view struct {
	a bool
	n int64
	b bool
}

// nope: and if each of these has a handful, that makes no many
type detail struct {
	a     bool
	words [6]int64
	b     bool
}

func views(w http.ResponseWriter, r *http.Request) {
	var all []view
	var details []*detail
	for _, v := range r.Header["Id"] {
		all = append(all, view{n: int64(len(v))})
		for range r.Header[v] {
			details = append(details, &detail{})
		}
	}
	_, _ = all, details
}

// Of what a stream of a request brings there are many.
type line struct { // want "^struct line: 24 bytes"
	a bool
	n int64
	b bool
}

func lines(w http.ResponseWriter, r *http.Request) {
	var all []line
	for v := range strings.SplitSeq(r.URL.RawQuery, "&") {
		all = append(all, line{n: int64(len(v))})
	}
	_ = all
}

// nope: each event is told to a handful of clients
type notice struct {
	a bool
	n int64
	b bool
}

type client interface{ tell(*notice) }

func watch(events chan string, clients map[string][]client) {
	for e := range events {
		tellAll(clients[e])
	}
}

func tellAll(list []client) {
	for _, c := range list {
		c.tell(newNotice())
	}
}

func newNotice() *notice { return &notice{n: 1} }

// nope: a handful of rows of a handful of columns each, and little to save
type column struct {
	a     bool
	words [14]int64
	b     bool
}

func columns(rows [][]int) (all []column) {
	for _, row := range rows {
		for range row {
			all = append(all, column{})
		}
	}
	return all
}

// nope: one of the decoders that the loop calls reads a handful of outcomes
type outcome struct {
	done bool
	text string
	code int32
	next *int
	err  int32
}

type decoder interface{ decode(data []byte) int }

type outcomes struct{ list []outcome }

func (o *outcomes) decode(data []byte) int {
	for at := 0; ; at++ {
		if data[at] == 0 {
			return at
		}
		o.list = append(o.list, outcome{code: int32(data[at])})
	}
}

type number int

func (n *number) decode(data []byte) int {
	*n = number(data[0])
	return 1
}

func decodeAll(data []byte, values chan decoder) {
	for v := range values {
		data = data[decodeOne(data, v):]
	}
}

func decodeOne(data []byte, v decoder) int { return v.decode(data) }
