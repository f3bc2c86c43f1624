package helper

import (
	"context"
	"errors"
	"fmt"
)

var errPending = errors.New("pending")

// nope: who calls it goes no further once it has started one
func orFail(name string) error {
	if name == "" {
		return nil
	}
	go deliver(name)
	return errPending
}

// nope: whatever the error
func orFailNamed(name string) (int, error) {
	if name != "" {
		go deliver(name)
		return 0, fmt.Errorf("%s is pending", name)
	}
	return 1, nil
}

// it may be nil
func andMore(name string) error {
	go deliver(name) // want `each call of andMore leaves a goroutine behind`
	return deliver(name + "2")
}

// the error is not that of what it started
func orStart(name string) error {
	if name != "" {
		go deliver(name) // want `each call of orStart leaves a goroutine behind`
		return nil
	}
	return errPending
}

func callsFailing(ctx context.Context) error {
	names, _ := list(ctx)
	for _, name := range names {
		if err := orFail(name); err != nil {
			return err
		}
		if _, err := orFailNamed(name); err != nil {
			return err
		}
		if err := andMore(name); err != nil {
			return err
		}
		if err := orStart(name); err != nil {
			return err
		}
	}
	return nil
}
