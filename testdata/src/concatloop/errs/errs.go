// Package errs tells what went wrong: rarely.
package errs

func trace(frames []string) string {
	s := ""
	for _, f := range frames {
		s += "\n" + f
	}
	return s
}
