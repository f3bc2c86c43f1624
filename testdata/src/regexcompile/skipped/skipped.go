// Package skipped has files that are not reported on, or not edited.
package skipped
