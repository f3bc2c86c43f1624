package heat

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// kind tells functions from the slots through which functions are called.
type kind uint8

const (
	kindFunc  kind = iota // a declared function or method
	kindLit               // a function literal
	kindSlot              // a variable, field or result that holds functions
	kindParam             // a parameter that takes functions
	kindIface             // a method of an interface: calls go to its implementations
	kindRoot              // not a function: package initialisation, a registration, a benchmark
)

// node is a vertex of the call graph.
type node struct {
	kind     kind
	key      string       // the same in every package that names it; empty: of this package alone
	obj      types.Object // of functions and slots; of a literal, the function around it
	pos      token.Pos    // of the declaration; NoPos in other packages
	hot      bool         // //zenith:hot
	cold     string       // why it is cold, in words; only an annotation overrides it
	setup    string       // why it is set-up; evidence of requests overrides it
	firm     bool         // set-up even where requests reach it: it configures, as its name says
	command  bool         // set-up that is the work of a command
	evidence string       // why it is an entry point, in words
	needs    Need         // what the evidence meets
}

// link is a call, or the flow of a function value into a slot.
type link struct {
	from, to int32
	pos      token.Pos // of the call; NoPos for flow
	loop     token.Pos // innermost unbounded loop around the call
	request  string    // the receive loop around the call, in words
	via      int32     // the parameter that hands to over to who calls it; 0 if none
	element  bool      // an unbounded loop inside that receive loop
	nested   bool      // another loop stands around the innermost
	stream   bool      // a loop around the call goes on as long as its input does
	few      bool      // the innermost one runs over few things
	own      bool      // the innermost one runs over a list of the receiver's
	spawn    bool      // a go statement: to goes on by itself
	cond     bool      // not on every call of from
	chosen   bool      // a condition decides about the call, in a loop in each turn
	picked   bool      // the turn of a loop calls it for one of many kinds of input
	kind     bool      // the function calls it for one of many kinds, in whatever loop
	changes  bool      // it is called for requests of a method that changes something
	cold     bool      // on an error path and the like
}

// rarity returns how seldom requests lead from the caller to the call.
func (e *link) rarity() rarity {
	if e.changes {
		return changing
	}
	return often
}

// graph is the call graph of one package.
type graph struct {
	r        *Result
	info     *types.Info
	nodes    []node
	links    []link
	byNode   map[ast.Node]int32 // FuncDecl, FuncLit
	byObj    map[types.Object]int32
	byKey    map[string]int32
	ifaces   map[int32]*types.Func // interface methods that are called
	gotos    map[ast.Node][]gotoLoop
	loops    map[ast.Node]loopClass
	flows    map[ast.Stmt]flow
	spread   map[*types.Func]bool  // made on first use, see spreads
	written  map[types.Object]bool // made on first use, see packageWrites
	declared map[string]bool       // made on first use, see declaredSignatures
	imports  importSet
	mounted  []mount
	routers  map[*types.Named]bool // see isRouter
	guarded  map[*types.Var]bool   // variables for routers of which all routes are seldom used
	types    []implType            // computed on first use by Solve
	services []service             // of generated code, computed on first use
}

// initNode is the node of code outside functions.
const initNode = 0

