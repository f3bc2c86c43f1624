// Package naming shows what names say of set-up, and what overrules them.
package naming

import (
	"context"
	"encoding/json"
	"flag"
	"net/http"
	"os"
	"slices"
)

func probe() {}

type Options struct{ N int }

type Service struct{}

func NewService(o Options) *Service {
	probe() // want `^setup: constructor or set-up by name$`
	for range o.N {
		probe() // want `^setup: constructor or set-up by name$`
	}
	return &Service{}
}

func newService() *Service {
	probe() // want `^setup: `
	return &Service{}
}

func MustParse(s string) *Service {
	probe() // want `^setup: constructor or set-up by name$`
	return nil
}

func InitTracing() {
	probe() // want `^setup: `
}

func setup() {
	probe() // want `^setup: `
}

func LoadRules(path string) (Options, error) {
	probe() // want `^setup: `
	return Options{}, nil
}

func parseConfig(b []byte) (o Options, err error) {
	probe() // want `^setup: `
	err = json.Unmarshal(b, &o)
	return o, err
}

func ValidateOptions(o Options) error {
	probe() // want `^setup: `
	return nil
}

func RegisterFlags(fs map[string]string) {
	probe() // want `^setup: `
}

func environment() string {
	probe() // want `^setup: reads flags or the environment$`
	return os.Getenv("HOME")
}

func arguments() []string {
	probe() // want `^setup: reads flags or the environment$`
	return os.Args[1:]
}

func flags() {
	probe() // want `^setup: reads flags or the environment$`
	flag.Parse()
}

// Only the first word counts.

func Newline(s string) string {
	probe() // want `^unknown$`
	return s
}

func loadedRows() {
	probe() // want `^unknown$`
}

func Parse(s string) string {
	probe() // want `^unknown$`
	return s
}

func (s *Service) Render() {
	probe() // want `^unknown$`
}

// A context or a request overrules the name.

func NewLogic(ctx context.Context) *Service {
	probe() // want `^unknown$`
	return nil
}

func LoadUser(r *http.Request) string {
	probe() // want `^request: naming.LoadUser takes \*http.Request$`
	return ""
}

func home(ctx context.Context) string {
	probe() // want `^unknown$`
	return os.Getenv("HOME")
}

// So does a handler that calls it.

func NewRow(n int) *Service {
	probe() // want `^request: net/http handler naming.rows -> calls naming.NewRow$`
	return nil
}

func rows(w http.ResponseWriter, r *http.Request) {
	NewRow(1)
}

// Not what configures: a handler that calls it reloads the configuration.

func ReloadConfig(path string) Options {
	probe() // want `^setup: configuration$`
	for range path {
		probe() // want `^setup: configuration$`
		readRules()
	}
	return Options{}
}

func reload(w http.ResponseWriter, r *http.Request) {
	loadConfig()
	ReloadConfig("x")
}

func loadConfig() {
	probe() // want `^setup: configuration$`
}

func readRules() {
	probe() // want `^setup: configuration$`
}

// nope: for whoever debugs it
func DumpTables(all []string) {
	for range all {
		probe() // want `^setup: text for people by name$`
	}
}

// an endpoint that prints for each request
func printTables(all []string) {
	for range all {
		probe() // want `^element: .*`
	}
}

func tables(w http.ResponseWriter, r *http.Request) { printTables(r.Header["Table"]) }

// What set-up code calls on the spot is set-up.
func ParseOptions(k *hooked) {
	defer func() { k.tidy(nil) }()
	slices.SortFunc(k.names, func(a, b string) int {
		k.tidy(nil)
		return 0
	})
}

func (k *hooked) tidy(list []string) {
	for range list {
		probe() // want `^setup: only called from set-up code$`
	}
}

// What a constructor hands on to be called later is not done while it runs.
type hooks struct{ each func([]string) }

type hooked struct{ names []string }

func NewHooked(install func(hooks)) *hooked {
	k := new(hooked)
	install(hooks{each: func(list []string) { k.eachOf(list) }})
	k.fill(nil)
	return k
}

func (k *hooked) eachOf(list []string) {
	for range list {
		probe() // want `^loop: \(\*naming.hooked\).eachOf -> in the loop$`
	}
}

func (k *hooked) fill(list []string) {
	for range list {
		probe() // want `^setup: only called from set-up code$`
	}
}
