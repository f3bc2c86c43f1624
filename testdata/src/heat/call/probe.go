// Package call shows how heat flows along calls, and where it stops.
package call

func probe() {}
