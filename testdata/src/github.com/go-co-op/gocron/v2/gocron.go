// Package gocron is a stub of the scheduler, for fixtures.
package gocron

import "time"

type Task func() int

type JobDefinition interface{ setup() }

type Job interface{ Name() string }

type Scheduler interface {
	NewJob(JobDefinition, Task) (Job, error)
}

func NewTask(function any, parameters ...any) Task     { return nil }
func DurationJob(duration time.Duration) JobDefinition { return nil }
