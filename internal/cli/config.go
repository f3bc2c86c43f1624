package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/zenithlint/zenithlint/internal/config"
	"github.com/zenithlint/zenithlint/internal/output"
)

// configure sets the options of the rules that the configuration file gives
// and no flag does. It returns an exit code other than exitClean after it told
// about a mistake in the file.
func (c *Command) configure(s *settings) (int, error) {
	cfg, err := config.Find(s.dir)
	if err == nil {
		err = cfg.Apply(c.Rules, func(rule, option string) bool { return s.given[rule+"."+option] })
	}
	mistake := new(config.Error)
	if !errors.As(err, &mistake) {
		s.config = cfg
		return exitClean, err
	}
	c.warn("%s", mistake)
	fmt.Fprint(c.Stderr, mistake.Snippet())
	return exitError, nil
}

// config prints the configuration that counts, as a file that says the same,
// or the schema of such files.
func (c *Command) config(w io.Writer, s *settings) error {
	switch args := s.args[1:]; {
	case len(args) == 1 && args[0] == "schema":
		_, err := w.Write(config.Schema(c.Rules))
		return err
	case len(args) > 0:
		return fmt.Errorf("zenithlint config %s: want config, or config schema", strings.Join(args, " "))
	}
	if file := s.config.File(); file != "" {
		c.warn("configured by %s", output.Path(s.dir, file))
	}
	return s.config.Render(w)
}
