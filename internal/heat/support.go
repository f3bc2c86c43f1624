package heat

import (
	"go/types"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// testSupport is why mocks, fakes and helpers of tests are cold, with all that
// is written in them.
const testSupport = "test support"

// exampleCode is why programs that show how to use a module are cold.
const exampleCode = "example code"

// scriptCode is why programs that only the developers of a module run are cold.
const scriptCode = "script for developers"

// isTestSupport reports whether pkg is a package of mocks or test helpers.
func isTestSupport(pkg *types.Package) bool {
	if pkg == nil {
		return false
	}
	for elem := range strings.SplitSeq(pkg.Path(), "/") {
		if isTestSupportName(elem) {
			return true
		}
	}
	return isTestSupportName(pkg.Name())
}

// takesTest reports whether a function of signature sig is a helper of tests: it
// takes a *testing.T or one of its kin.
func takesTest(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		t := v.Type()
		if p, ok := types.Unalias(t).(*types.Pointer); ok {
			t = p.Elem()
		}
		if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "testing" {
			return true
		}
	}
	return false
}

// folders returns the folders within its module that lead to the package.
func (g *graph) folders() []string {
	m := g.r.pass.Module
	if m == nil {
		return nil
	}
	rest, ok := strings.CutPrefix(g.r.pass.Pkg.Path(), m.Path+"/")
	if !ok {
		return nil
	}
	return strings.Split(rest, "/")
}

// isExample reports whether the package lies in a folder of examples within its
// module. golangci-lint leaves these folders out by default, too.
func (g *graph) isExample() bool {
	return slices.ContainsFunc(g.folders(), func(folder string) bool {
		return folder == "examples" || folder == "_examples" || folder == "third_party"
	})
}

// isScript reports whether the package lies in a top folder of its module for
// programs that its developers run by hand.
func (g *graph) isScript() bool {
	folders := g.folders()
	return len(folders) > 0 && (folders[0] == "scripts" || folders[0] == "script" || folders[0] == "hack")
}

// isForTests reports whether the package lies in a folder of its module for what
// tests need, such as servers to test against and simulators of others.
func (g *graph) isForTests() bool {
	folders := g.folders()
	return len(folders) > 0 && (folders[0] == "test" || folders[0] == "integration" || slices.Contains(folders, "tests") || slices.Contains(folders, "simulator"))
}

// isAdministration reports whether the package lies in a folder of its module for those
// who run the service.
func (g *graph) isAdministration() bool {
	return slices.ContainsFunc(g.folders(), func(folder string) bool { return hasWord(folder, guardWords) })
}

// isMockFile reports whether the name of a file says that it holds mocks.
func isMockFile(name string) bool {
	base := strings.TrimSuffix(filepath.Base(name), ".go")
	return strings.HasSuffix(base, "_mock") || strings.HasSuffix(base, "_mocks") || strings.HasPrefix(base, "mock_") || base == "mock" || base == "mocks" || strings.HasSuffix(base, "_moq")
}

// isGeneratorFile reports whether the name of a file says that it generates code.
func isGeneratorFile(name string) bool {
	words := Words(strings.TrimSuffix(filepath.Base(name), ".go"))
	return len(words) > 0 && slices.Contains([]string{"gen", "codegen"}, words[0])
}

// isTestSupportName reports whether the name of a package or type says that it
// serves tests.
func isTestSupportName(name string) bool {
	name = strings.ToLower(strings.TrimSuffix(path.Base(name), ".test"))
	for _, word := range []string{"mock", "fake"} {
		if strings.HasPrefix(name, word) || strings.HasSuffix(name, word) || strings.HasSuffix(name, word+"s") {
			return true
		}
	}
	switch name {
	case "fixtures", "testutil", "testutils", "testhelper", "testhelpers", "testing", "testdata", "testsupport", "testlib", "e2e":
		return true
	}
	return strings.HasSuffix(name, "test") && !notTests[name]
}

// notTests are words that end like the name of a package of test helpers.
var notTests = map[string]bool{
	"test": true, "_test": true, "attest": true, "contest": true, "protest": true, "latest": true,
	"fastest": true, "shortest": true, "greatest": true, "lightest": true, "tightest": true, "hottest": true,
}
