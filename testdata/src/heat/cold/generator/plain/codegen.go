package plain

func probe() {}

func names(types []string) {
	for range types {
		probe() // want `^setup: code generator$`
	}
}
