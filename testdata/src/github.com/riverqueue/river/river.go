// Package river is a stub of the job queue, for fixtures.
package river

type JobArgs interface{ Kind() string }

type Job[T JobArgs] struct{ Args T }

type WorkerDefaults[T JobArgs] struct{}
