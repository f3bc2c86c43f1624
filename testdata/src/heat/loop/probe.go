// Package loop shows which loops count: those that are not provably short, do
// not wait and do not retry.
package loop

func probe() {}
