package directive

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		text   string
		form   Form
		names  string // with their offsets checked
		all    bool
		reason string
	}{
		{"//zenith:ignore a why not", Zenith, "a", false, "why not"},
		{"//zenith:ignore a,b why", Zenith, "a b", false, "why"},
		{"//zenith:ignore a, b,\tc why", Zenith, "a b c", false, "why"},
		{"//zenith:ignore  a,,b,", Zenith, "a b", false, ""},
		{"//zenith:ignore\ta\twhy, indeed", Zenith, "a", false, "why, indeed"},
		{"//zenith:ignore", Zenith, "", false, ""},
		{"//zenith:ignore ", Zenith, "", false, ""},
		{"//zenith:ignore ,", Zenith, "", false, ""},
		{"//lint:ignore SA1000,a why", Lint, "SA1000 a", false, "why"},
		{"//lint:ignore a, b", Lint, "a", false, "b"},
		{"//nolint:a", Nolint, "a", false, ""},
		{"//nolint:a,b // why", Nolint, "a b", false, "why"},
		{"//nolint: a , b //why", Nolint, "a b", false, "why"},
		{"//nolint:a why", Nolint, "a", false, "why"},
		{"//nolint:zenithlint // why", Nolint, "zenithlint", false, "why"},
		{"//nolint:all", Nolint, "all", true, ""},
		{"//nolint:a,all", Nolint, "a all", true, ""},
		{"//nolint", Nolint, "", true, ""},
		{"//nolint // why", Nolint, "", true, ""},
		{"//nolint:", Nolint, "", false, ""},
	} {
		d, ok := Parse(test.text)
		assert.True(t, ok, test.text)
		var names []string
		for _, n := range d.Names {
			names = append(names, n.Text)
			assert.True(t, strings.HasPrefix(test.text[n.At:], n.Text), "offset of %s in %s", n.Text, test.text)
		}
		assert.Equal(t, test.form, d.Form, test.text)
		assert.Equal(t, test.names, strings.Join(names, " "), test.text)
		assert.Equal(t, test.all, d.All, test.text)
		assert.Equal(t, test.reason, d.Reason, test.text)
	}
	for _, text := range []string{"// zenith:ignore a", "//zenith:ignored a", "//zenith:hot", "//nolinting", "//lint:file-ignore a b", "/* nolint */", ""} {
		_, ok := Parse(text)
		assert.False(t, ok, text)
	}
}

func TestCovers(t *testing.T) {
	covers := func(text, rule string) bool {
		d, _ := Parse(text)
		return d.Covers(rule)
	}
	assert.True(t, covers("//zenith:ignore a,b why", "b"))
	assert.False(t, covers("//zenith:ignore a,b why", "why"))
	assert.False(t, covers("//zenith:ignore", "a"))
	assert.False(t, covers("//nolint:", "a"))
	assert.True(t, covers("//nolint:errcheck,zenithlint", "a"))
	assert.True(t, covers("//nolint", "a"))
	assert.False(t, covers("//zenith:ignore zenithlint why", "a"), "a linter, no rule")
}

// problems renders what Check says, with the comment that the fixes leave.
func problems(text string, useless ...string) (list []string) {
	rules := []string{"concatloop", "directive", "regexcompile", "stdjson"}
	d, _ := Parse(text)
	for _, p := range d.Check(text, rules, func(rule string) bool { return strings.Contains(strings.Join(useless, " "), rule) }) {
		line := p.Message + " | " + text[p.From:p.To]
		if p.Fix != nil {
			src := "\tcode() " + text + "\n"
			line += " | " + string(apply([]byte(src), p.Fix.Resolve([]byte(src), 8, 8+len(text))))
		}
		list = append(list, line)
	}
	return list
}

