// Package faces compares what the faces of zenithlint find in the demo service.
// The same list serves e2e/golangci and e2e/precommit.
package faces

import (
	"encoding/xml"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/demotest"
	"github.com/zenithlint/zenithlint/internal/output"
)

// TestFormats: each format has the same findings.
func TestFormats(t *testing.T) {
	zenithlint := demotest.Build(t)
	r := demotest.Run{Dir: demotest.Copy(t)}
	formats := map[string]func(*testing.T, string) []string{
		"full":       lines(`(?m)^warning\[(?P<rule>\w+)\]: .*\n +--> (?P<file>[\w./]+):(?P<line>\d+):`),
		"concise":    func(_ *testing.T, out string) []string { return demotest.Concise(out) },
		"json":       document("findings.*.", "rule", "file", "line"),
		"json-lines": lines(`(?m)^\{"type":"finding","rule":"(?P<rule>\w+)".*?,"file":"(?P<file>[\w./]+)","line":(?P<line>\d+)`),
		"sarif":      document("runs.*.results.*.", "ruleId", "locations.*.physicalLocation.artifactLocation.uri", "locations.*.physicalLocation.region.startLine"),
		"github":     lines(`(?m)^::warning title=(?P<rule>\w+),file=(?P<file>[\w./]+),line=(?P<line>\d+)`),
		"gitlab":     document("*.", "check_name", "location.path", "location.positions.begin.line"),
		"rdjson":     document("diagnostics.*.", "code.value", "location.path", "location.range.start.line"),
		"junit":      lines(`<testcase name="(?P<rule>\w+) \((?P<file>[\w./]+):(?P<line>\d+):`),
		"checkstyle": checkstyle,
		"markdown":   lines(`(?m)^\| warning \| (?P<file>[\w./]+)&#58;(?P<line>\d+)&#58;\d+ \| \[(?P<rule>\w+)\]`),
	}
	for _, name := range output.Names() {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, formats, name, "no test reads this format")
			result := r.Program(t, zenithlint, "-format="+name, "./...")
			assert.Equal(t, 1, result.Code, result.Stderr)
			assert.Equal(t, demotest.WholeModule(), formats[name](t, result.Stdout), result.Stdout)
		})
	}
}

// TestGoVet: one package at a time, with facts.
func TestGoVet(t *testing.T) {
	r := demotest.Run{Dir: demotest.Copy(t)}
	result := r.Program(t, "go", "vet", "-vettool="+demotest.Build(t), "./...")
	assert.Equal(t, 1, result.Code)
	assert.Equal(t, demotest.AcrossPackages(), demotest.Named(result.Stderr), result.Stderr)
}

// TestFiles: files mean their packages, so that all files have all findings.
func TestFiles(t *testing.T) {
	dir := demotest.Copy(t)
	files, err := filepath.Glob(filepath.Join(dir, "*", "*", "*.go"))
	require.NoError(t, err)
	result := demotest.Run{Dir: dir}.Program(t, demotest.Build(t), append([]string{"-format=concise"}, files...)...)
	assert.Equal(t, demotest.WholeModule(), demotest.Concise(result.Stdout), result.Stderr)
}

// lines reads a format by a pattern with groups rule, file and line.
func lines(pattern string) func(*testing.T, string) []string {
	find := regexp.MustCompile(pattern)
	return func(_ *testing.T, out string) (list []string) {
		for _, m := range find.FindAllStringSubmatch(out, -1) {
			group := func(name string) string { return m[find.SubexpIndex(name)] }
			list = append(list, group("file")+":"+group("line")+" "+group("rule"))
		}
		slices.Sort(list)
		return list
	}
}

// document reads a JSON format by paths below that of its findings.
func document(at, rule, file, line string) func(*testing.T, string) []string {
	return func(t *testing.T, out string) (list []string) {
		rules, files, lines := demotest.Values(t, out, at+rule), demotest.Values(t, out, at+file), demotest.Values(t, out, at+line)
		for i := range rules {
			list = append(list, fmt.Sprintf("%v:%v %v", files[i], lines[i], rules[i]))
		}
		slices.Sort(list)
		return list
	}
}

func checkstyle(t *testing.T, out string) (list []string) {
	var doc struct {
		File []struct {
			Name  string `xml:"name,attr"`
			Error []struct {
				Line   int    `xml:"line,attr"`
				Source string `xml:"source,attr"`
			} `xml:"error"`
		} `xml:"file"`
	}
	require.NoError(t, xml.Unmarshal([]byte(out), &doc))
	for _, f := range doc.File {
		for _, e := range f.Error {
			list = append(list, fmt.Sprintf("%s:%d %s", f.Name, e.Line, strings.TrimPrefix(e.Source, "zenithlint.")))
		}
	}
	slices.Sort(list)
	return list
}
