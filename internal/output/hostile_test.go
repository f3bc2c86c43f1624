package output

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// hostile are texts that mean something to a terminal, a CI system or a format.
var hostile = []string{
	"a\n::error file=x::forged", "::error::forged", " \t::warning::forged", "##[error]forged", "##vso[task.complete]", "x ##teamcity[y]", ":",
	"%0A::error::forged", "a,line=1::b", "100%", "\r\x1b[2K\x1b[31mred", "\u009b31m", "\u202egnp.exe", "\u2028", "\ufeffbom", "\x00", "\x7f",
	`"quoted' <b>&amp;</b> ]]> -->`, "caf\xe9", "\xed\xa0\x80", "\ufffe\uffff", "| a | b |\n|---|", "**bold** _it_ ~~no~~ `code` ![i](j)", "[text](http://evil)",
	"@everyone #1 www.evil.org https://evil.org user@evil.org", "<!-- ", "\\|", `C:\dir\`, "", " ", strings.Repeat("long ", 1000), strings.Repeat("日\t", 100),
}

// hostileReport has text wherever a source, a file name or a message of the
// compiler can bring it in.
func hostileReport(text string) *Report {
	f := slugFinding()
	f.File = "/m/" + text + "/a.go"
	f.Message, f.Remedy, f.Cost, f.Function, f.Package = text, text, text, text, text
	f.Chain = []finding.Step{{What: text, File: "/m/" + text, Line: 2}, {What: text, File: text, Line: 1}}
	f.Related = []finding.Step{{What: text, File: text}}
	f.Fix.File, f.Fix.Message = f.File, text
	f.Fix.Edits = []finding.Edit{{Start: 0, End: 1, NewText: text}, {Start: 2, End: 2, NewText: text}}
	outside := f
	outside.File, outside.Line, outside.EndLine, outside.Column, outside.Level, outside.Fix = text, 1, 1, 2, "notice", nil
	r := report(text+"\n"+text+text+"\n", f, outside)
	r.Rules, r.Version = testRules(), "v1.2.3"
	r.Errors = []finding.Error{{Message: text}, {Message: text, Package: text}, {Message: text, File: "/m/" + text, Line: 1}, {Message: text, File: text}}
	return r
}

func TestHostileInput(t *testing.T) {
	for _, text := range hostile {
		checkFormats(t, text)
	}
}

// FuzzFormats checks that no text breaks a format, says something that the
// report does not, or reaches what shows it.
func FuzzFormats(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkFormats(t, text) })
}

func checkFormats(t *testing.T, text string) {
	r := hostileReport(text)
	for name, format := range Formats {
		out := render(t, format, r)
		checkHarmless(t, name, out)
		switch name {
		case "json", "sarif", "gitlab", "rdjson":
			assert.True(t, json.Valid([]byte(out)), "%s: %q", name, text)
		case "json-lines":
			assert.Equal(t, 2+4+1, strings.Count(out, "\n"))
			for line := range strings.Lines(out) {
				assert.True(t, json.Valid([]byte(line)), "%q", text)
			}
		case "junit":
			assert.Equal(t, 2+len(r.problems()), countElements(t, out, "testcase"), "%q", text)
		case "checkstyle":
			assert.Equal(t, 2+len(r.problems()), countElements(t, out, "error"), "%q", text)
		case "github":
			checkCommands(t, out, r)
		case "markdown":
			checkTables(t, out)
		case "concise":
			assert.Equal(t, 2, strings.Count(out, "\n"), "a line for each finding: %q", text)
		}
	}
}

// ciCommand matches what the runners of CI systems obey.
var ciCommand = regexp.MustCompile(`##\pL*\[`)

// checkHarmless checks that out moves no cursor and gives no command to a CI
// system, but for the commands of the format github.
func checkHarmless(t *testing.T, name, out string) {
	assert.True(t, utf8.ValidString(out), name)
	for _, c := range out {
		if c != '\n' && c != '\t' && (c < ' ' || isHidden(c)) {
			assert.Fail(t, "hidden character", "%s: %q", name, c)
		}
	}
	assert.NotRegexp(t, ciCommand, out, name)
	if name == "github" {
		return
	}
	for line := range strings.Lines(out) {
		assert.False(t, strings.HasPrefix(strings.TrimSpace(line), "::"), "%s: %s", name, line)
	}
}

func countElements(t *testing.T, doc, name string) (n int) {
	dec := xml.NewDecoder(strings.NewReader(doc))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return n
		}
		require.NoError(t, err)
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == name {
			n++
		}
	}
}

