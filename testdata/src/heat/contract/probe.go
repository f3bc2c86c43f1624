// Package contract holds methods and callbacks that the standard library calls
// often: per request or per element.
package contract

func probe() {}
