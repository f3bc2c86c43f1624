// Package fanout has loops over data that start goroutines without limit.
package fanout

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io"
	"math/rand"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
)

type user struct{ id int }

func list(ctx context.Context) ([]user, error) { return nil, nil }

func notify(u user) error { return nil }

// the result of a query
func query(ctx context.Context) error {
	users, err := list(ctx)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	for _, u := range users {
		wg.Add(1)
		go func() { // want `a goroutine starts for each element of users, and nothing limits how many run at once`
			defer wg.Done()
			notify(u)
		}()
	}
	wg.Wait()
	return nil
}

// go x.m(args) without a literal, nobody waits
func plain(ctx context.Context) {
	users, _ := list(ctx)
	for i := 0; i < len(users); i++ {
		go notify(users[i]) // want `for each element of users`
	}
}

// an errgroup without SetLimit
func group(ctx context.Context) error {
	users, err := list(ctx)
	if err != nil {
		return err
	}
	g, ctx := errgroup.WithContext(ctx)
	for _, u := range users {
		g.Go(func() error { return send(ctx, u) }) // want `errgroup without SetLimit runs a goroutine for each element of users at once`
	}
	return g.Wait()
}

func send(ctx context.Context, u user) error { return nil }

// wg.Go
func waitGroup(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	for _, e := range entries {
		wg.Go(func() { os.Remove(filepath.Join(dir, e.Name())) }) // want `for each element of entries`
	}
	wg.Wait()
	return nil
}

// the semaphore is acquired inside
func inside(ctx context.Context) {
	users, _ := list(ctx)
	sem := make(chan struct{}, 8)
	var wg sync.WaitGroup
	for _, u := range users {
		wg.Go(func() { // want `a goroutine starts for each element of users before it waits for its turn: all exist at once`
			sem <- struct{}{}
			defer func() { <-sem }()
			notify(u)
		})
	}
	wg.Wait()
}

// the semaphore holds the places that are free
func insideFull(ctx context.Context) {
	users, _ := list(ctx)
	free := make(chan struct{}, 8)
	for range 8 {
		free <- struct{}{}
	}
	for _, u := range users {
		go func() { // want `a goroutine starts for each element of users before it waits for its turn`
			<-free
			defer func() { free <- struct{}{} }()
			notify(u)
		}()
	}
}

// who waits before he leaves limits nothing
func leavesWithWait(ctx context.Context) error {
	users, _ := list(ctx)
	var g errgroup.Group
	for _, u := range users {
		if err := check(u); err != nil {
			g.Wait()
			return err
		}
		g.Go(func() error { return send(ctx, u) }) // want `errgroup without SetLimit`
	}
	return g.Wait()
}

// who tells that he passes over one limits nothing
func passesOver(ctx context.Context, errs chan<- error) {
	users, _ := list(ctx)
	for _, u := range users {
		if err := check(u); err != nil {
			errs <- err
			continue
		}
		go notify(u) // want `for each element of users`
	}
}

func check(u user) error { return nil }

// nope: the place is acquired before the test
func acquiresInTest(ctx context.Context, sem *semaphore.Weighted) error {
	users, _ := list(ctx)
	var g errgroup.Group
	for _, u := range users {
		if err := sem.Acquire(ctx, 1); err != nil {
			return err
		}
		g.Go(func() error {
			defer sem.Release(1)
			return send(ctx, u)
		})
	}
	return g.Wait()
}

// nope: who limits what works at once expects more elements than he wants to
// work, but how many the code does not show, so that it is a notice
func insideAny(ctx context.Context, users []user, sem *semaphore.Weighted) {
	for _, u := range users {
		go func() {
			if err := sem.Acquire(ctx, 1); err != nil {
				return
			}
			defer sem.Release(1)
			notify(u)
		}()
	}
	places := make(chan struct{}, 8)
	for _, u := range users {
		go func() {
			select {
			case places <- struct{}{}:
			case <-ctx.Done():
				return
			}
			defer func() { <-places }()
			notify(u)
		}()
	}
}