// checkCommands reads out as a runner does and compares it with the report.
func checkCommands(t *testing.T, out string, r *Report) {
	line := regexp.MustCompile(`^::(error|warning|notice) ([^:]*)::(.*)$`)
	var got []string
	for text := range strings.SplitSeq(strings.TrimSuffix(out, "\n"), "\n") {
		parts := line.FindStringSubmatch(text)
		require.NotNil(t, parts, "%q", text)
		for prop := range strings.SplitSeq(parts[2], ",") {
			name, value, _ := strings.Cut(prop, "=")
			assert.Contains(t, []string{"title", "file", "line", "col", "endLine", "endColumn"}, name)
			if name != "title" && name != "file" {
				_, err := strconv.Atoi(value)
				assert.NoError(t, err)
			}
		}
		decode := strings.NewReplacer("%25", "%", "%0A", "\n", "%0D", "\r")
		message, _, _ := strings.Cut(decode.Replace(parts[3]), "\n")
		got = append(got, parts[1]+" "+message)
	}
	var want []string
	for _, e := range r.problems() {
		want = append(want, "error "+clean(problem(e)))
	}
	want = append(want, "warning "+shorten(clean(r.Findings[0].Message), maxText), "notice "+shorten(clean(r.Findings[1].Message), maxText))
	assert.Equal(t, want, got)
}

// checkTables checks that each row of a table has the cells of its header, and
// that nothing in them is markup but what we put there.
func checkTables(t *testing.T, out string) {
	cells := 0
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if !strings.HasPrefix(line, "| ") {
			assert.True(t, line == "" || strings.HasPrefix(line, "### zenithlint: ") || strings.HasPrefix(line, "|---|"), "%q", line)
			cells = 0
			if strings.HasPrefix(line, "|---|") {
				cells = strings.Count(line, "|")
			}
			continue
		}
		if cells > 0 {
			assert.Equal(t, cells, strings.Count(line, "|"), "%q", line)
		}
		line = strings.ReplaceAll(line, "[regexcompile](https://example.org/regexcompile)", "")
		line = strings.NewReplacer("<code>@</code>", "", "<code>#</code>", "", "; instead: ", "").Replace(line)
		line = regexp.MustCompile("&(#[0-9]+|amp|lt|gt);").ReplaceAllString(line, "")
		assert.NotRegexp(t, "[&`*_~<>@#!:$\\\\\\[\\]{}]|[wW]\\.", line)
	}
}

func FuzzClean(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		out := clean(text)
		checkHarmless(t, "clean", out)
		assert.NotContains(t, out, "\n")
		assert.NotContains(t, out, "\t")
		assert.Equal(t, out, clean(out), "clean twice")
		assert.LessOrEqual(t, len(shorten(out, 10)), 10+len(cutMark))
		assert.True(t, utf8.ValidString(shorten(out, 10)))
	})
}

// FuzzColumns compares the columns of all offsets with their definition.
func FuzzColumns(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = text[:min(len(text), 200)]
		c := new(utf16Columns)
		c.load(report(text), "/m/a.go")
		for offset := range len(text) + 1 {
			line, column, ok := c.place(offset)
			assert.True(t, ok)
			assert.Equal(t, 1+strings.Count(text[:offset], "\n"), line)
			assert.GreaterOrEqual(t, column, 1)
			bytes := offset - strings.LastIndex(text[:offset], "\n")
			assert.Equal(t, column, c.column(line, bytes))
		}
		_, _, ok := c.place(len(text) + 1)
		assert.False(t, ok)
	})
}

func TestColors(t *testing.T) {
	var b strings.Builder
	require.NoError(t, Diff(&b, "/m", "/m/a.go", []byte("x\n"), []byte("\x1b[2J##[error]\n"), true))
	checked := strings.NewReplacer("\x1b["+bold+"m", "", "\x1b["+red+"m", "", "\x1b["+green+"m", "", "\x1b["+blue+"m", "", "\x1b[0m", "").Replace(b.String())
	checkHarmless(t, "diff", checked)
	assert.True(t, slices.Contains(strings.Split(checked, "\n"), `+␛[2J##\u005berror]`), checked)
}
