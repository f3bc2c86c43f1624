// Package rpc holds the entry points of remote procedure frameworks.
package rpc

func probe() {}
