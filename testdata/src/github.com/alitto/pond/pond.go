// Package pond is a stub of the pool, for fixtures.
package pond

type WorkerPool struct{}

func New(workers, capacity int) *WorkerPool { return nil }

func (*WorkerPool) Submit(task func()) {}
func (*WorkerPool) StopAndWait()       {}
func (*WorkerPool) Group() *TaskGroup  { return nil }

type TaskGroup struct{}

func (*TaskGroup) Submit(task func()) {}
func (*TaskGroup) Wait()              {}
