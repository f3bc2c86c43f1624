package heat

import (
	"slices"
	"strings"
)

// PartWords name parts of a program. There are as many as somebody wrote down
// or set up, whatever holds them.
var PartWords = []string{
	"worker", "listener", "server", "provider", "plugin", "component", "module", "subsystem", "backend", "upstream",
	"endpoint", "peer", "replica", "shard", "broker", "queue", "store", "disk", "drive", "client", "conn", "handler",
	"hook", "runner", "watcher", "informer", "controller", "collector", "exporter", "sink", "querier", "reader", "writer",
	"loop", "processor", "scheduler", "monitor", "check", "signal", "iface", "interface", "pool", "manager", "subscriber",
	"observer", "callback", "func", "agent", "driver", "engine", "resolver", "notifier", "channel", "arg", "param", "step",
	"stage", "phase",
}

// Sounds reports whether the last word of a name, in singular, is one of words.
func Sounds(name string, words []string) bool {
	name = strings.ToLower(name)
	for _, end := range []string{"", "s", "es"} {
		base, ok := strings.CutSuffix(name, end)
		if ok && slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(base, w) }) {
			return true
		}
	}
	return false
}
