// Package cqrs is a stub of the framework, for fixtures.
package cqrs

import "context"

type CommandHandler interface{ HandlerName() string }

type EventHandler interface{ HandlerName() string }

type GroupEventHandler interface{ HandlerName() string }

func NewCommandHandler[Command any](name string, f func(ctx context.Context, cmd *Command) error) CommandHandler {
	return nil
}

func NewEventHandler[T any](name string, f func(ctx context.Context, event *T) error) EventHandler {
	return nil
}

func NewGroupEventHandler[T any](f func(ctx context.Context, event *T) error) GroupEventHandler {
	return nil
}
