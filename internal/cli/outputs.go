package cli

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/zenithlint/zenithlint/internal/engine"
	"github.com/zenithlint/zenithlint/internal/output"
	"github.com/zenithlint/zenithlint/internal/suggest"
)

// target is a format and where it goes.
type target struct {
	format string
	file   string // empty: stdout
}

// parseTarget reads the value of -format: FORMAT or FORMAT=FILE.
func parseTarget(v string) (target, error) {
	name, file, toFile := strings.Cut(v, "=")
	if output.Formats[name] == nil {
		if near := suggest.Nearest(name, output.Names()); near != "" {
			return target{}, fmt.Errorf("did you mean %s?", near)
		}
		return target{}, fmt.Errorf("want one of %s", strings.Join(output.Names(), ", "))
	}
	if toFile && file == "" {
		return target{}, errors.New("name the file behind the equals sign")
	}
	return target{name, file}, nil
}

// setTargets settles what is written where.
func (s *settings) setTargets() error {
	if s.diff && (s.json || len(s.targets) > 0) {
		return errors.New("-diff prints a diff: leave out -json and -format")
	}
	if s.json && !s.prints("json") {
		s.targets = append(s.targets, target{format: "json"})
	}
	if len(s.targets) == 0 {
		s.targets = []target{{format: "full"}}
	}
	taken := make(map[string]string) // formats by file
	for _, t := range s.targets {
		other, ok := taken[t.file]
		switch taken[t.file] = t.format; {
		case ok && t.file == "":
			return fmt.Errorf("-format=%s and -format=%s would both be printed: give one a file, as in -format=%s=FILE", other, t.format, t.format)
		case ok:
			return fmt.Errorf("-format=%s and -format=%s have the same file %s: give each its own", other, t.format, t.file)
		}
	}
	return nil
}

// prints reports whether the format goes to stdout.
func (s *settings) prints(format string) bool {
	for _, t := range s.targets {
		if t == (target{format: format}) {
			return true
		}
	}
	return false
}

// report writes the result to all targets and returns the exit code. Files are
// written first: a reader of stdout may leave early, and the process end there.
func (c *Command) report(s *settings, out *bufio.Writer, result *engine.Result) (int, error) {
	r := output.Report{
		Findings: result.Findings,
		Errors:   result.Errors,
		Packages: result.Packages,
		Rules:    s.rules,
		Version:  moduleVersion(),
		Dir:      s.dir,
		Root:     repository(s.dir),
		Source:   os.ReadFile,
		Context:  s.context,
		Width:    plainWidth,
	}
	failed := false
	for _, t := range s.targets {
		if t.file == "" {
			continue
		}
		if err := writeTarget(s.dir, t, &r); err != nil {
			c.warn("cannot write %s: %v", t.file, err)
			failed = true
		}
	}
	r.Color, r.Width = c.color(), c.width()
	for _, t := range s.targets {
		if t.file != "" {
			continue
		}
		if err := output.Formats[t.format](out, &r); err != nil {
			return exitError, err
		}
	}
	code := c.conclude(s, out, result, len(result.Findings) > 0)
	if failed {
		code = exitError
	}
	return code, nil
}

// repository returns the root of the git repository that dir belongs to, or dir
// if there is none.
func repository(dir string) string {
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(filepath.Join(d, ".git")); err == nil {
			return d
		}
		if d == filepath.Dir(d) {
			return dir
		}
	}
}

// writeTarget renders r into the file of t, which is relative to dir.
func writeTarget(dir string, t target, r *output.Report) error {
	var b bytes.Buffer
	if err := output.Formats[t.format](&b, r); err != nil {
		return err
	}
	file := t.file
	if !filepath.IsAbs(file) {
		file = filepath.Join(dir, file)
	}
	return reason(replaceFile(file, b.Bytes()))
}

// reason drops operation and path from an error of package os: the path is
// known, and a temporary one would only confuse.
func reason(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}

// replaceFile makes contents those of file. What is no regular file, such as a
// pipe, is written to.
func replaceFile(file string, contents []byte) error {
	info, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return rename(file, contents, 0)
	}
	if err != nil {
		return err
	}
	// Renaming would replace a read-only file too, which its owner did not ask
	// for.
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		_, err = f.Write(contents)
		return errors.Join(err, f.Close())
	}
	f.Close()
	real, err := filepath.EvalSymlinks(file) // so that a link stays one
	if err != nil {
		return err
	}
	return rename(real, contents, info.Mode().Perm())
}

// rename writes contents to a temporary file that then takes the name file, so
// that it is never half written. Mode 0 is that of a new file.
func rename(file string, contents []byte, mode fs.FileMode) (err error) {
	tmp := filepath.Join(filepath.Dir(file), ".zenithlint-"+rand.Text())
	f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(tmp)
		}
	}()
	if mode != 0 {
		err = f.Chmod(mode)
	}
	if err == nil {
		_, err = f.Write(contents)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(tmp, file)
}
