package call

import "net/http"

// Calls of interface methods reach the implementations, up to six of them.

type repo interface {
	Find(id int) string
}

type sqlRepo struct{}

func (*sqlRepo) Find(id int) string {
	probe() // want `^request: net/http handler call.repoHandler -> calls call.repo.Find -> implemented by \(\*call.sqlRepo\).Find$`
	return ""
}

// Another signature: no implementation.
type memRepo struct{}

func (*memRepo) Find(id string) string {
	probe() // want `^unknown$`
	return ""
}

// A fake is for tests.
type fakeRepo struct{}

func (*fakeRepo) Find(id int) string {
	probe() // want `^cold: test support$`
	return ""
}

func repoHandler(w http.ResponseWriter, r *http.Request) {
	var rp repo = &sqlRepo{}
	rp.Find(1)
	var six sixth = s1{}
	six.Six()
	var seven seventh = s1{}
	seven.Seven()
	var e extended = &promoted{}
	e.Base()
	e.More()
	var g generic[string] = &genericImpl{}
	g.Put("x")
	var st stack = &genericStack[int]{}
	st.push(1)
	var d repo = decorator{rp}
	d.Find(2)
}

// Unexported methods, and a generic type that implements a plain interface.

type stack interface{ push(v int) }

type genericStack[T any] struct{ elems []T }

func (s *genericStack[T]) push(v T) {
	probe() // want `^request: net/http handler call.repoHandler -> calls call.stack.push -> implemented by \(\*call.genericStack\).push$`
}

// A decorator embeds what it decorates.
type decorator struct{ repo }

type sixth interface{ Six() }

type seventh interface{ Seven() }

type (
	s1 struct{}
	s2 struct{}
	s3 struct{}
	s4 struct{}
	s5 struct{}
	s6 struct{}
	s7 struct{}
)

func (s1) Six() {
	probe() // want `^request: net/http handler call.repoHandler -> calls call.sixth.Six -> implemented by call.s1.Six$`
}
func (s2) Six() {}
func (s3) Six() {}
func (s4) Six() {}
func (s5) Six() {}
func (s6) Six() {
	probe() // want `^request: net/http handler call.repoHandler -> calls call.sixth.Six -> implemented by call.s6.Six$`
}

// Seven are too many to say which one it is.
func (s1) Seven() {
	probe() // want `^unknown$`
}
func (s2) Seven() {}
func (s3) Seven() {}
func (s4) Seven() {}
func (s5) Seven() {}
func (s6) Seven() {}
func (s7) Seven() {
	probe() // want `^unknown$`
}

// Embedded interfaces, and methods promoted from embedded structs.

type base interface{ Base() }

type extended interface {
	base
	More()
}

type core struct{}

func (*core) Base() {
	probe() // want `^request: net/http handler call.repoHandler -> calls call.base.Base -> implemented by \(\*call.core\).Base$`
}

type promoted struct{ core }

func (*promoted) More() {
	probe() // want `^request: net/http handler call.repoHandler -> calls call.extended.More -> implemented by \(\*call.promoted\).More$`
}

// Generic interfaces.

type generic[T any] interface{ Put(v T) }

type genericImpl struct{}

func (*genericImpl) Put(v string) {
	probe() // want `^request: net/http handler call.repoHandler -> calls call.generic.Put -> implemented by \(\*call.genericImpl\).Put$`
}

// An interface that nobody calls.

type idle interface{ Idle() }

type idler struct{}

func (idler) Idle() {
	probe() // want `^unknown$`
}

// Interfaces of the standard library have too many implementations to follow.

func streams(w http.ResponseWriter, r *http.Request) {
	r.Body.Close()
}
