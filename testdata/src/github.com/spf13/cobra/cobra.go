// Package cobra is a stub of the framework, for fixtures.
package cobra

type Command struct {
	Use  string
	Run  func(cmd *Command, args []string)
	RunE func(cmd *Command, args []string) error
}

func (*Command) Execute() error { return nil }
