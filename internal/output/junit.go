package output

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

type (
	junitDocument struct {
		XMLName xml.Name   `xml:"testsuites"`
		Suite   junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name    string        `xml:"name,attr"`
		Class   string        `xml:"classname,attr"`
		File    string        `xml:"file,attr,omitempty"`
		Line    int           `xml:"line,attr,omitempty"`
		Failure *junitMessage `xml:"failure"`
		Error   *junitMessage `xml:"error"`
	}
	junitMessage struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
)

// JUnit writes a test report: a failed test for each finding, one that passed
// if there is none, because readers reject a report without tests.
func JUnit(w io.Writer, r *Report) error {
	suite := junitSuite{Name: "zenithlint"}
	for _, e := range r.problems() {
		line := Error(r.Dir, e)
		suite.Errors++
		suite.Cases = append(suite.Cases, junitCase{
			Name: line, Class: clean(e.Package), File: clean(r.dirPath(e.File)), Line: e.Line,
			Error: &junitMessage{clean(e.Message), "error", line},
		})
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		suite.Failures++
		suite.Cases = append(suite.Cases, junitCase{
			Name: fmt.Sprintf("%s (%s)", f.Rule, r.position(f)), Class: clean(f.Package),
			File: clean(r.dirPath(f.File)), Line: f.Line,
			Failure: &junitMessage{clean(f.Message), f.Level, strings.Join(r.story(f), "\n")},
		})
	}
	if suite.Cases == nil {
		suite.Cases = []junitCase{{Name: "no findings", Class: "zenithlint"}}
	}
	suite.Tests = len(suite.Cases)
	return writeXML(w, junitDocument{Suite: suite})
}
