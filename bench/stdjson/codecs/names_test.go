package codecs

import (
	"bytes"
	"encoding/json"

	"github.com/bytedance/sonic"
	goccy "github.com/goccy/go-json"
)

// The names under which stdjson -stdjson.switch lets a codec stand in for
// encoding/json: functions of the same types, and types that are the same.
var (
	_ = []func(any) ([]byte, error){json.Marshal, goccy.Marshal, sonic.Marshal}
	_ = []func(any, string, string) ([]byte, error){json.MarshalIndent, goccy.MarshalIndent, sonic.MarshalIndent}
	_ = []func([]byte, any) error{json.Unmarshal, goccy.Unmarshal, sonic.Unmarshal}
	_ = []func([]byte) bool{json.Valid, goccy.Valid, sonic.Valid}
	_ = []func(*bytes.Buffer, []byte) error{json.Compact, goccy.Compact}
	_ = []func(*bytes.Buffer, []byte, string, string) error{json.Indent, goccy.Indent}
	_ = []func(*bytes.Buffer, []byte){json.HTMLEscape, goccy.HTMLEscape}

	_ []json.RawMessage = []goccy.RawMessage(nil)
	_ []json.Number     = []goccy.Number(nil)
	_ []json.Delim      = []goccy.Delim(nil)
	_ []json.Token      = []goccy.Token(nil)
)

// encoder and decoder have the methods of the coders.
type encoder interface {
	Encode(any) error
	SetEscapeHTML(bool)
	SetIndent(prefix, indent string)
}

type decoder[token any] interface {
	Decode(any) error
	DisallowUnknownFields()
	InputOffset() int64
	More() bool
	Token() (token, error)
	UseNumber()
}

var (
	_ = []encoder{json.NewEncoder(nil), goccy.NewEncoder(nil)}
	_ = []decoder[json.Token]{json.NewDecoder(nil), goccy.NewDecoder(nil)}
)
