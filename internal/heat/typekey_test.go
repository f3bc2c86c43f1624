package heat

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// check type-checks a file that may import the standard library.
func check(t *testing.T, path, src string) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "x.go", src, 0)
	require.NoError(t, err)
	conf := types.Config{Importer: importer.Default()}
	pkg, err := conf.Check(path, fset, []*ast.File{file}, nil)
	require.NoError(t, err)
	return pkg
}

// function returns a function of pkg, or a method as Type.Name.
func function(t *testing.T, pkg *types.Package, typ, name string) *types.Func {
	t.Helper()
	if typ == "" {
		fn, ok := pkg.Scope().Lookup(name).(*types.Func)
		require.True(t, ok, name)
		return fn
	}
	obj := pkg.Scope().Lookup(typ)
	require.NotNil(t, obj, typ)
	m, _, _ := types.LookupFieldOrMethod(obj.Type(), true, pkg, name)
	fn, ok := m.(*types.Func)
	require.True(t, ok, "%s.%s", typ, name)
	return fn
}

func TestTypeKey(t *testing.T) {
	pkg := check(t, "example.com/lib/v3/kit", `package kit

type T struct{}
type G[K comparable, V any] struct{}
type A = *T
type GA[V any] = G[string, V]
type F func(T) error

var (
	v0  int
	v1  []byte
	v2  []uint8
	v3  rune
	v4  int32
	v5  *T
	v6  A
	v7  G[string, T]
	v8  *GA[int]
	v9  map[string][]*T
	v10 any
	v11 interface{}
	v12 interface{ M() }
	v13 error
	v14 <-chan T
	v15 [4]T
	v16 F
	v17 func(n int, s ...string) (T, error)
	v18 struct{ x int }
)
`)
	for name, want := range map[string]string{
		"v0":  "int",
		"v1":  "[]byte",
		"v2":  "[]byte",
		"v3":  "rune",
		"v4":  "rune",
		"v5":  "*example.com/lib/kit.T",
		"v6":  "*example.com/lib/kit.T",
		"v7":  "example.com/lib/kit.G",
		"v8":  "*example.com/lib/kit.G",
		"v9":  "map[string][]*example.com/lib/kit.T",
		"v10": "any",
		"v11": "any",
		"v12": "interface",
		"v13": "error",
		"v14": "chan example.com/lib/kit.T",
		"v15": "[4]example.com/lib/kit.T",
		"v16": "example.com/lib/kit.F",
		"v17": "func(int, []string) (example.com/lib/kit.T, error)",
		"v18": "?",
	} {
		assert.Equal(t, want, typeKey(pkg.Scope().Lookup(name).Type()), name)
	}
}

func TestSigKey(t *testing.T) {
	pkg := check(t, "example.com/app", `package app

import (
	"context"
	"net/http"
)

func none()                                                    {}
func handler(w http.ResponseWriter, r *http.Request)           {}
func named(ctx context.Context) (n int, err error)             { return }
func one(func(string) bool) error                              { return nil }
func generic[T any](v T, vs []T) T                             { return v }
func (t T[K]) method(k K)                                      {}

type T[K any] struct{}
`)
	for name, want := range map[string]string{
		"none":    "func()",
		"handler": "func(net/http.ResponseWriter, *net/http.Request)",
		"named":   "func(context.Context) (int, error)",
		"one":     "func(func(string) bool) error",
		"generic": "func($T, []$T) $T",
	} {
		assert.Equal(t, want, sigKey(function(t, pkg, "", name).Signature()), name)
	}
	assert.Equal(t, "func($T)", sigKey(function(t, pkg, "T", "method").Signature()))
}

func TestTrimVersion(t *testing.T) {
	for name, want := range map[string]string{
		"net/http.Handler":                                               "net/http.Handler",
		"github.com/labstack/echo/v4.Context":                            "github.com/labstack/echo.Context",
		"github.com/labstack/echo/v4":                                    "github.com/labstack/echo",
		"(*github.com/robfig/cron/v3.Cron).AddFunc":                      "(*github.com/robfig/cron.Cron).AddFunc",
		"github.com/go-kratos/kratos/v2/transport/http.Context":          "github.com/go-kratos/kratos/transport/http.Context",
		"example.com/app/vendor/github.com/gin-gonic/gin.Context":        "github.com/gin-gonic/gin.Context",
		"(*example.com/app/vendor/github.com/gofiber/fiber/v2.Ctx).Next": "(*github.com/gofiber/fiber.Ctx).Next",
		"(example.com/app/vendor/a.org/b.Iface).M":                       "(a.org/b.Iface).M",
		"github.com/nats-io/nats.go.Msg":                                 "github.com/nats-io/nats.go.Msg",
		"math/rand/v2.IntN":                                              "math/rand.IntN",
		"example.com/v1beta1.T":                                          "example.com/v1beta1.T", // no major version
		"example.com/api/v1/v2.T":                                        "example.com/api.T",
		"example.com/video.T":                                            "example.com/video.T",
		"example.com/v.T":                                                "example.com/v.T",
		"":                                                               "",
	} {
		assert.Equal(t, want, trimVersion(name), name)
	}
}

func TestFuncName(t *testing.T) {
	pkg := check(t, "example.com/app", `package app

type S struct{}
type G[T any] struct{}
type I interface{ Do() }

func F()            {}
func (S) Value()    {}
func (*S) Pointer() {}
func (*G[T]) M()    {}
`)
	assert.Equal(t, "app.F", FuncName(function(t, pkg, "", "F")))
	assert.Equal(t, "app.S.Value", FuncName(function(t, pkg, "S", "Value")))
	assert.Equal(t, "(*app.S).Pointer", FuncName(function(t, pkg, "S", "Pointer")))
	assert.Equal(t, "(*app.G).M", FuncName(function(t, pkg, "G", "M")))
	assert.Equal(t, "app.I.Do", FuncName(function(t, pkg, "I", "Do")))
}
