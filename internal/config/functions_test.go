package config

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// parts split a function's name as package heat would.
var parts = map[string][3]string{
	"F":       {"example.com/app", "", "F"},
	"T.M":     {"example.com/app", "T", "M"},
	"T.N":     {"example.com/app", "T", "N"},
	"sub.F":   {"example.com/app/sub", "", "F"},
	"other.F": {"example.com/apps", "", "F"},
	"dotted":  {"gopkg.in/yaml.v3", "Node", "Decode"},
	"std":     {"main", "", "run"},
}

func TestFunctions(t *testing.T) {
	for text, want := range map[string]string{
		"example.com/app.F":               "F",
		"example.com/app.T.M":             "T.M",
		"example.com/app.*T.M":            "T.M",
		"*example.com/app.T.M":            "T.M",
		"(*example.com/app.T).M":          "T.M",
		"example.com/app.(*T).M":          "T.M",
		"example.com/app.T.*":             "T.M T.N",
		"example.com/app.T":               "", // no such function
		"example.com/app":                 "F T.M T.N",
		"example.com/app/...":             "F T.M T.N sub.F",
		"example.com/app/sub":             "sub.F",
		"gopkg.in/yaml.v3.Node.Decode":    "dotted",
		"(*gopkg.in/yaml.v3.Node).Decode": "dotted",
		"gopkg.in/yaml.v3":                "dotted",
		"gopkg.in/...":                    "dotted",
		"main.run":                        "std",
	} {
		var f Functions
		_, problem := f.add(text, true)
		assert.Empty(t, problem, text)
		for name, p := range parts {
			has := f.Has(p[0], p[1], p[2])
			assert.Equal(t, contains(want, name), has, "%s has %s", text, name)
		}
		assert.Empty(t, f.Signatures())
	}
}

func contains(words, word string) bool {
	return strings.Contains(" "+words+" ", " "+word+" ")
}

func TestFunctionMistakes(t *testing.T) {
	const wantFunction = "want " + functionForms
	for text, want := range map[string]string{
		"":                         wantFunction,
		"Run":                      "the import path of the package is missing",
		"run":                      "this is a package: name a function of it, as in run.Func",
		"Server.Run":               "the import path of the package is missing",
		"example.com/app":          "this is a package: name a function of it, as in example.com/app.Func",
		"example.com/app/...":      wantFunction,
		"example.com/app.":         wantFunction,
		"example.com/app.1":        wantFunction,
		"example.com/app.func":     wantFunction,
		"example.com/app.*":        wantFunction, // no type
		"/example.com/app.F":       wantFunction,
		"example.com/app.F()":      wantFunction,
		"./app.F":                  wantFunction,
		`example.com\app.F`:        wantFunction,
		"example.com/app.T[int].M": wantFunction,
		"(*example.com/app.T.M":    wantFunction,
		"(example.com/app.T).M":    wantFunction,
		"example.com/*app.F":       wantFunction,
		"**example.com/app.T.M":    wantFunction,
		"example.com/a b.F":        wantFunction,
	} {
		var f Functions
		_, problem := f.add(text, false)
		assert.Equal(t, quote(text)+": "+want, problem, text)
	}
}

func TestSignatures(t *testing.T) {
	for text, want := range map[string]string{
		"func()":     "func()",
		"func( )":    "func()",
		"func () ()": "func()",
		"func(int32, uint8, interface{}) (error)":                         "func(rune, byte, any) error",
		"func(context.Context, *example.com/rpc.Call) error":              "func(context.Context, *example.com/rpc.Call) error",
		"func(net/http.ResponseWriter,*net/http.Request)":                 "func(net/http.ResponseWriter, *net/http.Request)",
		"func(map[string][]*gopkg.in/yaml.v3.Node, [4]byte) (int, error)": "func(map[string][]*gopkg.in/yaml.v3.Node, [4]byte) (int, error)",
		"func(string, ...any)":                                            "func(string, []any)",
		"func(<-chan int, chan<- int, chan int) chan int":                 "func(chan int, chan int, chan int) chan int",
		"func(func(string) bool, func()) func(int) (a.b/c.D, error)":      "func(func(string) bool, func()) func(int) (a.b/c.D, error)",
		"func(github.com/labstack/echo/v4.Context) error":                 "func(github.com/labstack/echo/v4.Context) error",
	} {
		var f Functions
		_, problem := f.add(text, false)
		assert.Empty(t, problem, text)
		assert.Equal(t, []string{want}, f.Signatures(), text)
		assert.False(t, f.Has("a.b/c", "", "F"))
	}
}

func TestSignatureMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"func(^ctx context.Context)":     `want a type with its import path, as in example.com/rpc.Call, not "ctx"`,
		"func(string ^name)":             "write types only, without the names of parameters",
		"func(^Call)":                    `want a type with its import path, as in example.com/rpc.Call, not "Call"`,
		"func(int^":                      "want ,",
		"func(int,^":                     "want a type",
		"func(int)^) error":              "want the end of the signature",
		"func(int) error ^x":             "want the end of the signature",
		"func(example.com/a.List^[int])": "leave type arguments out",
		"func(^struct{})":                "want a named type, not a struct",
		"func(interface{ ^M() })":        "want }",
		"func([n^]int)":                  "want [] or an array of known length",
		"func([4^":                       "want ]",
		"func(map ^string)":              "want [",
		"func(<-^int)":                   "want chan",
		"func(...int^, string)":          "want )",
		"func(^a//b.C)":                  `want a type such as example.com/rpc.Call, not "a//b.C"`,
		"func(^example.com/a.1)":         `want a type such as example.com/rpc.Call, not "example.com/a.1"`,
		"func(^example.com/a)":           `want a type with its import path, as in example.com/rpc.Call, not "example.com/a"`,
		"func(^...)":                     "",
	} {
		var f Functions
		plain := strings.Replace(text, "^", "", 1)
		offset, problem := f.add(plain, false)
		if want == "" {
			assert.NotEmpty(t, problem, text)
			continue
		}
		assert.Equal(t, "bad signature: "+want, problem, text)
		assert.Equal(t, strings.Index(text, "^"), offset, text)
		assert.Empty(t, f.Signatures(), text)
	}
	var f Functions
	_, problem := f.add("func("+strings.Repeat("*", maxSignature)+"int)", true)
	assert.Equal(t, "signature is too long", problem)
}

func TestGlobs(t *testing.T) {
	for glob, want := range map[string]string{
		"a":          "a/x.go a/b/x.go",
		"a/":         "a/x.go a/b/x.go",
		"./a":        "a/x.go a/b/x.go",
		"a/*":        "a/x.go a/b/x.go",
		"a/*.go":     "a/x.go",
		"a/**":       "a/x.go a/b/x.go",
		"a/**/x.go":  "a/x.go a/b/x.go",
		"b":          "",
		"**/b":       "a/b/x.go",
		"*.go":       "x.go",
		"**/*.go":    "x.go a/x.go a/b/x.go",
		"**":         "x.go a/x.go a/b/x.go",
		"{a/b,x.go}": "x.go a/b/x.go",
		"[!a-w].go":  "x.go",
	} {
		parsed, problem := parseGlob(glob)
		assert.Empty(t, problem, glob)
		for _, file := range []string{"x.go", "a/x.go", "a/b/x.go"} {
			assert.Equal(t, contains(want, file), matches(parsed, file), "%s matches %s", glob, file)
		}
	}
}