// where they are the state of a component that is a notice
type remover struct {
	mu      sync.Mutex
	found   []user
	workers []string

	resources []string
}

func (r *remover) run(ctx context.Context, sem *semaphore.Weighted) error {
	var g errgroup.Group
	for _, u := range r.found {
		g.Go(func() error { // nope: a notice
			sem.Acquire(ctx, 1)
			defer sem.Release(1)
			return notify(u)
		})
	}
	for _, name := range r.resources {
		g.Go(func() error { // nope: a notice
			name := strings.TrimSpace(name)
			sem.Acquire(ctx, 1)
			defer sem.Release(1)
			return os.Remove(name)
		})
	}
	for _, name := range r.workers {
		g.Go(func() error { // nope: parts of the program by name
			sem.Acquire(ctx, 1)
			defer sem.Release(1)
			return os.Remove(name)
		})
	}
	return g.Wait()
}

// nope: what a task sends first is its result, and of the parameter nothing is
// known
func results(users []user) {
	errs := make(chan error, len(users))
	for _, u := range users {
		go func() { errs <- notify(u) }()
	}
}

// nope: the files have few parts
func insideFew(ctx context.Context, sem *semaphore.Weighted) {
	for _, name := range []string{"head", "body"} {
		go func() {
			sem.Acquire(ctx, 1)
			defer sem.Release(1)
			os.Remove(name)
		}()
	}
}

// the body of a request
func handle(w http.ResponseWriter, r *http.Request) {
	var in struct{ Names []string }
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		return
	}
	for _, name := range in.Names {
		go os.Remove(name) // want `for each element of in.Names`
	}
}

// a parameter that every caller fills with data
func each(users []user) {
	for _, u := range users {
		go notify(u) // want `for each element of users`
	}
}

func callsEach(ctx context.Context) {
	users, _ := list(ctx)
	each(users)
}

// nope: of the parameter nothing is known, so it is a notice on the way of a
// request
func Each(users []user) {
	for _, u := range users {
		go notify(u)
	}
}

func handleEach(w http.ResponseWriter, r *http.Request) { Each(nil) }

type cursor struct{ users []user }

func (c *cursor) NextUser() *user { return nil }

func (c *cursor) Next() (user, error) { return user{}, io.EOF }

// what a loop takes until there is no more, and the function waits for
func untilNil(ctx context.Context, c *cursor) error {
	errs := make(chan error)
	n := 0
	for {
		u := c.NextUser()
		if u == nil {
			break
		}
		n++
		go func() { errs <- notify(*u) }() // want `a goroutine starts for each element of what c yields`
	}
	var all error
	for range n {
		all = errors.Join(all, <-errs)
	}
	return all
}

func untilEOF(ctx context.Context, c *cursor) error {
	var g errgroup.Group
	for {
		u, err := c.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		g.Go(func() error { return notify(u) }) // want `for each element of what c yields`
	}
	return g.Wait()
}

// nope: nobody waits for the end of what comes
func serves(c *cursor) error {
	for {
		u, err := c.Next()
		if err != nil {
			return err
		}
		go notify(u)
	}
}

// rows of a database
func rows(db *sql.DB) error {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		return err
	}
	for rows.Next() {
		var u user
		rows.Scan(&u.id)
		go notify(u) // want `for each element of what rows yields`
	}
	return rows.Err()
}

// collected in a loop over data, filtered, keyed
func collected(ctx context.Context) {
	users, _ := list(ctx)
	byID := make(map[int][]user)
	var odd []user
	for _, u := range users {
		byID[u.id] = append(byID[u.id], u)
		if u.id%2 == 1 {
			odd = append(odd, u)
		}
	}
	for _, same := range byID {
		go each(same) // nope: groups, so that it is a notice
	}
	for _, u := range odd {
		go notify(u) // want `for each element of odd`
	}
}

// lines of a text
func lines(name string) {
	data, _ := os.ReadFile(name)
	for line := range strings.SplitSeq(string(data), "\n") {
		go os.Remove(line) // want `a goroutine starts`
	}
}

