//go:build integration

package output

var inTest = tested{true, 1, false}
