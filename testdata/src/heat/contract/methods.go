package contract

import (
	"context"
	"database/sql/driver"
	"encoding/xml"
	"log/slog"
	"net/http"
)

type transport struct{ next http.RoundTripper }

func (t *transport) RoundTrip(r *http.Request) (*http.Response, error) {
	probe() // want `^request: http.RoundTripper \(\*contract.transport\).RoundTrip$`
	return t.next.RoundTrip(r)
}

func wrap(next http.RoundTripper) http.RoundTripper {
	probe() // want `^setup: builds a handler$`
	return &transport{next}
}

type logHandler struct{ slog.Handler }

func (h *logHandler) Handle(ctx context.Context, r slog.Record) error {
	probe() // want `^request: slog handler \(\*contract.logHandler\).Handle$`
	return nil
}

// Once per logger.
func (h *logHandler) WithGroup(name string) slog.Handler {
	probe() // want `^unknown$`
	return h
}

type money struct{ amount, currency string }

func (m money) MarshalJSON() ([]byte, error) {
	probe() // want `^loop: json.Marshaler contract.money.MarshalJSON$`
	return m.text(), nil
}

func (m money) text() []byte {
	probe() // want `^loop: json.Marshaler contract.money.MarshalJSON -> calls contract.money.text$`
	return nil
}

func (m *money) UnmarshalJSON(b []byte) error {
	probe() // want `^loop: json.Unmarshaler \(\*contract.money\).UnmarshalJSON$`
	return nil
}

func (m money) MarshalText() ([]byte, error) {
	probe() // want `^loop: encoding.TextMarshaler contract.money.MarshalText$`
	return nil, nil
}

func (m *money) UnmarshalText(b []byte) error {
	probe() // want `^loop: encoding.TextUnmarshaler \(\*contract.money\).UnmarshalText$`
	return nil
}

func (m money) MarshalBinary() ([]byte, error) {
	probe() // want `^loop: encoding.BinaryMarshaler contract.money.MarshalBinary$`
	return nil, nil
}

func (m money) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	probe() // want `^loop: xml.Marshaler contract.money.MarshalXML$`
	return nil
}

func (m *money) Scan(src any) error {
	probe() // want `^loop: sql.Scanner \(\*contract.money\).Scan$`
	return nil
}

func (m money) Value() (driver.Value, error) {
	probe() // want `^loop: driver.Valuer contract.money.Value$`
	return nil, nil
}

func (m money) Compare(other money) int {
	probe() // want `^loop: comparison contract.money.Compare$`
	return 0
}

func (m *money) Less(other *money) bool {
	probe() // want `^loop: comparison \(\*contract.money\).Less$`
	return false
}

func (m money) Hash() uint64 {
	probe() // want `^loop: hash contract.money.Hash$`
	return 0
}

type byAmount []money

func (s byAmount) Less(i, j int) bool {
	probe() // want `^loop: sort.Interface contract.byAmount.Less$`
	return false
}

func (s byAmount) Swap(i, j int) {
	probe() // want `^loop: sort.Interface contract.byAmount.Swap$`
}

type counter struct{ n int }

func (c *counter) Read(p []byte) (int, error) {
	probe() // want `^loop: io.Reader \(\*contract.counter\).Read$`
	return 0, nil
}

func (c *counter) Write(p []uint8) (int, error) {
	probe() // want `^loop: io.Writer \(\*contract.counter\).Write$`
	return 0, nil
}

func (c *counter) WriteByte(b byte) error {
	probe() // want `^loop: io.ByteWriter \(\*contract.counter\).WriteByte$`
	return nil
}

// Near misses: the name of a contract, another signature.

type file struct{}

func (f *file) Value(key string) string {
	probe() // want `^unknown$`
	return ""
}

func (f *file) Compare(name string) int {
	probe() // want `^unknown$`
	return 0
}

func (f *file) Write(path string) error {
	probe() // want `^unknown$`
	return nil
}

func (f *file) Handle(ctx context.Context, name string) error {
	probe() // want `^unknown$`
	return nil
}

// A function, not a method.
func MarshalJSON() ([]byte, error) {
	probe() // want `^unknown$`
	return nil, nil
}
