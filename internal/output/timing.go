package output

import (
	"fmt"
	"io"

	"github.com/zenithlint/zenithlint/internal/finding"
)

// Timing writes a table of what took how long.
func Timing(w io.Writer, phases []finding.Phase) {
	name, total := len("total"), 0.0
	for _, p := range phases {
		name = max(name, len(p.Name))
		total += p.Seconds
	}
	for _, p := range phases {
		fmt.Fprintf(w, "%-*s  %9.3fs  %3.0f%%\n", name, p.Name, p.Seconds, 100*p.Seconds/max(total, 1e-9))
	}
	fmt.Fprintf(w, "%-*s  %9.3fs\n", name, "total", total)
}