func build(r *Result) *graph {
	g := newGraph(r)
	g.imports = importsOf(r.pass)
	root := r.Root()
	for cur := range root.Preorder((*ast.FuncDecl)(nil)) {
		g.declare(cur)
	}
	filter := []ast.Node{
		(*ast.FuncLit)(nil), (*ast.CallExpr)(nil), (*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil),
		(*ast.CompositeLit)(nil), (*ast.RangeStmt)(nil), (*ast.ReturnStmt)(nil), (*ast.SendStmt)(nil),
	}
	for cur := range root.Preorder(filter...) {
		switch n := cur.Node().(type) {
		case *ast.FuncLit:
			g.literal(cur)
		case *ast.CallExpr:
			g.call(cur, n)
		case *ast.AssignStmt:
			if len(n.Lhs) == len(n.Rhs) {
				for i := range n.Lhs {
					g.flow(n.Lhs[i], n.Rhs[i])
					g.group(n.Lhs[i], n.Rhs[i])
				}
			} else if call, ok := ast.Unparen(n.Rhs[0]).(*ast.CallExpr); ok {
				g.unpack(n.Lhs, call)
			}
		case *ast.ValueSpec:
			if len(n.Names) == len(n.Values) {
				for i := range n.Names {
					g.flow(n.Names[i], n.Values[i])
					g.group(n.Names[i], n.Values[i])
				}
			}
		case *ast.CompositeLit:
			g.composite(n)
		case *ast.RangeStmt:
			if n.Value != nil {
				g.flow(n.Value, n.X)
			}
			if isFunc(g.typeOf(n.X)) { // range over func: the iterator runs once per loop
				g.call1(cur, g.target(n.X), n.X.Pos())
			}
		case *ast.ReturnStmt:
			g.returns(cur, n)
		case *ast.SendStmt:
			if fn := g.target(n.Value); fn >= 0 && isFunc(g.typeOf(n.Value)) {
				g.pass(cur, nil, 0, fn) // to whoever receives it
			}
		}
	}
	g.spreadSetup()
	return g
}

// newGraph returns a graph without functions.
func newGraph(r *Result) *graph {
	g := &graph{
		r:      r,
		info:   r.pass.TypesInfo,
		byNode: make(map[ast.Node]int32),
		byObj:  make(map[types.Object]int32),
		byKey:  make(map[string]int32),
		ifaces: make(map[int32]*types.Func),
		gotos:  make(map[ast.Node][]gotoLoop),
		loops:  make(map[ast.Node]loopClass),
		flows:  make(map[ast.Stmt]flow),

		routers: make(map[*types.Named]bool),
		guarded: make(map[*types.Var]bool),
	}
	g.nodes = append(g.nodes, node{kind: kindRoot, cold: "package initialisation"})
	return g
}

// declare makes the node of a function declaration, with the slots of its
// function-typed parameters.
func (g *graph) declare(cur inspector.Cursor) {
	decl := cur.Node().(*ast.FuncDecl)
	fn, ok := g.info.Defs[decl.Name].(*types.Func)
	if !ok {
		return
	}
	id := g.funcNode(fn)
	g.byNode[decl] = id
	n := &g.nodes[id]
	n.pos = decl.Name.Pos()
	n.hot, n.cold = annotation(decl.Doc)
	if n.cold == "" && g.r.Config().Cold().Has(names(fn)) {
		n.cold = declaredCold
	}
	if n.cold == "" && g.r.Config().EntryPoints().Has(names(fn)) && !g.inTest(decl.Pos()) {
		n.evidence, n.needs = declaredEntry, Request
	}
	if n.cold == "" && n.evidence == "" {
		n.cold, n.setup, n.firm = g.coldFunc(cur, decl, fn)
		n.command = isCommand(n.setup)
	}
	if n.cold == "" && n.evidence == "" {
		n.evidence, n.needs = g.entry(decl.Body, fn.Signature(), fn.Name())
	}
	if recv := fn.Signature().Recv(); recv != nil && isFunc(recv.Type()) {
		if slot := g.typeNode(recv.Type()); slot >= 0 {
			g.byObj[recv] = slot
		}
	}
	params := fn.Signature().Params()
	for i := range params.Len() {
		if v := params.At(i); holdsFunc(v.Type()) {
			g.byObj[v] = g.keyed(paramKey(fn, i), kindParam, v)
		}
	}
}

