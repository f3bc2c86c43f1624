// Package reconcile is a stub of the framework, for fixtures.
package reconcile

import "context"

type Request struct{ Namespace, Name string }

type Result struct{ Requeue bool }

type Reconciler interface {
	Reconcile(context.Context, Request) (Result, error)
}
