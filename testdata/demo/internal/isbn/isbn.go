// Package isbn reads and checks book numbers.
package isbn

import (
	"regexp"
	"strings"
)

var shape = regexp.MustCompile(`^97[89]\d{10}$`)

// Normalize removes what publishers put between the digits, and the label
// before them: "ISBN 978-0-13-419044-0" becomes "9780134190440".
func Normalize(s string) string {
	separators := regexp.MustCompile(`(?i)^isbn(-1[03])?:?|[\s\p{Pd}.]+`)
	return strings.ToUpper(separators.ReplaceAllString(strings.TrimSpace(s), ""))
}

// Valid reports whether s is a normalized ISBN-13 with a correct check digit.
func Valid(s string) bool {
	if !shape.MatchString(s) {
		return false
	}
	sum := 0
	for i := range s {
		sum += int(s[i]-'0') * (1 + i%2*2)
	}
	return sum%10 == 0
}