// a channel that the function itself fills, and waits for the end of
func walk(root string) error {
	paths := make(chan string)
	var g errgroup.Group
	g.Go(func() error {
		defer close(paths)
		return filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			paths <- path
			return err
		})
	})
	for path := range paths {
		g.Go(func() error { return os.Remove(path) }) // want `for each element of what paths delivers`
	}
	return g.Wait()
}

type feed struct{ results chan user }

func openFeed(name string) (*feed, error) { return nil, nil }

// a channel of what was opened
func drains(name string) error {
	f, err := openFeed(name)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	for u := range f.results {
		wg.Go(func() { notify(u) }) // want `for each element of what results delivers`
	}
	wg.Wait()
	return nil
}

// nope: others may send to it for ever
func (f *feed) serve() {
	var wg sync.WaitGroup
	for u := range f.results {
		wg.Go(func() { notify(u) })
	}
	wg.Wait()
}

// per element of a walk
func walkEach(root string) error {
	return filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		go os.Remove(path) // want `for each element of the files`
		return err
	})
}

// nested: the batch is data, too
func nested(ctx context.Context, groups map[string][]user) {
	for _, c := range []string{"a", "b"} {
		users, _ := list(ctx)
		for _, u := range users {
			go func() { _ = c; notify(u) }() // want `for each element of users`
		}
	}
}

// what a function collects, and what that passes on
func returned(dir string) {
	names := files(dir, 3)
	removeAll(names)
	for _, name := range kinds() {
		go os.Remove(name) // nope: it returns two
	}
}

func files(dir string, depth int) (names []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if e.IsDir() && depth > 0 {
			names = append(names, files(e.Name(), depth-1)...)
		} else {
			names = append(names, e.Name())
		}
	}
	return
}

func kinds() []string { return []string{"a", "b"} }

func removeAll(names []string) {
	for _, name := range names {
		go os.Remove(name) // want `for each element of names`
	}
}

type spaceConnection struct{ URL string }

type space struct {
	name       string
	Connection *spaceConnection
}

func spaces(ctx context.Context) ([]*space, error) { return nil, ctx.Err() }

// what is said of a connection is none
func connects(ctx context.Context) {
	all, _ := spaces(ctx)
	for _, one := range all {
		go http.Get(one.name) // want `for each element of all`
	}
}

// in another order
func shuffled(ctx context.Context) {
	users, _ := list(ctx)
	for _, i := range rand.Perm(len(users)) {
		go notify(users[i]) // want `a goroutine starts`
	}
}

// a function that picks as many as it gets
func picked(ctx context.Context) {
	users, _ := list(ctx)
	users = odd(users)
	for _, u := range users {
		go notify(u) // want `for each element of users`
	}
}

func odd(users []user) (some []user) {
	for _, u := range users {
		if len(some) < 2 || u.id%2 == 1 {
			some = append(some, u)
		}
	}
	return some
}

type page struct {
	total   int
	workers int
	next    struct{ pages int64 }
}

func first(ctx context.Context) ([]user, *page, error) { return nil, nil, ctx.Err() }

// a number that was fetched with the first page
func fetchPages(ctx context.Context) error {
	_, p, err := first(ctx)
	if err != nil {
		return err
	}
	for i := 2; i <= p.total; i++ {
		go notify(user{i}) // want `for each of p.total turns`
	}
	const size = 100
	for i := range (p.total + size - 1) / size {
		go notify(user{i}) // want `a goroutine starts`
	}
	for range p.workers {
		go notify(user{}) // nope: nothing says that there are as many as elements
	}
	rest(int(p.next.pages))
	return nil
}

func rest(pages int) {
	for i := 2; i <= pages; i++ {
		go notify(user{i}) // want `a goroutine starts for each of pages turns`
	}
}

// more turns than anybody wants goroutines
func constant() {
	for range 100_000 {
		go notify(user{}) // want `for each of 100000 turns`
	}
}

// tasks that read pages loop without end, but end
func pages(ctx context.Context) {
	users, _ := list(ctx)
	for _, u := range users {
		go func() { // want `for each element of users`
			for {
				if notify(u) == io.EOF {
					return
				}
			}
		}()
	}
}

