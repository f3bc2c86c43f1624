package config

import (
	"go/token"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/mod/module"
)

// Functions is a set of functions, given in these forms:
//
//	example.com/app/jobs.Run
//	example.com/app/api.Server.Get          or (*example.com/app/api.Server).Get
//	example.com/app/api.Server.*            all methods
//	func(*example.com/rpc.Call) error       all functions of the signature
//	example.com/app/setup                   all functions of the package
//	example.com/app/migrations/...          and of those below
type Functions struct {
	names      map[string]bool // "import/path.F", "import/path.T.M", "import/path.T.*", "import/path"
	trees      []string        // "import/path" of "import/path/..."
	signatures []string
	texts      []string // as written
}

// Has reports whether the set names the function, its type or its package.
// recv is the name of the receiver's type, without star and type arguments, or
// empty.
func (f Functions) Has(pkg, recv, name string) bool {
	if len(f.names)+len(f.trees) == 0 {
		return false
	}
	if recv == "" && f.names[pkg+"."+name] {
		return true
	}
	if recv != "" && (f.names[pkg+"."+recv+"."+name] || f.names[pkg+"."+recv+".*"]) {
		return true
	}
	return f.names[pkg] || slices.ContainsFunc(f.trees, func(tree string) bool {
		return pkg == tree || strings.HasPrefix(pkg, tree+"/")
	})
}

// Signatures returns the signatures of the set in the form that package heat
// compares: without names and type arguments, with full import paths, byte and
// rune for what they stand for, a slice for a variadic parameter.
func (f Functions) Signatures() []string { return slices.Clone(f.signatures) }

const (
	functionForms = "import/path.Func, import/path.Type.Method, import/path.Type.* or func(import/path.Type) error"
	coldForms     = "import/path, import/path/..., " + functionForms
)

// add adds the functions that text describes to the set. Otherwise it returns
// what is wrong, and at which byte.
func (f *Functions) add(text string, packages bool) (offset int, problem string) {
	if strings.HasPrefix(strings.Replace(text, " ", "", 1), "func(") {
		sig, offset, problem := parseSignature(text)
		if problem == "" {
			f.signatures = append(f.signatures, sig)
			f.texts = append(f.texts, text)
		}
		return offset, problem
	}
	if tree, ok := strings.CutSuffix(text, "/..."); ok && packages && module.CheckImportPath(tree) == nil {
		f.trees = append(f.trees, tree)
		f.texts = append(f.texts, text)
		return 0, ""
	}
	name := canonical(text)
	if problem := checkName(name, packages); problem != "" {
		return 0, quote(text) + ": " + problem
	}
	if f.names == nil {
		f.names = make(map[string]bool)
	}
	f.names[name] = true
	f.texts = append(f.texts, text)
	return 0, ""
}

// pointer matches the ways to write that a receiver is a pointer: those of go
// doc, of stack traces, and a bare star.
var pointer = regexp.MustCompile(`^\(\*([^()*]+)\)(\..+)|^([^()*]+\.)\(\*(\w+)\)(\..+)|^\*(\w.*)|^([^()*]+\.)\*(\w[^/]*)$`)

// canonical leaves out what shows that a receiver is a pointer: a type has no
// two methods of one name.
func canonical(name string) string { return pointer.ReplaceAllString(name, "$1$2$3$4$5$6$7$8") }

// checkName tells what is wrong with a name in its canonical form. Where a path
// ends with a word behind a dot (gopkg.in/yaml.v3) it may be a package or a
// function: what there is decides.
func checkName(name string, packages bool) string {
	isPath := module.CheckImportPath(name) == nil
	switch base := name[strings.LastIndexByte(name, '/')+1:]; {
	case base == name && token.IsExported(base[:strings.IndexByte(base+".", '.')]):
		return "the import path of the package is missing"
	case isFunction(name) || isPath && packages:
		return ""
	case isPath && !strings.Contains(base, "."):
		return "this is a package: name a function of it, as in " + shorten(name) + ".Func"
	case packages:
		return "want " + coldForms
	}
	return "want " + functionForms
}

// isFunction reports whether name is that of a function or method, or of all
// methods of a type.
func isFunction(name string) bool {
	i := strings.LastIndexByte(name, '.')
	if i <= strings.LastIndexByte(name, '/') || module.CheckImportPath(name[:i]) != nil {
		return false
	}
	path, fn := name[:i], name[i+1:]
	return token.IsIdentifier(fn) || fn == "*" && strings.LastIndexByte(path, '.') > strings.LastIndexByte(path, '/')
}
