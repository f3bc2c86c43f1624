package heat

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/zenithlint/zenithlint/internal/query"
)

// Cold tells why the position is cold or set-up code, in words, as far as the
// package alone tells; it is empty for other code.
func (r *Result) Cold(cur inspector.Cursor) string {
	g := r.lock()
	defer r.mu.Unlock()
	fn, l := g.around(cur)
	n := &g.nodes[fn]
	for _, why := range []string{n.cold, l.cold, n.setup} {
		if why != "" {
			return why
		}
	}
	return ""
}

// Command reports whether the position is set-up code that does the work of a
// command, and no error path in it: what needs [Command] may be said there.
func (r *Result) Command(cur inspector.Cursor) bool {
	g := r.lock()
	defer r.mu.Unlock()
	fn, l := g.around(cur)
	n := &g.nodes[fn]
	return n.command && n.cold == "" && l.cold == ""
}

// annotation reads //zenith:hot and //zenith:cold in the doc comment of a
// function.
func annotation(doc *ast.CommentGroup) (hot bool, cold string) {
	if doc == nil {
		return false, ""
	}
	for _, c := range doc.List {
		word, _, _ := strings.Cut(c.Text, " ")
		switch word {
		case "//zenith:hot":
			return true, ""
		case "//zenith:cold":
			cold = "declared cold"
		}
	}
	return false, cold
}

// coldFunc tells why a declared function is cold or set-up code; firm set-up
// stays so even where requests reach it.
func (g *graph) coldFunc(cur inspector.Cursor, decl *ast.FuncDecl, fn *types.Func) (cold, setup string, firm bool) {
	name, sig := fn.Name(), fn.Signature()
	switch {
	case g.inTest(decl.Pos()):
		return "test", "", false
	case g.imports.testing || takesTest(sig) || isTestSupport(fn.Pkg()) || isMockFile(g.r.pass.Fset.File(decl.Pos()).Name()) || g.isForTests():
		return testSupport, "", false
	case g.isExample():
		return exampleCode, "", false
	case g.isScript():
		return scriptCode, "", false
	case sig.Recv() == nil && name == "init":
		return "init function", "", false
	case isText(fn):
		return "text for people", "", false
	case sig.Recv() != nil && isTestSupportName(receiverName(sig)):
		return testSupport, "", false
	case sig.Recv() != nil && isShutdown(name):
		return "", "shutdown", true
	case strings.Contains(strings.ToLower(name), "migrat"):
		return "", "migration", true
	}
	if why := coldSignature(sig); why != "" {
		return "", why, true
	}
	if g.prompts(decl.Body) {
		return "", terminalPrompt, true
	}
	if !requestScoped(sig) {
		switch {
		case isConfiguration(name) || isConfigPackage(fn.Pkg()) || handlesConfig(sig):
			return "", "configuration", true
		case isConstructor(name):
			return "", "constructor or set-up by name", false
		case startsWithWord(name, textWords) || name == "LongString" || name == "DebugString":
			return "", "text for people by name", false
		case g.readsArguments(cur):
			return "", readsArguments, false
		case g.imports.cli:
			return "", commandProgram, false
		case g.imports.goCode || isGeneratorFile(g.r.pass.Fset.File(decl.Pos()).Name()):
			return "", "code generator", false
		}
	}
	if fn.Pkg() != nil && fn.Pkg().Name() == "main" {
		return "", mainPackage, false
	}
	return "", "", false
}

func isShutdown(name string) bool {
	switch name {
	case "Close", "Shutdown", "Stop", "Cleanup", "CleanUp", "Teardown", "TearDown":
		return true
	}
	return false
}

// isText reports whether fn is one of the methods that make text for people.
func isText(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Recv() == nil {
		return false
	}
	switch fn.Name() {
	case "String", "Error", "GoString":
		return sig.Params().Len() == 0 && sig.Results().Len() == 1
	case "Format":
		return sig.Params().Len() == 2 && query.IsNamed(sig.Params().At(0).Type(), "fmt", "State")
	case "Usage", "Help":
		return true
	case "View": // of a terminal
		return sig.Params().Len() == 0 && sig.Results().Len() == 1 && types.Identical(sig.Results().At(0).Type(), types.Typ[types.String])
	}
	return false
}

