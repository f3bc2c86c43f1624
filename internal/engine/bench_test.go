package engine_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"

	"github.com/zenithlint/zenithlint/analyzers"
	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/rule"
)

// childEnv tells the test binary to do one measured run and print a sample:
// peak memory can be read only in a process of its own.
const childEnv = "ZENITHLINT_BENCH_CHILD"

// sample is what one run cost.
type sample struct {
	Seconds float64
	Bytes   uint64 // obtained from the system, which never shrinks: the peak
}

func TestMain(m *testing.M) {
	if spec := os.Getenv(childEnv); spec != "" {
		child(spec)
		return
	}
	os.Exit(m.Run())
}

// child measures "load pattern..." or "run pattern..." in the GOROOT.
func child(spec string) {
	what, patterns, _ := strings.Cut(spec, " ")
	opts := engine.Options{
		Dir:       filepath.Join(runtime.GOROOT(), "src"),
		Patterns:  strings.Fields(patterns),
		Tests:     true,
		Analyzers: analyzers.All,
		Level:     rule.Notice,
	}
	start := time.Now()
	var err error
	if what == "load" {
		_, err = packages.Load(&packages.Config{Mode: engine.Mode, Dir: opts.Dir, Tests: true}, opts.Patterns...)
	} else {
		_, err = engine.Run(context.Background(), opts)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	json.NewEncoder(os.Stdout).Encode(sample{time.Since(start).Seconds(), m.Sys})
}

// BenchmarkRun compares a whole run with the bare loading of the same packages:
// at most 1.5 times the time and 1.3 times the memory. The first iteration
// compiles export data into the build cache; use -benchtime=5x or more.
func BenchmarkRun(b *testing.B) {
	exe, err := os.Executable()
	require.NoError(b, err)
	for _, patterns := range []string{"net/http/...", "cmd/go/...", "go/..."} {
		for _, what := range []string{"load", "run"} {
			b.Run(strings.TrimSuffix(patterns, "/...")+"/"+what, func(b *testing.B) {
				var total sample
				for b.Loop() {
					cmd := exec.Command(exe)
					cmd.Env = append(os.Environ(), childEnv+"="+what+" "+patterns)
					cmd.Stderr = os.Stderr
					out, err := cmd.Output()
					require.NoError(b, err)
					var s sample
					require.NoError(b, json.Unmarshal(out, &s))
					total.Seconds += s.Seconds
					total.Bytes = max(total.Bytes, s.Bytes)
				}
				b.ReportMetric(total.Seconds/float64(b.N), "s/run")
				b.ReportMetric(float64(total.Bytes)/1e6, "MB-peak")
			})
		}
	}
}
