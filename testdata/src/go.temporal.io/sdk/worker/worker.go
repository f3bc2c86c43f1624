// Package worker is a stub of the SDK, for fixtures.
package worker

import "go.temporal.io/sdk/activity"

type WorkflowRegistry interface{ RegisterWorkflow(w any) }

type ActivityRegistry interface {
	RegisterActivity(a any)
	RegisterActivityWithOptions(a any, options activity.RegisterOptions)
}

type Registry interface {
	WorkflowRegistry
	ActivityRegistry
}

type Worker interface {
	Registry
	Start() error
}
