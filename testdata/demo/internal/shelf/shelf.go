// Package shelf sorts books onto the shelves that the configuration describes.
package shelf

import (
	"errors"
	"fmt"
	"regexp"
	"sync"
)

// ErrUnknown says that the configuration has no such shelf.
var ErrUnknown = errors.New("unknown shelf")

// Rules knows the pattern of each shelf. Patterns are compiled when a shelf is
// first looked at, and kept.
type Rules struct {
	exprs map[string]string // by shelf

	mu       sync.Mutex
	patterns map[string]*regexp.Regexp // by shelf
}

// NewRules returns the rules of a configuration.
func NewRules(exprs map[string]string) *Rules {
	return &Rules{exprs: exprs, patterns: make(map[string]*regexp.Regexp)}
}

// Pattern returns the expression that titles on the shelf match.
func (r *Rules) Pattern(shelf string) (*regexp.Regexp, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if re, ok := r.patterns[shelf]; ok {
		return re, nil
	}
	expr, ok := r.exprs[shelf]
	if !ok {
		return nil, fmt.Errorf("%w: %s", ErrUnknown, shelf)
	}
	re, err := regexp.Compile("(?i)" + expr)
	if err != nil {
		return nil, fmt.Errorf("shelf %s: %w", shelf, err)
	}
	r.patterns[shelf] = re
	return re, nil
}
