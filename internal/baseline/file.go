package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// version is that of the format of files.
const version = 1

// header is the first line of a file; the others are entries.
type header struct {
	Version int `json:"version"`
}

// Error is a mistake in a file.
type Error struct {
	Line    int // from 1
	Message string
}

// Error implements error.
func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Message) }

// Bytes returns the content of the file that holds the list: an entry a line,
// so that changes are easy to read and seldom conflict.
func (l List) Bytes() []byte {
	var b bytes.Buffer
	writeLine(&b, header{version})
	for _, e := range l {
		if e.Count == 1 {
			e.Count = 0
		}
		writeLine(&b, e)
	}
	return b.Bytes()
}

// writeLine writes v as JSON. What is no visible character is escaped: names of
// files may hold anything.
func writeLine(b *bytes.Buffer, v any) {
	var doc bytes.Buffer
	enc := json.NewEncoder(&doc)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err) // strings and numbers only
	}
	for _, r := range strings.TrimSuffix(doc.String(), "\n") {
		if unicode.IsPrint(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(b, `\u%04x`, unit)
		}
	}
	b.WriteByte('\n')
}

// Parse reads the content of a file. An error is an [*Error].
func Parse(src []byte) (List, error) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if len(bytes.TrimSpace(src)) == 0 {
		return nil, &Error{1, "this file is empty: zenithlint baseline write makes a new one"}
	}
	var list List
	lines := make(map[key]int)
	number := 0
	for line := range bytes.Lines(src) {
		number++
		if number == 1 {
			if err := parseHeader(line); err != nil {
				return nil, &Error{1, err.Error()}
			}
			continue
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		e, err := parseEntry(line)
		if err != nil {
			return nil, &Error{number, err.Error()}
		}
		if first, ok := lines[e.key()]; ok {
			return nil, &Error{number, fmt.Sprintf("the same finding as in line %d: delete one of the lines", first)}
		}
		lines[e.key()] = number
		list = append(list, e)
	}
	return list.Add(nil), nil
}

func parseHeader(line []byte) error {
	h := new(header)
	if err := decode(line, h); err != nil || h.Version < 1 {
		return fmt.Errorf(`want {"version":%d}: this is no baseline; zenithlint baseline write makes one`, version)
	}
	if h.Version > version {
		return fmt.Errorf("version %d of the format is newer than this zenithlint: install the one that wrote it, or zenithlint baseline write makes a new file", h.Version)
	}
	return nil
}

// code is the form of [Entry.Code].
var code = regexp.MustCompile(`^[0-9a-f]{16}$`)

func parseEntry(line []byte) (Entry, error) {
	e := Entry{Count: 1}
	if err := decode(line, &e); err != nil {
		return e, err
	}
	for _, field := range []struct{ name, value string }{{"file", e.File}, {"rule", e.Rule}, {"package", e.Package}, {"code", e.Code}} {
		if field.value == "" {
			return e, fmt.Errorf("%s is missing: zenithlint baseline update writes complete lines", field.name)
		}
	}
	switch {
	case !code.MatchString(e.Code):
		return e, fmt.Errorf("code %q: want 16 hexadecimal digits, as zenithlint baseline update writes them", e.Code)
	case e.Level != "" && e.Level != notice:
		return e, fmt.Errorf("level %q: want notice, or leave it out for a warning", e.Level)
	case e.Count < 1 || e.Count > maxCount:
		return e, fmt.Errorf("count %d: want a number from 1 to %d", e.Count, maxCount)
	}
	return e, nil
}

// maxCount is more than anyone has, and cannot overflow when summed.
const maxCount = 1_000_000

// decode reads the JSON object on a line.
func decode(line []byte, v any) error {
	if bytes.HasPrefix(line, []byte("<<<<<<<")) || bytes.HasPrefix(line, []byte("=======")) || bytes.HasPrefix(line, []byte(">>>>>>>")) {
		return errors.New("a merge left a conflict here: keep the lines of both sides, delete the marks, then run zenithlint baseline update")
	}
	if !utf8.Valid(line) {
		return errors.New("invalid UTF-8")
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return reword(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("want one object a line")
	}
	return nil
}

// reword says in our words what package json found.
func reword(err error) error {
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		if e.Field == "" {
			return fmt.Errorf("want an object, not a JSON %s", e.Value)
		}
		return fmt.Errorf("%s: want a %s, not a JSON %s", e.Field, e.Type, e.Value)
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return fmt.Errorf("unknown key %s: want file, rule, package, function, code, level or count", name)
	}
	return fmt.Errorf("this is no JSON object: %s", strings.TrimPrefix(err.Error(), "json: "))
}
