package fix

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Write replaces the contents of file, of which before was read, by after. The
// file keeps its mode, a symbolic link stays one, and the contents are never
// half written: they go to a temporary file in the same directory that then
// takes the file's name.
func Write(file string, before, after []byte) error {
	target, err := filepath.EvalSymlinks(file)
	if err != nil {
		return reason(err)
	}
	// Renaming would replace a read-only file too, which its owner did not ask
	// for.
	f, err := os.OpenFile(target, os.O_RDWR, 0)
	if err != nil {
		return reason(err)
	}
	f.Close()
	now, err := os.ReadFile(target)
	if err != nil {
		return reason(err)
	}
	if !bytes.Equal(now, before) {
		return errors.New("it changed in the meantime")
	}
	info, err := os.Stat(target)
	if err != nil {
		return reason(err)
	}
	return replace(target, after, info.Mode())
}

func replace(target string, contents []byte, mode fs.FileMode) (err error) {
	tmp, err := os.CreateTemp(filepath.Dir(target), ".zenithlint-*")
	if err != nil {
		return fmt.Errorf("cannot create a file in its directory: %w", reason(err))
	}
	defer func() {
		if err != nil {
			os.Remove(tmp.Name())
		}
	}()
	_, err = tmp.Write(contents)
	if err = errors.Join(err, tmp.Chmod(mode.Perm()), tmp.Close()); err != nil {
		return reason(err)
	}
	if err := os.Rename(tmp.Name(), target); err != nil {
		return reason(err)
	}
	return nil
}

// reason returns what went wrong without the path, which the caller names.
func reason(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}
