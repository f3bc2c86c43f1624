package volume

// a node per child, in a loop
type box struct { // want `struct box: 56 bytes .*\[loop: allocated and stored per child in build\]`
	parent *box
	leaf   bool
	list   []*box
	level  int
	top    bool
}

func build(level int, keys []int) *box {
	b := &box{level: level, leaf: level == 0}
	for i := 0; i < len(keys); i += 10 {
		child := build(level-1, keys[i:])
		child.parent = b
		b.list = append(b.list, child)
	}
	return b
}

// one to the left and one to the right
type fork struct { // want `struct fork: 40 bytes .*\[loop: allocated and returned per child in split\]`
	a           bool
	left, right *fork
	b           bool
	key         int
}

func split(keys []int) *fork {
	if len(keys) == 0 {
		return nil
	}
	mid := len(keys) / 2
	return &fork{key: keys[mid], left: split(keys[:mid]), right: split(keys[mid+1:])}
}

// nope: one after the other, as deep as what is nested
type scope struct {
	a      bool
	parent *scope
	b      bool
}

func enter(s *scope, depth int) *scope {
	if depth == 0 {
		return s
	}
	return enter(&scope{parent: s}, depth-1)
}

// a node per key, of which the function then makes the children
type branch struct { // want `struct branch: 40 bytes .*\[loop: allocated and appended per child in grow\]`
	leaf bool
	list []*branch
	top  bool
}

func grow(b *branch, keys []int) {
	for i := 0; i < len(keys); i += 10 {
		child := &branch{}
		b.list = append(b.list, child)
		grow(child, keys[i:])
	}
}

// nope: not what the tree consists of
type visit struct {
	a bool
	n int64
	b bool
}

func walk(b *box) *visit {
	v := &visit{}
	for _, child := range b.list {
		v.n += walk(child).n
	}
	return v
}
