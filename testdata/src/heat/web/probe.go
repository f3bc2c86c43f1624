// Package web holds the entry points of web frameworks: the probe in the body
// of an entry point is on a request path, the one around it is not.
package web

func probe() {}
