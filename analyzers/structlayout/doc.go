// Package structlayout defines an analyzer that reports structs made in number
// whose fields leave room between them.
//
// # Analyzer structlayout
//
// structlayout: report structs made in number that padding makes larger
//
// The fields of a struct stand in memory in the order of the source, each at a
// multiple of its alignment. A bool in front of an int64 takes eight bytes. On
// the heap an object takes a block of one of a few sizes, its size class; an
// element of a slice or a map takes its size. For a few objects that is
// nothing. For one per row, token or tree node, it is memory to allocate, to
// clear and to collect.
//
// Reported are named structs of which a better order of the fields saves at
// least a tenth, and 8 bytes, of each object on the heap, or of each element of
// a slice or entry of a map, and which are made in number:
//
//   - appended to a slice, filled into one, or put into a map by value;
//   - allocated and returned, stored, appended, sent, boxed in an interface, or
//     given to a container, in this package or another;
//   - held by value in a struct of which that is true, if it makes that one
//     smaller by as much.
//
// A warning says besides that very many are made. That has to happen in a loop over
// a stream, one that goes on as long as its input does (for rows.Next(), for p.token
// != end with p.next() in its body, for line, ok := next(); ok; line, ok = next(),
// for d.at < d.end, for without a condition that shortens no list, over a string, a
// channel or an iterator), or in a function that each turn of one calls; or in a
// loop of what each turn of one calls, unless that is over a list of the receiver's,
// which may be the same handful in each turn, or is called through an interface of
// several types, for one of several kinds. A loop over a slice or a map, or up to a
// number, may make a handful, also that of a request, and so may one within another;
// what one request makes of it is little of what a request costs. One loop is enough
// where a fifth of each object is saved, or where the objects link to their like, as
// the nodes of a list do. Else it takes two, one in the other: one may go through a
// file of a few lines. What has lists of its own, other than of bytes or of its
// like, is a group of others: there are fewer of these, each weighs more than its
// padding, and it gets a notice, as does what is made beside a buffer of a fixed
// size, a new one in each turn. The pages of an arena, [128]T or make([]T, 128)
// appended to a list of such, also in a generic type, show by themselves that there
// are many, whatever T has, and so do the nodes of a tree, structs that link to
// their like, in a function that calls itself for several children, if a fifth of
// each is saved: but not what such a function makes besides, while it walks over
// nodes that are there. The chain shows the place.
//
// Sizes are those of the target; size classes are read from the source of the
// toolchain that builds the module. Objects with pointers above 512 bytes have
// a header of 8 bytes, which counts.
//
// Example:
//
//	type movement struct {
//		posted bool
//		id     int64
//		void   bool
//		text   string
//	}
//
//	func (s *Store) List(rows *sql.Rows) (list []*movement) {
//		for rows.Next() {
//			list = append(list, &movement{}) // 40 bytes, in a block of 48
//		}
//		return list
//	}
//
// Use instead:
//
//	type movement struct {
//		posted bool
//		void   bool
//		id     int64
//		text   string
//	}
//
// Now it has 32 bytes, in a block of 32. The order that is suggested moves as few
// fields as it can.
//
// Not reported: structs whose order saves nothing that the allocator notices, or
// only saves the collector from reading a few words; values that may stay on the
// stack, that are taken from a sync.Pool, or of which one is made; error paths,
// set-up and other cold code. Elements of a stack, which are as many as are
// nested, and entries of a map from which the package deletes. What is made once:
// where the caller gave none to use again, for a flag that is then set for good,
// as the value of one field that a loop sets again and again, or in place of an
// element. What a function makes that a turn of a stream calls on a condition, and
// what turns do for one of four or more kinds of input, cases of a switch but the
// default, or functions behind one variable or interface: it may be the rare one.
// So may a type that only one such case makes, or less than an eighth of them,
// itself or by a function that nothing else calls, unless a loop elsewhere in the
// package makes one, too.
// Structs that are no plain data, of which few are made or that weigh more than
// the padding: with channels, maps, functions, contexts, timers, loggers,
// connections, files, buffers, a sync.Once, or lists of structs that have lists of
// structs, unless a fifth and 32 bytes are saved.
// Loops over parts of the program or its deployment, such as workers and clients,
// over batches, or whose turns are requests of their own. What only requests that
// come seldom make (administration), and what a benchmark makes once in each turn,
// or in a loop that may be short. Structs with padding on purpose, with
// structs.HostLayout, with fields of C types, or with a comment about the order of
// the fields. Layouts that are looked at: by unsafe, encoding/binary, functions
// without a body, go:linkname, 64-bit functions of sync/atomic (which 32-bit
// machines want aligned), conversion between struct types of the same fields.
// Structs whose order is output, which get a notice at most: with tags, also in
// what they embed, given to Marshal and Encode functions, walked by reflect.
// Generic structs whose layout depends on a type parameter. Map values that would
// shrink from above 128 bytes to 128 or less: maps hold larger values by pointer,
// smaller ones in every slot, empty or not. Tests and generated code.
//
// Fix: moves whole fields as text, with their comments and tags, next to fields
// of the same group. Not offered for structs of which there are literals without
// keys, here, in tests, or in files for other systems, or that package fmt prints
// field by field; for exported structs of exported fields, of which other modules
// may write such literals; for exported structs, unless the whole module is seen;
// and where a comment, or a mutex at the top of a group, may be about more than
// one field.
//
// Measured cost: Go 1.26, amd64, 10,000 objects each (see bench/structlayout):
//
//	                                  before           after
//	objects of 40 bytes, 32 after     56 B  63 ns      40 B  50 ns
//	objects of 136 bytes, 128 after  152 B  92 ns     136 B  81 ns
//	made slice of 40, 32 after        40 B  31 ns      33 B  24 ns
//	map of 40, 32 after              183 B           157 B
//	map of 136, 128 after            203 B           472 B   (not reported)
//
// The objects include a pointer of 8 bytes to each.
//
// Options:
//
//   - -structlayout.min-saving: bytes that each object, element or entry must
//     shrink by, 8 if not given. 16 leaves out structs such as one of 24 bytes
//     that could have 16.
//   - -structlayout.level: lowest level that is reported, warning (default) or
//     notice. A notice is a struct of the kind above made in a loop that may be
//     short, or by code of which nothing shows that it runs often, one of which too
//     little is saved for a single loop, one that has lists or tags or is no plain
//     data, and shards (elements picked by x % n or x & mask)
//     that hold a mutex or an atomic and share a cache line.
//
// References: https://go.dev/ref/spec#Size_and_alignment_guarantees,
// https://pkg.go.dev/structs, https://github.com/golang/go/issues/67762
package structlayout
