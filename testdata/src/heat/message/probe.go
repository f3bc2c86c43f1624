// Package message holds the entry points of message queues, jobs and
// connections: a message or task counts as a request.
package message

func probe() {}
