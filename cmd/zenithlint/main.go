// Zenithlint finds performance red flags in Go code that runs often. Run
// "zenithlint help" for its usage; it is also a tool for go vet -vettool.
package main

import (
	"os"

	"github.com/zenithlint/zenithlint/analyzers"
	"github.com/zenithlint/zenithlint/internal/cli"
	"github.com/zenithlint/zenithlint/internal/vetface"
)

func main() {
	if args := os.Args[1:]; vetface.Asked(args) {
		vetface.Main(args, analyzers.All)
	} else {
		os.Exit(cli.Main(args))
	}
}
