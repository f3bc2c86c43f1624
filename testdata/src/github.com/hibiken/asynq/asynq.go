// Package asynq is a stub of the task queue, for fixtures.
package asynq

import "context"

type Task struct{}

func NewTask(typename string, payload []byte) *Task { return nil }

type Handler interface {
	ProcessTask(context.Context, *Task) error
}

type HandlerFunc func(context.Context, *Task) error

type ServeMux struct{}

func (*ServeMux) HandleFunc(pattern string, handler func(context.Context, *Task) error) {}
