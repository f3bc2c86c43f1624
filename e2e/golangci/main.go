// Golangci is golangci-lint with zenithlint in it, for the end-to-end test of
// the plugin. golangci-lint is under the GPL: this program stands in a module of
// its own, and is not part of zenithlint.
package main

import (
	"fmt"
	"os"
	"runtime"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/zenithlint/zenithlint/golangci"
)

func main() {
	// The version "(devel)" makes golangci-lint salt its cache with a hash of
	// the executable, so that no result of an older plugin is served.
	info := commands.BuildInfo{Version: "(devel)", GoVersion: runtime.Version(), Commit: "?", Date: "(unknown)"}
	if err := commands.Execute(info); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitcodes.Failure)
	}
}