// literal makes the node of a function literal.
func (g *graph) literal(cur inspector.Cursor) int32 {
	lit := cur.Node().(*ast.FuncLit)
	id := g.litNode(lit)
	for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		g.nodes[id].obj = g.info.Defs[c.Node().(*ast.FuncDecl).Name]
		decl, ok := g.byNode[c.Node()]
		if !ok {
			continue
		}
		switch why := g.nodes[decl].cold; why {
		case testSupport, exampleCode, scriptCode:
			g.nodes[id].cold = why // the handler of a fake server
		}
	}
	if n := &g.nodes[id]; n.needs != 0 || n.evidence != "" || n.cold != "" {
		return id
	}
	sig, _ := g.typeOf(lit).(*types.Signature)
	if sig == nil {
		return id
	}
	if g.inTest(lit.Pos()) {
		g.nodes[id].cold = "test"
		return id
	}
	if fn := query.Func(cur); fn.Valid() {
		// A literal called on the spot is one with its function; a goroutine
		// that a constructor starts goes on by itself.
		outer, ok := g.byNode[fn.Node()]
		if ok && g.nodes[outer].setup != "" && (g.nodes[outer].firm || cur.ParentEdgeKind() != edge.CallExpr_Fun) {
			g.nodes[id].setup, g.nodes[id].command = "written in set-up code", g.nodes[outer].command
			if isStored(cur) {
				g.nodes[id].setup = storedInSetup
			}
		}
	}
	if why := coldSignature(sig); why != "" {
		g.nodes[id].setup, g.nodes[id].firm, g.nodes[id].command = why, true, isCommand(why)
	} else if g.isPoolNew(cur) {
		g.nodes[id].setup = "makes a pooled object"
	}
	what, needs := g.entry(lit.Body, sig, g.route(cur))
	if what == "" {
		if what = g.expected(cur); what != "" {
			needs = Request
		}
	}
	g.nodes[id].evidence, g.nodes[id].needs = what, needs
	return id
}

func (g *graph) litNode(lit *ast.FuncLit) int32 {
	if id, ok := g.byNode[lit]; ok {
		return id
	}
	g.nodes = append(g.nodes, node{kind: kindLit, pos: lit.Pos()})
	id := int32(len(g.nodes) - 1)
	g.byNode[lit] = id
	return id
}

// funcNode returns the node of a function or interface method, of this package
// or another.
func (g *graph) funcNode(fn *types.Func) int32 {
	fn = fn.Origin()
	if id, ok := g.byObj[fn]; ok {
		return id
	}
	k := kindFunc
	recv := fn.Signature().Recv()
	if recv != nil && types.IsInterface(recv.Type()) {
		k = kindIface
	}
	id := g.keyed(fn.FullName(), k, fn)
	g.byObj[fn] = id
	if k == kindIface {
		g.ifaces[id] = fn
	}
	return id
}

// keyed returns the node with the given key.
func (g *graph) keyed(key string, k kind, obj types.Object) int32 {
	if id, ok := g.byKey[key]; ok {
		return id
	}
	g.nodes = append(g.nodes, node{kind: k, key: key, obj: obj})
	id := int32(len(g.nodes) - 1)
	g.byKey[key] = id
	return id
}

// result returns the slot of the functions that fn returns as result i.
func (g *graph) result(fn *types.Func, i int) int32 {
	return g.keyed(fn.FullName()+"$"+strconv.Itoa(i), kindSlot, fn)
}

// assigned returns the slot that an assignment to lhs fills, or -1.
func (g *graph) assigned(lhs ast.Expr) int32 {
	if id, ok := lhs.(*ast.Ident); ok {
		if v, ok := g.info.Defs[id].(*types.Var); ok {
			if !holdsFunc(v.Type()) {
				return -1
			}
			return g.varNode(v, nil)
		}
	}
	return g.target(lhs)
}

// private reports whether every call of n is in the graph of this package.
func (g *graph) private(n *node) bool {
	switch n.kind {
	case kindLit:
		return true
	case kindFunc:
		fn, ok := n.obj.(*types.Func)
		return ok && n.pos.IsValid() && !fn.Exported()
	}
	return false
}

func (g *graph) typeOf(e ast.Expr) types.Type { return g.info.TypeOf(e) }

func (g *graph) inTest(pos token.Pos) bool {
	return query.IsTestFile(g.r.pass.Fset.File(pos).Name())
}
