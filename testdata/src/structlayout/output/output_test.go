package output

// nope: a type of the tests
type mock struct {
	a bool
	n int64
	b bool
}

func mocks(n string) (all []mock) {
	for range n {
		all = append(all, mock{})
	}
	return all
}