// Words that start or end the names of functions that set something up, or make
// text for people. A name is a weak sign: requestScoped parameters overrule all
// of them, and evidence of requests overrules textWords and constructorWords.
var (
	textWords        = []string{"Print", "Dump", "Debug", "Describe", "Explain", "Usage"}
	constructorWords = []string{"New", "Must", "Register"}
	setupWords       = []string{"Init", "Initialize", "Setup", "SetUp", "Configure", "Provision", "Bootstrap"}
	configVerbs      = []string{"Load", "Parse", "Validate", "Read", "Unmarshal", "Decode", "Default", "New", "Must", "Register"}
	configWords      = []string{"Config", "Configuration", "Options", "Option", "Opts", "Flags", "Flag", "Settings", "Rules", "Policy", "Args", "Env"}
)

// isConstructor reports whether the name of a function says that it makes
// something that lives longer than the call.
func isConstructor(name string) bool { return startsWithWord(name, constructorWords) }

// isConfiguration reports whether the name of a function says that it sets the
// program up.
func isConfiguration(name string) bool {
	if startsWithWord(name, setupWords) || strings.Contains(name, "ConfigFile") {
		return true
	}
	return startsWithWord(name, configVerbs) &&
		slices.ContainsFunc(configWords, func(w string) bool { return strings.HasSuffix(name, w) })
}

// handlesConfig reports whether a function is a method of a configuration, or
// returns one.
func handlesConfig(sig *types.Signature) bool {
	if sig.Recv() != nil && isConfigType(sig.Recv().Type()) {
		return true
	}
	return sig.Results().Len() > 0 && isConfigType(sig.Results().At(0).Type())
}

func isConfigType(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	switch name := named.Obj().Name(); name {
	case "Options", "Opts", "options", "opts", "config", "settings":
		return true
	default:
		return slices.ContainsFunc([]string{"Config", "Configuration", "Settings", "Flags", "ConfigOpts"}, func(w string) bool { return strings.HasSuffix(name, w) })
	}
}

// startsWithWord reports whether the first word of a camel-case name is one of
// words.
func startsWithWord(name string, words []string) bool {
	if name == "" {
		return false
	}
	name = strings.ToUpper(name[:1]) + name[1:]
	return slices.ContainsFunc(words, func(w string) bool {
		rest, ok := strings.CutPrefix(name, w)
		return ok && (rest == "" || rest[0] < 'a' || rest[0] > 'z')
	})
}

// isConfigPackage reports whether the name of a package says that it reads
// configuration.
func isConfigPackage(pkg *types.Package) bool {
	if pkg == nil {
		return false
	}
	for elem := range strings.SplitSeq(pkg.Path(), "/") {
		if strings.HasSuffix(elem, "config") || strings.HasSuffix(elem, "configs") || strings.HasPrefix(elem, "config") || elem == "conf" || elem == "settings" || elem == "flags" {
			return true
		}
	}
	return false
}

// requestScoped reports whether a parameter says that the function works for
// one request: a context, or a type of the entry table.
func requestScoped(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		t := typeKey(v.Type())
		if t == "context.Context" || requestType(v.Type()) != "" {
			return true
		}
	}
	return false
}

// readsArguments reports whether the function itself reads flags, arguments or
// the environment.
func (g *graph) readsArguments(fn inspector.Cursor) bool {
	if !g.imports.flags && !g.imports.os {
		return false
	}
	for c := range fn.Preorder((*ast.SelectorExpr)(nil)) {
		obj := g.info.Uses[c.Node().(*ast.SelectorExpr).Sel]
		if obj == nil || obj.Pkg() == nil {
			continue
		}
		switch obj.Pkg().Path() {
		case "flag", "github.com/spf13/pflag":
			return true
		case "os":
			switch obj.Name() {
			case "Args", "Getenv", "LookupEnv", "Environ":
				return true
			}
		}
	}
	return false
}

// coldArgument tells why the arguments of call are cold, or "".
func (g *graph) coldArgument(call *ast.CallExpr) string {
	if isFatal(g.info, call) {
		return "leads to a panic or exit"
	}
	fn := query.Callee(g.info, call)
	if fn == nil || fn.Pkg() == nil {
		return ""
	}
	if isErrorConstructor(fn) {
		return "error path"
	}
	return ""
}

// isErrorConstructor reports whether fn makes an error value from its arguments.
func isErrorConstructor(fn *types.Func) bool {
	res := fn.Signature().Results()
	if res.Len() != 1 {
		return false
	}
	name := fn.Name()
	switch fn.Pkg().Path() {
	case "errors", "github.com/pkg/errors", "github.com/cockroachdb/errors":
		return name != "Is" && name != "As" && name != "Unwrap" && name != "Cause"
	case "fmt":
		return name == "Errorf"
	case "google.golang.org/grpc/status":
		return name == "Error" || name == "Errorf" || name == "New" || name == "Newf"
	}
	return isError(res.At(0).Type()) && (strings.HasSuffix(name, "Error") || strings.HasSuffix(name, "Errorf") || strings.HasPrefix(name, "Err") || strings.HasPrefix(name, "NewErr")) ||
		strings.HasPrefix(name, "New") && strings.HasSuffix(name, "Error")
}

