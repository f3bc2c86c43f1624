package loop

import (
	"flag"
	"os"
	"reflect"
	"regexp"
	"strings"
)

const eight, nine = 8, 9

var table = []string{"a", "b", "c"}

// Exported is a table that nothing here changes.
var Exported = []string{"a", "b", "c"}

var grown = []string{"a", "b"}

func grow() { grown = append(grown, "c") }

type weekday [7]string

// Counting to a small constant.
func counts(n int) {
	for i := 0; i < 8; i++ {
		probe() // want `^unknown$`
	}
	for i := 1; i <= eight; i++ {
		probe() // want `^unknown$`
	}
	for i := 7; i >= 0; i-- {
		probe() // want `^unknown$`
	}
	for range 8 {
		probe() // want `^unknown$`
	}
	for i := range eight {
		probe() // want `^unknown$`
		_ = i
	}
	for i := 0; i < nine; i++ {
		probe() // want `^loop: loop.counts -> in the loop$`
	}
	for range 100 {
		probe() // want `^loop: loop.counts -> in the loop$`
	}
	for i := 0; i < n; i++ {
		probe() // want `^loop: loop.counts -> in the loop$`
	}
	for range n {
		probe() // want `^loop: loop.counts -> in the loop$`
	}
	for i := n; i < 8; i++ { // starts anywhere
		probe() // want `^loop: loop.counts -> in the loop$`
	}
	for i := 0; i < 8; { // goes on as it likes
		probe() // want `^loop: loop.counts -> in the loop$`
		i += n
	}
	for s := ""; len(s)%3 != 0; s += "0" { // to the next multiple
		probe() // want `^unknown$`
	}
	for i := n; i > 0; i /= 2 { // as many turns as a number has digits
		probe() // want `^unknown$`
	}
	for i := n; i > 0; i-- {
		probe() // want `^loop: loop.counts -> in the loop$`
	}
}

// Few elements.
func literals(names []string, m map[string]int, ptr *[4]int) {
	for range []string{"a", "b"} {
		probe() // want `^unknown$`
	}
	for range map[string]int{"a": 1} {
		probe() // want `^unknown$`
	}
	for range [4]int{} {
		probe() // want `^unknown$`
	}
	for range ptr {
		probe() // want `^unknown$`
	}
	for range (weekday{}) {
		probe() // want `^unknown$`
	}
	var big [64]int
	for range big {
		probe() // want `^loop: loop.literals -> in the loop$`
	}
	for i := 0; i < len(big); i++ {
		probe() // want `^loop: loop.literals -> in the loop$`
	}
	for range "short text" {
		probe() // want `^unknown$`
	}
	for range table { // a literal that is never changed
		probe() // want `^unknown$`
	}
	for i := 0; i < len(table); i++ {
		probe() // want `^unknown$`
	}
	for range table[1:] {
		probe() // want `^unknown$`
	}
	for range grown {
		probe() // want `^loop: loop.literals -> in the loop$`
	}
	local := []int{1, 2, 3}
	for range local {
		probe() // want `^unknown$`
	}
	appended := []int{1, 2, 3}
	for range names {
		appended = append(appended, 4)
	}
	for range appended {
		probe() // want `^loop: loop.literals -> in the loop$`
	}
	for range names {
		probe() // want `^loop: loop.literals -> in the loop$`
	}
	for range m {
		probe() // want `^loop: loop.literals -> in the loop$`
	}
	for _, c := range names[0] {
		probe() // want `^loop: loop.literals -> in the loop$`
		_ = c
	}
}

// Command-line arguments, and the fields of a type.
func fields(t reflect.Type, v reflect.Value) {
	for i := 0; i < t.NumField(); i++ {
		probe() // want `^unknown$`
	}
	for i := range t.NumMethod() {
		probe() // want `^unknown$`
		_ = i
	}
	for range reflect.VisibleFields(t) {
		probe() // want `^unknown$`
	}
	for i := 0; i < v.Len(); i++ { // elements, not fields
		probe() // want `^loop: loop.fields -> in the loop$`
	}
}

// The environment makes the whole function set-up; its loops are short anyway.
func arguments() {
	for range os.Args[1:] {
		probe() // want `^setup: reads flags or the environment$`
	}
	for range flag.Args() {
		probe() // want `^setup: reads flags or the environment$`
	}
	for range os.Environ() {
		probe() // want `^setup: reads flags or the environment$`
	}
}

func run(args []string, rows []string) {
	for range args {
		probe() // want `^unknown$`
	}
	for range rows {
		probe() // want `^loop: loop.run -> in the loop$`
	}
}

// Nested: a short loop in a long one is in the long one.
func nested(rows []string) {
	for range rows {
		for range 3 {
			probe() // want `^loop: loop.nested -> in the loop$`
		}
	}
	for range 3 {
		for range rows {
			probe() // want `^loop: loop.nested -> in the loop$`
		}
	}
}

// optional is called with its arguments written out: few.
func optional(rows []string, suffix ...string) {
	for range suffix {
		probe() // want `^unknown$`
	}
	for range rows {
		probe() // want `^loop: loop.optional -> in the loop$`
	}
}

// spread is also called with a slice, of any length.
func spread(parts ...string) {
	for range parts {
		probe() // want `^loop: loop.spread -> in the loop$`
	}
}

func callers(rows []string) {
	optional(rows, "a", "b")
	spread(rows...)
}

// At most so many parts of a text.
func limited(re *regexp.Regexp, text string) {
	for range strings.SplitN(text, ",", 3) {
		probe() // want `^unknown$`
	}
	for range re.FindAllString(text, 2) {
		probe() // want `^unknown$`
	}
	for range re.FindAllString(text, -1) { // all
		probe() // want `^loop: loop.limited -> in the loop$`
	}
	for range Exported {
		probe() // want `^unknown$`
	}
}
