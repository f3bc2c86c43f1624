package fix

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/finding"
)

// world stands in for the engine: each word that rules names is a finding whose
// fix replaces it, and a file that holds the word "broken" does not compile.
type world struct {
	disk  map[string]string
	rules map[string]string
	runs  int
}

func (w *world) read(file string) ([]byte, error) {
	src, ok := w.disk[file]
	if !ok {
		return nil, errors.New("no such file")
	}
	return []byte(src), nil
}

func (w *world) analyze(overlay Overlay) (*engine.Result, error) {
	w.runs++
	res := new(engine.Result)
	for _, file := range slices.Sorted(maps.Keys(w.disk)) {
		src := w.disk[file]
		if text, ok := overlay[file]; ok {
			src = string(text)
		}
		pkg, _, _ := strings.Cut(file, "/")
		if strings.Contains(src, "broken") {
			res.Errors = append(res.Errors, finding.Error{Package: pkg + " [" + pkg + ".test]", File: file + "x", Message: "does not compile"})
			continue
		}
		for _, word := range slices.Sorted(maps.Keys(w.rules)) {
			for at := 0; strings.Contains(src[at:], word); {
				start := at + strings.Index(src[at:], word)
				at = start + len(word)
				res.Findings = append(res.Findings, finding.Finding{
					Rule: word, File: file, Package: pkg, Line: start, Message: "say something else",
					Fix: &finding.Fix{Message: "Say it", File: file, Edits: []finding.Edit{{Start: start, End: at, NewText: w.rules[word]}}},
				})
			}
		}
	}
	slices.SortStableFunc(res.Findings, func(a, b finding.Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return res, nil
}

func run(t *testing.T, w *world) *Outcome {
	t.Helper()
	o, err := Run(w.analyze, w.read)
	require.NoError(t, err)
	return o
}

func texts(o Overlay) map[string]string {
	m := make(map[string]string)
	for file, text := range o {
		m[file] = string(text)
	}
	return m
}

func rulesOf(findings []finding.Finding) []string {
	var names []string
	for _, f := range findings {
		names = append(names, f.File+":"+f.Rule)
	}
	return names
}

func TestRunNothingToRepair(t *testing.T) {
	w := &world{disk: map[string]string{"p/a": "fine"}, rules: map[string]string{"bad": "good"}}
	o := run(t, w)
	assert.Empty(t, o.After)
	assert.Equal(t, 1, w.runs)
}

// A fix that overlaps another is made in the next round, and so is the fix of
// what a fix uncovers.
func TestRunRounds(t *testing.T) {
	w := &world{
		disk:  map[string]string{"p/a": "abc", "p/b": "one, fine", "p/c": "fine"},
		rules: map[string]string{"ab": "b", "bc": "y", "one": "two", "two": "three"},
	}
	o := run(t, w)
	assert.Equal(t, map[string]string{"p/a": "y", "p/b": "three, fine"}, texts(o.After))
	assert.Equal(t, "abc", string(o.Before["p/a"]))
	assert.Equal(t, []string{"p/a", "p/b"}, o.Files())
	assert.Equal(t, 4, o.Applied)
	assert.Empty(t, o.Result.Findings)
	assert.Empty(t, o.Dropped)
}

func TestRunStopsAfterSomeRounds(t *testing.T) {
	w := &world{disk: map[string]string{"p/a": "ping"}, rules: map[string]string{"ping": "pong", "pong": "ping"}}
	o := run(t, w)
	assert.Equal(t, map[string]string{"p/a": "ping"}, texts(o.After))
	assert.Equal(t, 1+maxRounds, w.runs)
	assert.Equal(t, []string{"p/a:ping"}, rulesOf(o.Left()))
}

// Only the fix that breaks its package is dropped: the others of its file, its
// package and of other packages are made.
func TestRunDropsTheGuilty(t *testing.T) {
	w := &world{
		disk:  map[string]string{"p/a": "bad worse bad", "p/b": "bad", "q/c": "bad"},
		rules: map[string]string{"bad": "good", "worse": "broken"},
	}
	o := run(t, w)
	assert.Equal(t, map[string]string{"p/a": "good worse good", "p/b": "good", "q/c": "good"}, texts(o.After))
	assert.Equal(t, []string{"p/a:worse"}, rulesOf(o.Dropped))
	assert.Equal(t, []string{"p/a:worse"}, rulesOf(o.Result.Findings), "still a finding")
	assert.Nil(t, o.Result.Findings[0].Fix, "and no fix on offer")
	assert.Empty(t, o.Left())
	assert.Equal(t, 4, o.Applied)
}

func TestRunAllGuilty(t *testing.T) {
	w := &world{disk: map[string]string{"p/a": "worse"}, rules: map[string]string{"worse": "broken"}}
	o := run(t, w)
	assert.Empty(t, o.After)
	assert.Equal(t, []string{"p/a:worse"}, rulesOf(o.Dropped))
}

// A package that did not compile in the first place says nothing about fixes.
func TestRunIgnoresWhatWasBroken(t *testing.T) {
	w := &world{
		disk:  map[string]string{"p/a": "broken bad", "q/b": "bad"},
		rules: map[string]string{"bad": "good"},
	}
	o := run(t, w)
	assert.Equal(t, map[string]string{"q/b": "good"}, texts(o.After))
	assert.Empty(t, o.Dropped)
	assert.Len(t, o.Result.Errors, 1)
}

// A fix that breaks the package of another file, where nothing is repaired.
func TestRunBreaksAnotherPackage(t *testing.T) {
	w := &world{
		disk:  map[string]string{"p/a": "bad worse", "q/b": "fine"},
		rules: map[string]string{"bad": "good", "worse": "evil"},
	}
	analyze := func(overlay Overlay) (*engine.Result, error) {
		res, err := w.analyze(overlay)
		if strings.Contains(string(overlay["p/a"]), "evil") {
			res.Errors = append(res.Errors, finding.Error{Package: "q", File: "q/b", Message: "undefined: worse"})
		}
		return res, err
	}
	o, err := Run(analyze, w.read)
	require.NoError(t, err)
	assert.Equal(t, map[string]string{"p/a": "good worse"}, texts(o.After))
	assert.Equal(t, []string{"p/a:worse"}, rulesOf(o.Dropped))
}

func TestRunErrors(t *testing.T) {
	boom := errors.New("boom")
	_, err := Run(func(Overlay) (*engine.Result, error) { return nil, boom }, nil)
	assert.Equal(t, boom, err)

	w := &world{disk: map[string]string{"p/a": "bad"}, rules: map[string]string{"bad": "good"}}
	_, err = Run(w.analyze, func(string) ([]byte, error) { return nil, boom })
	assert.Equal(t, boom, err)
}
