package output

import (
	"encoding/xml"
	"io"
)

type (
	checkstyleDocument struct {
		XMLName xml.Name         `xml:"checkstyle"`
		Version string           `xml:"version,attr"`
		Files   []checkstyleFile `xml:"file"`
	}
	checkstyleFile struct {
		Name   string            `xml:"name,attr"`
		Errors []checkstyleError `xml:"error"`
	}
	checkstyleError struct {
		Line     int    `xml:"line,attr,omitempty"`
		Column   int    `xml:"column,attr,omitempty"`
		Severity string `xml:"severity,attr"`
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	}
)

// Checkstyle writes the XML of Checkstyle, which many CI systems read.
func Checkstyle(w io.Writer, r *Report) error {
	doc := checkstyleDocument{Version: "8.0"}
	add := func(file string, e checkstyleError) {
		name := clean(r.dirPath(file))
		if n := len(doc.Files); n == 0 || doc.Files[n-1].Name != name {
			doc.Files = append(doc.Files, checkstyleFile{Name: name})
		}
		last := &doc.Files[len(doc.Files)-1]
		last.Errors = append(last.Errors, e)
	}
	for _, e := range r.problems() {
		add(e.File, checkstyleError{e.Line, e.Column, "error", clean(problem(e)), "zenithlint"})
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		add(f.File, checkstyleError{f.Line, f.Column, byLevel(f.Level, "warning", "info"), clean(f.Message), "zenithlint." + f.Rule})
	}
	return writeXML(w, doc)
}