func TestCheck(t *testing.T) {
	const all = "concatloop regexcompile stdjson"
	for _, test := range []struct {
		text, useless string
		want          []string
	}{
		{"//zenith:ignore stdjson why", "", nil},
		{"//zenith:ignore stdjson", "", []string{"directive gives no reason | //zenith:ignore stdjson"}},
		{"//zenith:ignore stdjson", all, []string{"directive suppresses nothing | //zenith:ignore stdjson | \tcode()\n"}},
		{"//zenith:ignore ", "", []string{"directive names no rule | //zenith:ignore  | \tcode()\n"}},
		{"//zenith:ignore stdjsom why", all, []string{
			"directive names an unknown rule: \"stdjsom\" | stdjsom | \tcode() //zenith:ignore stdjson why\n"}},
		{"//zenith:ignore SA1000 why", all, []string{"directive names an unknown rule: \"SA1000\" | SA1000"}},
		{"//zenith:ignore stdjson,stdjsom why", "", []string{
			"directive names an unknown rule: \"stdjsom\" | stdjsom | \tcode() //zenith:ignore stdjson why\n"}},
		{"//zenith:ignore stdjson, concatloop, regexcompile why", "concatloop", []string{
			"directive suppresses nothing of concatloop | concatloop | \tcode() //zenith:ignore stdjson, regexcompile why\n"}},
		{"//zenith:ignore stdjson,concatloop,regexcompile why", "concatloop regexcompile", []string{
			"directive suppresses nothing of concatloop and regexcompile | concatloop,regexcompile | \tcode() //zenith:ignore stdjson why\n"}},
		{"//zenith:ignore stdjson,concatloop,regexcompile why", "stdjson regexcompile", []string{
			"directive suppresses nothing of stdjson and regexcompile | stdjson,concatloop,regexcompile | \tcode() //zenith:ignore concatloop why\n"}},
		{"//zenith:ignore stdjson,directive why", all, []string{
			"directive suppresses nothing of stdjson | stdjson | \tcode() //zenith:ignore directive why\n"}},
		{"//zenith:ignore directive why", all, nil},
		{"//lint:ignore SA1000,stdjson why", "stdjson", []string{
			"directive suppresses nothing of stdjson | stdjson | \tcode() //lint:ignore SA1000 why\n"}},
		{"//lint:ignore stdjsom", all, nil},
		{"//nolint:errcheck , stdjson // why", "stdjson", []string{
			"directive suppresses nothing of stdjson | stdjson | \tcode() //nolint:errcheck // why\n"}},
		{"//nolint:stdjson,errcheck // why", "stdjson", []string{
			"directive suppresses nothing of stdjson | stdjson | \tcode() //nolint:errcheck // why\n"}},
		{"//nolint:zenithlint // why", "concatloop stdjson", nil},
		{"//nolint:zenithlint // why", all, []string{"directive suppresses nothing | //nolint:zenithlint // why | \tcode()\n"}},
		{"//nolint:errcheck", all, nil},
		{"//nolint:all", all, nil},
		{"//nolint", all, nil},
	} {
		assert.Equal(t, test.want, problems(test.text, test.useless), test.text)
	}
}

func TestRemoval(t *testing.T) {
	const text = "//zenith:ignore a b"
	for _, test := range []struct{ src, want string }{
		{"x\n\t" + text + "\ny\n", "x\ny\n"},
		{"x\r\n\t" + text + "\r\ny\r\n", "x\r\ny\r\n"},
		{"x  " + text + "\r\ny\r\n", "x\r\ny\r\n"},
		{"x\n" + text, "x\n"},
		{text + "\nx", "x"},
		{"\ufeff" + text + "\nx", "\ufeffx"},
	} {
		at := strings.Index(test.src, text)
		c := Change{Remove: true}
		assert.Equal(t, test.want, string(apply([]byte(test.src), c.Resolve([]byte(test.src), at, at+len(text)))))
	}
}

func TestCheckReason(t *testing.T) {
	assert.NoError(t, CheckReason("known, ticket 12 // for now"))
	for _, reason := range []string{"", "  ", "a\nb", "a\rb", "a\tb", "\x1b[31m", "\xff", "a\u0085b"} {
		assert.Error(t, CheckReason(reason), "%q", reason)
	}
}
