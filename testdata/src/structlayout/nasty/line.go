package nasty

//line elsewhere.go:100
type mapped struct { // want `struct mapped`
	a bool
	n int64
	b bool
}

func maps(n string) (all []mapped) {
	for range n {
		all = append(all, mapped{})
	}
	return all
}
