package cli

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/zenithlint/zenithlint/internal/output"
	"github.com/zenithlint/zenithlint/internal/suggest"
)

const usage = `zenithlint finds performance red flags in Go code that runs often.

Usage:
  zenithlint [flags] [packages]   analyse packages; ./... if none is named
  zenithlint [flags] file.go ...  analyse their packages, report what is in them
  zenithlint help [rule]          this text, or all about a rule
  zenithlint rules                the table of rules
  zenithlint baseline write|update|prune [packages]
                                  list the findings there are; add what is new
                                  and take off what is gone; only take off
  zenithlint suppress -reason "..." [packages]
                                  add a //zenith:ignore for each finding; -diff
                                  shows them
  zenithlint config               the configuration that counts here
  zenithlint config schema        the JSON schema of .zenithlint.yml

What to analyse:
  -C dir              run in dir; paths are relative to it
  -tags list          build tags, separated by commas
  -test=false         leave test files out: benchmarks are evidence of heat
  -whole-packages     of named files, report all that is in their packages

Which findings:
  -<rule>             run only the rules named so
  -<rule>=false       leave a rule out
  -<rule>.<option>    set an option of a rule; zenithlint help <rule> lists them
  -directive          run only the check of suppression comments;
                      -directive=false leaves it out
  -level level        lowest level shown: warning (heat is proved, the default)
                      or notice (heat is only likely)
  -baseline file      hide what the file lists; baseline commands change it
                      (.zenithlint-baseline.jsonl if it is not given)
  -new-from rev       hide what the git revision has too; main... is the commit
                      where this branch left main

What to do with them:
  -fix                apply the fixes and print what remains
  -diff               print the fixes as a unified diff and change nothing
  -reason text        why suppress adds directives
  -format name        print in this format; full if none is given
  -format name=file   write this format to a file; repeat it for more formats
  -json               the same as -format=json
  -c n                show n lines of source around each finding
  -timing             print what took how long
  -version            print the version

Formats:
  full, concise       for people; for editors, a line for each finding
  json, json-lines    all there is to know, as one document or an object a line
  sarif               GitHub code scanning and others: SARIF 2.1.0
  github              annotations of a GitHub workflow
  gitlab              GitLab code quality
  rdjson              reviewdog
  junit, checkstyle   test reports and checks of other CI systems
  markdown            a summary, as for a GitHub job: file $GITHUB_STEP_SUMMARY
  Paths are relative to -C; in sarif, github and gitlab to the repository.

Exit code: 0 nothing found; 1 findings, or a diff; 2 wrong usage, packages that
do not compile, or an internal error.

Also in go vet: go vet -vettool=$(which zenithlint) ./...
`

// help writes the usage, or the page of the rule that args name.
func (c *Command) help(w io.Writer, args []string) error {
	switch len(args) {
	case 0:
		_, err := io.WriteString(w, usage)
		return err
	case 1:
	default:
		return errors.New("help takes one rule: zenithlint rules lists them")
	}
	var names []string
	for _, a := range c.Rules {
		if a.Name == args[0] {
			return output.Page(w, a, c.color(), c.width())
		}
		names = append(names, a.Name)
	}
	if near := suggest.Nearest(args[0], names); near != "" {
		return fmt.Errorf("unknown rule %q: did you mean %s?", args[0], near)
	}
	return fmt.Errorf("unknown rule %q: zenithlint rules lists them", args[0])
}

// rules writes the table of rules.
func (c *Command) rules(w io.Writer, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("rules takes no arguments: zenithlint help %s shows a rule", args[0])
	}
	return output.Rules(w, c.Rules)
}

// version says which zenithlint this is.
func version() string {
	return fmt.Sprintf("zenithlint %s %s %s/%s", moduleVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// moduleVersion returns the version of the binary, as the go command recorded
// it.
func moduleVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