// isDebugGuard reports whether the condition switches on debugging or logging
// of details.
func (g *graph) isDebugGuard(cond ast.Expr) bool {
	switch e := ast.Unparen(cond).(type) {
	case *ast.Ident:
		return isDebugName(e.Name)
	case *ast.SelectorExpr:
		return isDebugName(e.Sel.Name)
	case *ast.CallExpr:
		if slices.ContainsFunc(e.Args, isDebugLevel) && IsLogging(query.Callee(g.info, e)) {
			return true
		}
		switch fun := e.Fun.(type) {
		case *ast.Ident:
			return isDebugName(fun.Name)
		case *ast.SelectorExpr:
			return isDebugName(fun.Sel.Name) || (fun.Sel.Name == "V" || strings.HasSuffix(fun.Sel.Name, "Enabled")) && IsLogging(query.Callee(g.info, e))
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND:
			return g.isDebugGuard(e.X) || g.isDebugGuard(e.Y)
		case token.LSS, token.LEQ, token.EQL, token.GEQ, token.GTR:
			return isDebugLevel(e.X) || isDebugLevel(e.Y)
		}
	}
	return false
}

// notLogs takes words out of a name that have nothing to do with logging.
var notLogs = strings.NewReplacer("login", "", "logout", "", "logic", "", "logo", "", "catalog", "", "dialog", "", "blog", "", "analog", "", "changelog", "")

// IsLogging reports whether fn logs, by its own name or that of its package or
// receiver.
func IsLogging(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch strings.ToLower(fn.Name()) {
	case "debug", "debugf", "info", "infof", "logf", "trace", "tracef", "warn", "warnf":
		return true
	}
	if words := Words(fn.Name()); len(words) > 0 && fn.Pkg().Path() != "math" && (words[0] == "log" || words[len(words)-1] == "log") {
		return true
	}
	name := fn.Pkg().Name()
	if fn.Signature().Recv() != nil {
		name += " " + receiverName(fn.Signature())
	}
	name = notLogs.Replace(strings.ToLower(name))
	return strings.Contains(name, "log") || strings.Contains(name, "zap")
}

// isDebugLevel reports whether e is the level of detailed logging.
func isDebugLevel(e ast.Expr) bool {
	name := strings.ToLower(exprText(e))
	return strings.Contains(name, "level") && (strings.Contains(name, "debug") || strings.Contains(name, "trace"))
}

func isDebugName(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "debug") || strings.Contains(name, "verbose") || name == "istrace" ||
		strings.Contains(name, "trace") && strings.Contains(name, "enabled")
}

// importSet tells which packages the files of a package import.
type importSet struct {
	flags, os, gqlgen bool
	cli               bool // a framework for command-line programs
	goCode            bool // what writes Go code
	prompt            bool // reads lines from a terminal
	testing           bool // half of the files that are not tests do
}

func importsOf(pass *analysis.Pass) importSet {
	var s importSet
	files, helpers := 0, 0
	for _, file := range pass.Files {
		test := query.IsTestFile(pass.Fset.File(file.FileStart).Name())
		for _, spec := range file.Imports {
			path := strings.Trim(spec.Path.Value, `"`)
			s.prompt = s.prompt || lineEditors[path]
			switch path {
			case "flag", "github.com/spf13/pflag":
				s.flags = true
			case "os":
				s.os = true
			case "github.com/spf13/cobra", "github.com/urfave/cli", "github.com/urfave/cli/v2", "github.com/urfave/cli/v3", "github.com/alecthomas/kong", "github.com/mitchellh/cli", "github.com/alecthomas/kingpin/v2":
				s.cli = s.cli || !test
			case "go/format", "golang.org/x/tools/imports", "mvdan.cc/gofumpt/format", "github.com/dave/jennifer/jen", "google.golang.org/protobuf/compiler/protogen":
				s.goCode = s.goCode || !test
			case "github.com/99designs/gqlgen/graphql":
				s.gqlgen = true
			case "testing":
				if !test {
					helpers++
				}
			}
		}
		if !test {
			files++
		}
	}
	s.testing = helpers > 0 && 2*helpers >= files
	return s
}

// receiverName returns the name of the receiver's type.
func receiverName(sig *types.Signature) string {
	t := sig.Recv().Type()
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj().Name()
	}
	return ""
}
