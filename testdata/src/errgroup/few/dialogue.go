package few

import (
	"bufio"
	"io"
	"net/http"
	"os/exec"
)

// nope: a program asks, and goes on when it is answered
func converse(name string) error {
	cmd := exec.Command(name)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		go reply(stdin, lines.Text())
	}
	return cmd.Wait()
}

func reply(w io.Writer, question string) error {
	resp, err := http.Get(question)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(w, resp.Body)
	return err
}

// what a program prints may be anything
func fetchPrinted(name string) error {
	cmd := exec.Command(name)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		go http.Get(lines.Text()) // want `a goroutine starts for each element of what lines yields`
	}
	return cmd.Wait()
}

// although another one is written to
func fetchOther(name string) error {
	cmd, other := exec.Command(name), exec.Command("sort")
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if _, err := other.StdinPipe(); err != nil {
		return err
	}
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		go http.Get(lines.Text()) // want `a goroutine starts for each element of what lines yields`
	}
	return cmd.Wait()
}
