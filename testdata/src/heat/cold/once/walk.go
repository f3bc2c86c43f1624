package once

import "net/http"

type tree struct {
	left, right *tree
	key         string
}

// nope: n moves on, so each insertion fills in a node; that is no lazy
// initialisation
func (n *tree) insert(key string) {
	for {
		if key < n.key {
			if n.left == nil {
				probe() // want `^element: .*`
				n.left = &tree{key: key}
				return
			}
			n = n.left
			continue
		}
		if n.right == nil {
			n.right = &tree{key: key}
			return
		}
		n = n.right
	}
}

// nope: each call fills in one node
func (n *tree) deep(key string) {
	if n.left == nil {
		probe() // want `^element: .*`
		n.left = &tree{key: key}
		return
	}
	n.left.deep(key)
}

// nope: the same with a copy
func (n *tree) deeper(key string) {
	next := n.right
	if next == nil {
		next = &tree{key: key}
		probe() // want `^element: .*`
		n.right = next
		return
	}
	next.deeper(key)
}

func add(w http.ResponseWriter, r *http.Request) {
	t := new(tree)
	for _, k := range r.Header["Key"] {
		t.insert(k)
		t.deep(k)
		t.deeper(k)
	}
}
