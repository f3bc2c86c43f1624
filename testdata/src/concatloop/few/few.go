// Package few has strings that are short, and strings for those who take longer.
package few

import (
	"database/sql"
	"log"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// What comes by the handful makes a short text, and a text for somebody else is
// not where the time goes: notices, which this run does not ask for.

type node struct{ name string }

// headers, forms and cookies are small
func small(h http.Header, form url.Values, r *http.Request) string {
	s := ""
	for name, values := range h {
		s += name
		for _, v := range values {
			s += v
		}
	}
	for k := range form {
		s += k
	}
	for _, c := range r.Cookies() {
		s += c.Name
	}
	return s
}

// so is what is attached to something, by its name
func attached(labels map[string]string, tagList []string, parents []*node, columns []string) string {
	s := ""
	for k, v := range labels {
		s += k + v
	}
	for _, tag := range tagList {
		s += tag
	}
	for _, p := range parents {
		s += p.name
	}
	for i := 0; i < len(columns); i++ {
		s += columns[i]
	}
	return s
}

// parts of a name, also in a variable
func parts(name string) string {
	s := ""
	for _, x := range strings.Split(name, ".") {
		s += strings.ToUpper(x[:1]) + x[1:]
	}
	words := strings.SplitN(name, "_", -1)
	for _, x := range words {
		s += x
	}
	return s
}

// lines and words may be many
func lines(text string) string {
	s := ""
	for _, x := range strings.Split(text, "\n") {
		s += "> " + x // want `^string s grows by \+=`
	}
	for _, x := range strings.Fields(text) {
		s += x // want `^string s grows by \+=`
	}
	return s
}

// a text that is made for each of many is not: the rows of a table
func table(rows [][]string, columns []string) string {
	s := ""
	for _, row := range rows {
		for i := range columns {
			s += row[i] // want `^string s grows by \+=`
		}
	}
	return s
}

func (n *node) labelled(labels map[string]string) string {
	s := n.name
	for k, v := range labels {
		s += k + v // want `^string s grows by \+=`
	}
	return s
}

func labelledAll(nodes []*node, labels map[string]string, use func(string)) {
	for _, n := range nodes {
		use(n.labelled(labels))
	}
}

// names are short, if they are not made for each of many
func titleOf(in []string) string {
	s := ""
	for _, x := range in {
		s += x
	}
	return s
}

func named(in []string, use func(...string)) {
	var fullName, names string
	for _, x := range in {
		fullName += x
		names += x // want `^string names grows by \+=`
	}
	use(fullName, names)
}

// a token is short
func token(text string, i int) (string, string) {
	s, t := "", ""
	for ; i < len(text) && text[i] != ')'; i++ {
		s += string(text[i])
	}
	for _, r := range text {
		if r < '0' || r > '9' {
			break
		}
		t += string(r)
	}
	return s, t
}

// each piece may be long
func firstLines(text []string) string {
	s := ""
	for _, line := range text {
		if line == "" {
			break
		}
		s += line // want `^string s grows by \+=`
	}
	return s
}

// a database takes longer than the text of its query
func query(db *sql.DB, ids []int) error {
	q, rest := "SELECT * FROM books WHERE id IN (", ""
	for _, id := range ids {
		q += strconv.Itoa(id) + ","
		rest += "?," // want `^string rest grows by \+=`
	}
	_, err := db.Query(q[:len(q)-1] + ")")
	return err
}

func queryLater(db *sql.DB, ids []int) error {
	list := ""
	for _, id := range ids {
		list += strconv.Itoa(id) + ","
	}
	q := "SELECT * FROM books WHERE id IN (" + list + "0)"
	_, err := db.Exec(q)
	return err
}

// not if rows are sent in it
func insert(db *sql.DB, ids []int) error {
	q := "INSERT INTO books VALUES "
	for _, id := range ids {
		q += "(" + strconv.Itoa(id) + ")," // want `^string q grows by \+=`
	}
	_, err := db.Exec(q[:len(q)-1])
	return err
}

// one line of a log
func logged(in []string) {
	s, t := "", ""
	for _, x := range in {
		s += x
		t += x // want `^string t grows by \+=`
	}
	log.Print("found " + s)
	slog.Info("found", "list", s)
	slog.Info("found", "list", t)
	found(t)
}

func found(s string) { println(s) }

// a catalog is no log
type catalog struct{ texts []string }

func (c *catalog) add(s string) { c.texts = append(c.texts, s) }

func listed(c *catalog, in []string) {
	s := ""
	for _, x := range in {
		s += x // want `^string s grows by \+=`
	}
	c.add(s)
}

// the text of a request
type notifier struct{ url string }

func (n *notifier) send(results []string) error {
	_, err := http.Post(n.url, "text/plain", strings.NewReader(n.text(results)))
	return err
}

func (n *notifier) text(results []string) string { return "found:" + n.list(results) }

func (n *notifier) list(results []string) string {
	s := ""
	for _, x := range results {
		s += "\n" + x
	}
	return s
}

// what hands a text to one waits, too
func (n *notifier) report(results []string) error {
	s := ""
	for _, x := range results {
		s += "\n" + x
	}
	return n.send([]string{s})
}

// a message, by the name of what sends it
type mailbox struct{ queue chan string }

func (m *mailbox) Send(results []string) { m.queue <- m.body(results) }

func (m *mailbox) body(results []string) string {
	s := ""
	for _, x := range results {
		s += "\n" + x
	}
	return s
}

// a text of what is few
func flags(args [][]string, use func(string)) {
	for _, words := range args {
		flags := ""
		for _, w := range words {
			flags += w // want `^string flags grows by \+=`
		}
		use(flags)
	}
}

func flagsOf(words []string, use func(string)) {
	flags := ""
	for _, w := range words {
		flags += w
	}
	use(flags)
}

// what a terminal shows
type screen struct{ rows []string }

func (s *screen) View() string {
	text := ""
	for _, row := range s.rows {
		text += row + "\n"
	}
	return text
}

// the start of a text is a slice of it
func starts(terms []string, n int, use func(string)) {
	for _, term := range terms {
		s := ""
		for i, r := range term {
			if i >= n {
				break
			}
			s += string(r)
		}
		use(s)
	}
}

// one that serves many makes it for each
func (n *notifier) page(results []string) string {
	s := ""
	for _, x := range results {
		s += "\n" + x // want `^string s grows by \+=`
	}
	return s
}

// what loops further up do is more than to make such strings
func (n *node) attributes(attrs map[string]string) string {
	s := n.name
	for k, v := range attrs {
		s += k + v
	}
	return s
}

func (n *node) send(attrs map[string]string, use func(string)) { use(n.attributes(attrs)) }

func sendAll(nodes []*node, attrs map[string]string, use func(string)) {
	for _, n := range nodes {
		n.send(attrs, use)
	}
}

// the values of one form field
func chosen(form url.Values) string {
	s := ""
	for _, v := range form["choice"] {
		s += v
	}
	return s
}

// what has one role of several
func system(list []message) string {
	s := ""
	for _, m := range list {
		if m.role == "system" {
			s += m.text
		}
	}
	return s
}

type message struct{ role, text string }

// an empty role is none
func anonymous(list []message) string {
	s := ""
	for _, m := range list {
		if m.role == "" {
			s += m.text // want `^string s grows by \+=`
		}
	}
	return s
}

// what a parser finds between dots
func (p *tokens) qualified() string {
	s := p.next()
	for p.take(".") {
		s += "." + p.next()
	}
	return s
}

type tokens struct{}

func (*tokens) next() string     { return "" }
func (*tokens) take(string) bool { return false }

// a closure that has a string of its own on each call
func comments(list []message, use func(message)) {
	each := func(m message) {
		m.text += "override "
		m.text += m.role
		use(m)
	}
	for _, m := range list {
		each(m)
	}
}

// and one that does not
func all(list []message) string {
	s := ""
	each := func(m message) {
		s += m.text // want `^string s grows by \+=`
	}
	for _, m := range list {
		each(m)
	}
	return s
}

// a text of what is few, in a closure that the loop calls
func collect(list []message) string {
	errors := ""
	each := func(m message) {
		errors += m.text
	}
	for _, m := range list {
		each(m)
	}
	return errors
}

// a condition outside the closure says nothing about its turns
func quoted(list []message, mode string) string {
	s := ""
	if mode == "all" {
		each := func(m message) {
			s += m.text // want `^string s grows by \+=`
		}
		for _, m := range list {
			each(m)
		}
	}
	return s
}

// a number separates nothing
func (p *tokens) numbered(more func(int) bool) string {
	s := p.next()
	for more(1) {
		s += p.next() // want `^string s grows by \+=`
	}
	return s
}
