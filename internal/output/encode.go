package output

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// writeJSON writes v as JSON, indented unless indent is empty. Strings keep
// what they mean; what could drive a terminal or a CI system that shows the
// document is written as an escape.
func writeJSON(w io.Writer, v any, indent string) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(escapeHidden(b.Bytes()))
	return err
}

// escapeHidden replaces the hidden characters of a JSON document that package
// json leaves alone, which all stand in strings, and brackets that open a
// command.
func escapeHidden(doc []byte) []byte {
	out := make([]byte, 0, len(doc))
	for i := 0; i < len(doc); {
		r, size := utf8.DecodeRune(doc[i:])
		switch {
		case r == '\n': // between tokens
			out = append(out, '\n')
		case r == '[' && opensCommand(string(doc[max(0, i-maxCommand):i])):
			out = append(out, `\u005b`...)
		case r < 0x7f || !isHidden(r):
			out = append(out, doc[i:i+size]...)
		default:
			for _, unit := range utf16.AppendRune(nil, r) {
				out = fmt.Appendf(out, `\u%04x`, unit)
			}
		}
		i += size
	}
	return out
}

// maxCommand is longer than what opens a command of any CI system.
const maxCommand = 32

// writeXML writes v as an XML document. Its strings must be clean.
func writeXML(w io.Writer, v any) error {
	body, err := xml.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, body)
	return err
}
