package rare

import "io"

// nope: what reads or writes a stream does more than that
type counter struct {
	failed bool
	n      int64
	done   bool
	out    io.Writer
}

func counters(text string, out io.Writer) (list []counter) {
	for _, c := range text {
		list = append(list, counter{out: out, done: c == 0})
	}
	return list
}
