package heat

import (
	"go/ast"
	"go/types"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIsConstructor(t *testing.T) {
	for name, want := range map[string]bool{
		"New":           true,
		"NewServer":     true,
		"newServer":     true,
		"New2":          true,
		"MustParse":     true,
		"LoadTemplates": false,
		"RegisterAll":   true,
		"Newline":       false, // another word
		"News":          false,
		"Renew":         false,
		"loadedRows":    false,
		"Mustard":       false,
		"Parse":         false,
		"Handle":        false,
		"":              false,
	} {
		assert.Equal(t, want, isConstructor(name), name)
	}
}

func TestIsConfiguration(t *testing.T) {
	for name, want := range map[string]bool{
		"Init":            true,
		"initTracing":     true,
		"SetupRoutes":     true,
		"Configure":       true,
		"Bootstrap":       true,
		"ParseConfig":     true,
		"loadOptions":     true,
		"validateRules":   true,
		"BuildPolicy":     false,
		"Initial":         false, // another word
		"Parse":           false, // of what?
		"ParseRow":        false,
		"ApplyConfigured": false,
		"Validate":        false,
		"":                false,
	} {
		assert.Equal(t, want, isConfiguration(name), name)
	}
}

func TestIsTestSupportName(t *testing.T) {
	for name, want := range map[string]bool{
		"mockstore":   true,
		"storemocks":  true,
		"fakeClock":   true,
		"ServiceMock": true,
		"testutil":    true,
		"httptest":    true,
		"e2e":         true,
		"test":        false,
		"latest":      false,
		"Fastest":     false,
		"contest":     false,
		"store":       false,
		"tester":      false,
	} {
		assert.Equal(t, want, isTestSupportName(name), name)
	}
}

func TestIsErrorConstructor(t *testing.T) {
	pkg := check(t, "example.com/app", `package app

import (
	"errors"
	"fmt"
	"strconv"
)

var _ = []any{errors.New, fmt.Errorf, strconv.Itoa}

type NotFound struct{}

func (*NotFound) Error() string { return "" }

func NewNotFoundError(name string) *NotFound    { return nil }
func NotFoundError(name string) error           { return nil }
func wrapErrorf(format string, a ...any) error  { return nil }
func ErrInvalid(name string) error              { return nil }
func Check(name string) error                   { return nil }
func NewNotFound(name string) *NotFound         { return nil }
func ParseError(b []byte) (*NotFound, error)    { return nil, nil }
func LogError(err error)                        {}
`)
	for name, want := range map[string]bool{
		"NewNotFoundError": true,
		"NotFoundError":    true,
		"wrapErrorf":       true,
		"ErrInvalid":       true,
		"Check":            false, // may return nil
		"NewNotFound":      false, // nothing says that it is an error
		"ParseError":       false, // returns two
		"LogError":         false, // returns none
	} {
		assert.Equal(t, want, isErrorConstructor(function(t, pkg, "", name)), name)
	}
	for path, want := range map[string]map[string]bool{
		"errors":  {"New": true, "Join": true, "Is": false, "Unwrap": false},
		"fmt":     {"Errorf": true, "Sprintf": false},
		"strconv": {"Itoa": false},
	} {
		i := slices.IndexFunc(pkg.Imports(), func(p *types.Package) bool { return p.Path() == path })
		for name, want := range want {
			assert.Equal(t, want, isErrorConstructor(function(t, pkg.Imports()[i], "", name)), "%s.%s", path, name)
		}
	}
}

func TestIsPlumbing(t *testing.T) {
	for name, want := range map[string]bool{
		"healthz":             true,
		"handleHealth":        true,
		"ReadinessProbe":      true,
		"debugVars":           true,
		"metrics":             true,
		"ready":               true,
		"listMetrics":         false,
		"alreadySeen":         false,
		"list":                false,
		"":                    false,
		"/healthz":            true,
		"GET /metrics":        true,
		"/debug/pprof/":       true,
		"example.com/livez":   true,
		"/api/v1/health":      true,
		"/metricsystem":       false,
		"/users/{id}":         false,
		"GET /healthrecords/": false,
	} {
		assert.Equal(t, want, isPlumbing(name), name)
	}
}

func TestAnnotation(t *testing.T) {
	doc := func(lines ...string) *ast.CommentGroup {
		g := new(ast.CommentGroup)
		for _, line := range lines {
			g.List = append(g.List, &ast.Comment{Text: line})
		}
		return g
	}
	hot, cold := annotation(doc("// f is hot.", "//", "//zenith:hot"))
	assert.True(t, hot)
	assert.Empty(t, cold)
	hot, cold = annotation(doc("//zenith:cold only by hand"))
	assert.False(t, hot)
	assert.Equal(t, "declared cold", cold)
	for _, text := range []string{"// zenith:hot", "//zenith:hotter", "//zenith:", "// f is hot."} {
		hot, cold = annotation(doc(text))
		assert.False(t, hot, text)
		assert.Empty(t, cold, text)
	}
	hot, cold = annotation(nil)
	assert.False(t, hot)
	assert.Empty(t, cold)
}
