// Package guard holds code under a condition that is off in production.
package guard

import (
	"context"
	"log/slog"
	"net/http"
)

func probe() string { return "" }

const debug = false

const speed uint8 = 1

const wide = true

var verboseMode bool

type logger struct{ level int }

func (l *logger) V(level int) bool          { return false }
func (l *logger) IsLevelEnabled(n int) bool { return false }
func (l *logger) Enabled() bool             { return false }
func (l *logger) IsTrace() bool             { return false }
func (l *logger) AtLeast(n int) bool        { return false }
func (l *logger) Debug(args ...any)         {}
func (l *logger) GetLevel() int             { return l.level }

const DebugLevel = 5

type features struct{}

func (features) Enabled(name string) bool { return true }

type server struct {
	log      *logger
	slog     *slog.Logger
	Debug    bool
	features features
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if debug {
		probe() // want `^cold: debug guard$`
	}
	if speed == 0 {
		probe() // want `^cold: switched off$`
	}
	if r.Body != nil && !wide {
		probe() // want `^cold: switched off$`
	}
	if wide || r.Body != nil {
		probe() // want `^request: .*`
	} else {
		probe() // want `^cold: switched off$`
	}
	if speed > 0 && r.Body != nil {
		probe() // want `^request: .*`
	} else {
		probe() // want `^request: .*`
	}
	if verboseMode && r.Body != nil {
		probe() // want `^cold: debug guard$`
	}
	if s.Debug {
		probe() // want `^cold: debug guard$`
		for range r.Header {
			probe() // want `^cold: debug guard$`
		}
	}
	if s.log.V(2) {
		probe() // want `^cold: debug guard$`
	}
	if s.log.Enabled() {
		probe() // want `^cold: debug guard$`
	}
	if s.log.IsLevelEnabled(DebugLevel) {
		probe() // want `^cold: debug guard$`
	}
	if s.log.GetLevel() >= DebugLevel {
		probe() // want `^cold: debug guard$`
	}
	if s.slog.Enabled(context.Background(), slog.LevelDebug) {
		probe() // want `^cold: debug guard$`
	}
	if s.log.AtLeast(DebugLevel) {
		probe() // want `^cold: debug guard$`
	}
	if debugEnabled() {
		probe() // want `^cold: debug guard$`
	}
	if s.log.IsTrace() {
		s.log.Debug(describe(r))
		s.log.Debug(both(r))
	}
	both(r)
	// The other branch is production.
	if s.Debug {
		return
	} else {
		probe() // want `^request: `
	}
	if !s.Debug {
		probe() // want `^request: `
	}
	// Switches of features are on where the feature is used.
	if s.features.Enabled("fast") {
		probe() // want `^request: `
	}
	// Nor does a debug call without a guard keep its arguments from being made.
	s.log.Debug(probe()) // want `^request: `
}

func debugEnabled() bool { return debug }

// Nothing but the guard above calls it: that it takes the request is no evidence.
func describe(r *http.Request) string {
	return probe() + r.Method // want `^setup: only called from set-up code$`
}

// One of its calls is not guarded.
func both(r *http.Request) string {
	return probe() + r.Method // want `^request: `
}

// Nobody is seen to call it: a request says enough.
func unseen(r *http.Request) string {
	return probe() + r.Method // want `^request: `
}
