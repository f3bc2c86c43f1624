// Package errgroup defines an analyzer that reports goroutines that are started
// without limit, and groups of goroutines that do not do what groups are for.
//
// # Analyzer errgroup
//
// errgroup: report goroutines without limit, and groups built or used badly
//
// A goroutine costs at least 2 KB of stack while it exists, and what it works
// with: a connection, a file, a place at a service that has a limit of its own.
// A loop that starts one for each element of some data makes as many as there
// are elements. That is fine in the test with ten of them, and takes the
// program, or what it talks to, down with a hundred thousand.
//
// Reported are
//
//   - loops over data, in services, libraries and commands, that start a
//     goroutine in each turn: by a go statement, Go of a sync.WaitGroup, of an
//     errgroup.Group without SetLimit (TryGo, too) or of a type that embeds one, a
//     function that starts the function passed to it, or one that leaves a
//     goroutine behind when it returns, in this package or another of the module.
//     A semaphore acquired inside the goroutine comes too late: all exist already.
//     It says that many are expected, so that such loops are reported even where
//     nothing is known of what they run over.
//   - a sync.WaitGroup whose tasks send their errors to a channel, or keep the
//     first in a variable, while a context is at hand: an errgroup built by hand
//     that does not stop the other tasks after the first error.
//   - goroutines that outlive the request that starts them, ask a remote machine
//     (net/http, net/smtp, a dialled connection) or run a program, there or in
//     functions of the package that they call, and that nothing waits for, limits
//     or cancels: when the other side is slow there are as many as requests come
//     meanwhile.
//   - tasks that send their errors to a channel without a buffer, of which the
//     function receives until the first: tasks that fail later wait for ever.
//   - an errgroup.Group that nothing waits for, or whose error is dropped; tasks
//     of a group with a context that work for another context; wg.Add inside the
//     goroutine that it counts; appends of many goroutines to one slice without
//     a lock, which places of a semaphore are none, unless there is but one.
//
// Data is what a call fetches that may fail, what requests bring (those of
// net/http, messages of protobuf called so, parameters of a handler that hold
// the request), the result of decoding, rows, lines, the files of a directory, a
// channel that the function fills and waits for the end of, what a loop takes by
// Next until there is no more, as many turns as a response has pages, and what
// loops over data collect; also through fields and functions of the package and
// parameters, of exported functions from all packages of the module. What a loop
// starts in several places is one finding.
//
// Example:
//
//	func notifyAll(ctx context.Context, db *DB) error {
//		users, err := db.Users(ctx)
//		if err != nil {
//			return err
//		}
//		g, ctx := errgroup.WithContext(ctx)
//		for _, u := range users {
//			g.Go(func() error { return notify(ctx, u) })
//		}
//		return g.Wait()
//	}
//
// Use instead:
//
//	g, ctx := errgroup.WithContext(ctx)
//	g.SetLimit(32) // or as many as the service behind notify bears
//	for _, u := range users {
//		g.Go(func() error { return notify(ctx, u) })
//	}
//	return g.Wait()
//
// The right limit depends on what the tasks do: runtime.GOMAXPROCS(0) where they
// compute, the size of the connection pool or the limit of the service where
// they wait. Tasks that start further tasks of their kind, as walks of trees do,
// must not wait for a place that their callers hold: they ask for one with TryGo,
// and do the work on the spot where none is free.
//
// Not reported: loops that start workers, as many as a number says that is not
// the length of anything, or a constant up to max-const (in commands any); loops
// over configuration, literals, arrays, command-line arguments, kinds of things,
// regions, devices, addresses of one name, the few that a function picks, a batch
// that a list is cut into (slices.Chunk), what a program answers that is written to, and
// parts of the program or of its deployment (listeners, backends, workers,
// addresses: by type, field or name); parameters of which nothing is known; accept
// loops and loops that consume a channel, where the peer sets the pace. Loops that
// limit what they start: SetLimit, wherever the group gets it, a send to or
// receive from a channel, a semaphore, a limiter or a pool of any make, Wait in
// the loop where that goes on, a pause, also in functions that it calls, up to three calls
// away; loops over a channel to which the tasks send what follows them; loops that
// may also call on the spot what they start, or copy the other way what the task
// copies. Goroutines that run for the life of the program or of a connection, and
// those of a request that work with a context, a channel or a pipe of others, of
// which a flag lets one run at a time, or that do nothing that may fail.
// Groups that collect all errors, whose tasks close a channel or call a cancel
// function, or whose loop looks at the first error. The Wait that is dropped by
// assigning it to the blank identifier, or whose tasks return nothing but nil and
// the error of a context.
// Cold code: set-up, constructors and what only they call, shutdown, error paths,
// tests. What commands do is no set-up here: they run once, but over all that a
// user has.
//
// Fix: offered for a WaitGroup with a buffered channel of errors, local to the
// function, whose tasks end with each send, if the function waits, closes the
// channel and returns the first error, found by a loop or, where tasks send
// nothing else, received at once. It becomes an errgroup.Group without a
// context, so that the same tasks run to their end. Not offered where
// golang.org/x/sync is not yet a direct requirement of the module, tasks
// recover, goroutines get other arguments than the loop's variables (before Go
// 1.22 any), the size of the buffer has no other use, or a comment would be
// lost. The limit of a fan-out is nothing that a tool can choose.
//
// Measured cost: Go 1.26, tasks that wait 20 ms (see bench/errgroup):
//
//	elements    without limit               limit of 64
//	    16        20 goroutines, 0.4 MB     20 goroutines, 0.4 MB of stacks
//	 1,000     1,004 goroutines, 2.3 MB     68 goroutines, 0.5 MB
//	10,000     4,930 goroutines, 10 MB      68 goroutines, 0.5 MB
//
// Without a limit the memory grows with the elements, with a limit it stays. A
// semaphore acquired inside the goroutine needs the stacks of all and 1.4 times
// the allocations of one acquired before. Where the first of ten tasks fails at
// once and the others would sleep 2 ms, errgroup.WithContext returns after 0.1
// ms, the group built by hand after 5.8 ms.
//
// Options:
//
//   - -errgroup.max-const: turns of a loop that counts to a constant up to which
//     a goroutine for each is fine; the default is 1000, which hold about 2.3 MB
//     of stacks.
//   - -errgroup.level: lowest level that is reported, warning (default) or
//     notice.
//
// What decides the level: a fan-out is a warning where the code shows both that
// there may be many elements, since they are data without a bound in sight, and
// that the tasks wait for something. It is a notice, of which a reader has to
// know how many there are, where the elements
//
//   - come from a parameter: per request, or if the tasks wait for a place inside;
//   - are fetched by a call that gets the id of one thing, or says how many it
//     wants at most and stands in no loop, or from a balancer or a ring of hashes;
//   - are groups, m[k] = append(m[k], x);
//   - start a task only where something lets them in that the task tells when it
//     is done;
//   - are called, or of a type called, like what there is mostly little of where
//     it was fetched, too: members and nodes of a deployment, hosts, instances,
//     networks, containers, devices, remotes, groups, roles;
//   - are what a component holds, and the tasks wait for a place inside,
//
// or where the tasks only compute as far as the package shows, wait for a place
// somewhere in what they call, for what a channel tells or the end of what starts
// them (case <-s.quit), or hand that channel on, or are left behind by a function
// that returns an error next. A group built by hand is a warning with a
// context at hand; a notice where the module does not require golang.org/x/sync,
// which would be a new dependency, where the tasks send what they find to others,
// and where they are for each of a few parts, or the same some number of times.
// A goroutine that outlives its request is a notice where the request comes
// seldom by its name, or where it asks nobody else as far as the package shows,
// or with a client that waits for less than a second.
// What commands and loops start by calling a function that leaves a goroutine
// behind is reported for data without a bound in sight only. All other misuses
// are warnings.
//
// References: https://pkg.go.dev/golang.org/x/sync/errgroup,
// https://pkg.go.dev/sync#WaitGroup, https://go.dev/blog/pipelines
package errgroup
