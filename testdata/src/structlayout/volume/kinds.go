package volume

// of many kinds of input several make it
type token struct { // want `struct token: .*allocated and appended in scanAll`
	a bool
	n int64
	b bool
}

func scanAll(text string) (all []*token) {
	for _, c := range text {
		switch c {
		case '(':
			all = append(all, &token{n: 1})
		case ')':
			all = append(all, &token{n: 2})
		case ' ':
		case '\n':
		}
	}
	return all
}

// of many kinds this is a common one: something makes them in a loop
type chunk struct { // want `struct chunk: .*allocated and appended in unpack`
	a bool
	n int64
	b bool
}

type ack struct{ n int64 }

func unpack(packet []byte) (all []any) {
	for _, kind := range packet {
		switch kind {
		case 0:
			all = append(all, &chunk{n: 1})
		case 1:
			all = append(all, &ack{n: 1})
		case 2:
		case 3:
		}
	}
	return all
}

func pack(data [][]byte) (all []*chunk) {
	for range data {
		all = append(all, &chunk{n: 1})
	}
	return all
}

// of two kinds each is common
type text struct { // want `struct text: .*allocated and appended in parse`
	a bool
	n int64
	b bool
}

func parse(input []byte) (all []any) {
	for _, c := range input {
		switch c {
		case '<':
			all = append(all, &ack{})
		default:
			all = append(all, &text{n: 1})
		}
	}
	return all
}

// not only for one of many kinds
type word struct { // want `struct word: .*allocated and returned in newWord`
	a bool
	n int64
	b bool
}

func words(text string) (all []*word) {
	for range text {
		all = append(all, newWord(3))
	}
	for _, c := range text {
		switch c {
		case '(':
			all = append(all, newWord(1))
		case ')':
			all = append(all, newWord(2))
		case ' ':
		case '\n':
		}
	}
	return all
}

func newWord(n int64) *word { return &word{n: n} }

// made for one kind here, but other packages may call what makes it
type line struct { // want `struct line: .*allocated and appended in Lines`
	a bool
	n int64
	b bool
}

func Lines(text string) (all []*line) {
	for range text {
		all = append(all, &line{n: 1})
	}
	return all
}

func byKind(kind int, text string) int {
	switch kind {
	case 0:
		return len(Lines(text))
	case 1:
	case 2:
	case 3:
	}
	return 0
}
