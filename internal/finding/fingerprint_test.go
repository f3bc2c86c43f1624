package finding

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
)

const source = `package p

func F(names []string) (s, t string) {
	for _, name := range names {
		s += name
		t += name
		s += name
	}
	return s, t
}
`

// at returns a finding at each of the lines.
func at(lines ...int) []Finding {
	var list []Finding
	for _, line := range lines {
		list = append(list, Finding{Rule: "concatloop", Package: "m/p", Function: "F", File: "/m/p/p.go", Line: line, Message: "grows"})
	}
	return list
}

func prints(src string, list []Finding) []string {
	Fingerprint(list, func(string) ([]byte, error) { return []byte(src), nil })
	var out []string
	for _, f := range list {
		out = append(out, f.Fingerprint)
	}
	return out
}

func TestFingerprint(t *testing.T) {
	want := prints(source, at(5, 6, 7))
	assert.Regexp(t, `^[0-9a-f]{32}$`, want[0])
	assert.NotEqual(t, want[0], want[1], "different lines")
	assert.NotEqual(t, want[0], want[2], "equal lines are counted")

	assert.Equal(t, want, prints("// More.\n\n"+source, at(7, 8, 9)), "lines that moved")
	renamed := at(5, 6, 7)
	for i := range renamed {
		renamed[i].File, renamed[i].Message = "/m/p/q.go", "worded differently"
	}
	assert.Equal(t, want, prints(source, renamed), "a file that was renamed, a message that was reworded")
	assert.Equal(t, want[:1], prints("\n\n\n\n \ts+=name\r\n", at(5)), "laid out differently")
}

func TestFingerprintTellsApart(t *testing.T) {
	base := prints(source, at(5))[0]
	for name, change := range map[string]func(*Finding){
		"rule":     func(f *Finding) { f.Rule = "other" },
		"package":  func(f *Finding) { f.Package = "m/q" },
		"function": func(f *Finding) { f.Function = "G" },
		"text":     func(f *Finding) { f.Line = 6 },
	} {
		list := at(5)
		change(&list[0])
		assert.NotEqual(t, base, prints(source, list)[0], name)
	}
	// What belongs to one field cannot pass for another.
	list := at(5)
	list[0].Package, list[0].Function = `m/p" "F`, ""
	assert.NotEqual(t, base, prints(source, list)[0])
}

// Without the source, as where //line comments lead elsewhere, the message
// counts, but not the positions in it.
func TestFingerprintWithoutSource(t *testing.T) {
	gone := func(message string) string {
		list := at(5)
		list[0].Message = message
		Fingerprint(list, func(string) ([]byte, error) { return nil, errors.New("gone") })
		return list[0].Fingerprint
	}
	assert.Equal(t, gone("slow, also on line 20"), gone("slow, also on line 31"))
	assert.NotEqual(t, gone("slow"), gone("fast"))
	assert.NotEmpty(t, prints(source, at(0, 900))[1])
}