// generic code
func all[T any](ctx context.Context, list func(context.Context) ([]T, error), do func(T)) {
	items, _ := fetch(ctx, list)
	for _, item := range items {
		go do(item) // want `for each element of items`
	}
}

func fetch[T any](ctx context.Context, list func(context.Context) ([]T, error)) ([]T, error) {
	return list(ctx)
}

// a field that holds what was read
type index struct{ files map[string]string }

func (x *index) load(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		x.files[e.Name()] = dir
	}
	return err
}

func (x *index) removeAll() {
	for name := range x.files {
		go os.Remove(name) // want `for each element of x.files`
	}
}

// a label, a goto, a shadowed name
func label(ctx context.Context) {
	users, _ := list(ctx)
outer:
	for _, users := range users {
		if users.id == 0 {
			continue outer
		}
		go notify(users) // want `a goroutine starts`
	}
}

// looking whether the work is cancelled limits nothing
func cancelled(ctx context.Context) {
	users, _ := list(ctx)
	for _, u := range users {
		select {
		case <-ctx.Done():
			return
		default:
		}
		go notify(u) // want `for each element of users`
	}
}

// nope: what is called like parts of a deployment is mostly little where it was
// fetched, too, so that it is a notice
func clusters(ctx context.Context) {
	clusters, _ := list(ctx)
	for _, cluster := range clusters {
		go notify(cluster)
	}
}

// closing what a task opened does not make it a component
func closes(ctx context.Context) {
	users, _ := list(ctx)
	for _, u := range users {
		go download(u) // want `a goroutine starts for each element of users`
	}
}

func download(u user) error {
	resp, err := http.Get("http://example.com")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// DeleteRequest is a message.
type DeleteRequest struct{ Names []string }

// ProtoReflect makes it one.
func (*DeleteRequest) ProtoReflect() {}

// GetNames returns the names.
func (r *DeleteRequest) GetNames() []string { return r.Names }

// DeleteOptions is a message of which nothing shows that others send it.
type DeleteOptions struct{ Names []string }

// ProtoReflect makes it one.
func (*DeleteOptions) ProtoReflect() {}

type deleteParams struct {
	HTTPRequest *http.Request
	Body        []user
}

// what others send
func requests(in *DeleteRequest, params deleteParams, r *http.Request, opts *DeleteOptions) {
	for _, name := range in.Names {
		go os.Remove(name) // want `for each element of in.Names`
	}
	for _, name := range in.GetNames() {
		go os.Remove(name) // want `for each element of in.GetNames`
	}
	for _, u := range params.Body {
		go notify(u) // want `for each element of params.Body`
	}
	for _, name := range r.Form["name"] {
		go os.Remove(name) // want `for each element of r.Form`
	}
	for _, name := range opts.Names {
		go os.Remove(name) // nope: nothing is known of them
	}
}

// nope: what the program itself sends
func sends() {
	in := &DeleteRequest{Names: []string{"a", "b"}}
	for _, name := range in.Names {
		go os.Remove(name)
	}
}

// what a function in a variable fetches, in a literal that calls itself
func virtual(readDir func(string) ([]os.DirEntry, error), root string) {
	if readDir == nil {
		readDir = os.ReadDir
	}
	var wg sync.WaitGroup
	var walk func(dir string)
	walk = func(dir string) {
		entries, err := readDir(dir)
		if err != nil {
			return
		}
		for _, e := range entries {
			wg.Add(1)
			go func() { // want `a goroutine starts for each element of entries`
				defer wg.Done()
				walk(filepath.Join(dir, e.Name()))
			}()
		}
	}
	walk(root)
	wg.Wait()
}

// what a task itself makes a channel for does not last
func gathers(ctx context.Context) {
	users, _ := list(ctx)
	for _, u := range users {
		go gather(u) // want `a goroutine starts for each element of users`
	}
}

func gather(u user) error {
	errs := make(chan error, 2)
	var wg sync.WaitGroup
	wg.Go(func() { errs <- notify(u) })
	wg.Go(func() { errs <- os.Remove("") })
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
