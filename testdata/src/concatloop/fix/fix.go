// Package fix holds the cases of the fix of the rule concatloop.
package fix

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

func empty(in []string) string {
	s := ""
	for _, x := range in {
		s += x // want `string s grows`
	}
	return s
}

func declared(in []string) string {
	var s string
	for _, x := range in {
		s = s + x // want `string s grows`
	}
	return s
}

func declaredWithValue(in []string) string {
	var s = ""
	var t string = ``
	for _, x := range in {
		s = s + x + "," + x // want `string s grows`
		t += x + ","        // want `string t grows`
	}
	return s + t
}

func start(in []string, title string) string {
	s := "<" + strings.ToUpper(title) + // the title
		">"
	var t = title
	var u string = fmt.Sprint(title, "!")
	for _, x := range in {
		s += x // want `string s grows`
		t += x // want `string t grows`
		u += x // want `string u grows`
	}
	return s + t + u
}

func group(in []string) string {
	var (
		n int
		s string // the text
	)
	for _, x := range in {
		s += x // want `string s grows`
		n++
	}
	return s[:n]
}

func measured(in []string) string {
	s := ""
	for i, x := range in {
		if s != "" {
			s += "," // want `string s grows`
		}
		if len(s) > 80 && "" != s || len(s) == i {
			s += "\n"
		}
		s += fmt.Sprintf("%q", x)
	}
	if s == "" {
		return "-"
	}
	return s[:len(s)-1]
}

func uses(w io.Writer, in []string) (out []string, err error) {
	s := "["
	for _, x := range in {
		s += x // want `string s grows`
	}
	s += "]"
	for i, c := range s {
		out = append(out, fmt.Sprint(i, c, s))
	}
	switch s {
	case "[]":
		return append(out, s), nil
	}
	_, err = w.Write([]byte(s))
	return append(out, strings.Split(s, ",")...), err
}

func siblings(a, b []string) string {
	s := ""
	for _, x := range a {
		s += x // want `string s grows`
	}
	for _, x := range b {
		s += x // want `string s grows`
	}
	return s
}

func nested(in [][]string) string {
	s := ""
	for _, row := range in {
		for _, cell := range row {
			s += cell + "\t" // want `string s grows`
		}
		s += "\n"
	}
	return s
}

func between(in [][]string, out []string) {
	for i, row := range in {
		line := "|"
		for _, cell := range row {
			line += cell + "|" // want `string line grows`
		}
		out[i] = line
	}
}

func branches(in []any) string {
	s := ""
rows:
	for _, x := range in {
		switch x := x.(type) {
		case nil:
			continue rows
		case string:
			s += x // want `string s grows`
		case []byte:
			s += string(x)
		default:
			s = s + fmt.Sprint(x)
		}
	}
	return s
}

func inCase(in []string, k int) string {
	switch k {
	case 1:
		s := "1"
		for _, x := range in {
			s += x // want `string s grows`
		}
		return s
	}
	return ""
}

func inLiteral(in []string) func() string {
	return func() string {
		s := ""
		for _, x := range in {
			s += x // want `string s grows`
		}
		return s
	}
}

func post(in []string) string {
	s := ""
	for i := 0; i < len(in); s += in[i-1] { // want `string s grows`
		i++
	}
	return s
}

func shadowed(in []string) string {
	s := ""
	for _, x := range in {
		s += x // want `string s grows`
		s := x
		_ = s
	}
	return s
}

func returned(r *bufio.Reader) (string, error) {
	s := ""
	for {
		line, err := r.ReadString('\n')
		switch {
		case err == io.EOF:
			return s + line, nil
		case err != nil && s == "":
			return "", fmt.Errorf("after %q: %w", s, err)
		}
		s += line // want `string s grows`
	}
}

// The fixes of two variables do not get into each other's way.
func two(in []string) string {
	s, n := "", 0
	t := ""
	u := ""
	for _, x := range in {
		t += x // want `string t grows`
		u += x // want `string u grows`
		n++
	}
	for _, x := range in {
		t += x + u // want `string t grows`
	}
	t += u
	return s + t
}

func reserved(bits []bool, text string, p *struct{ list [9]int }) string {
	s := ""
	for _, b := range bits {
		if b {
			s += "10" // want `string s grows`
		} else {
			s += "01"
		}
	}
	for range text {
		s += "-" // want `string s grows`
	}
	for range p.list {
		s += "." // want `string s grows`
	}
	return s
}

func generic[T ~string](in []T) string {
	s := ""
	for _, x := range in {
		s += string(x) // want `string s grows`
	}
	return s
}
