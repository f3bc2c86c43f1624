// Cacheprog is a GOCACHEPROG that keeps everything in a directory, as one on a
// network would for a fleet. It appends the commands that it was given to the
// file "log" there.
package main

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

type request struct {
	ID       int64
	Command  string
	ActionID []byte
	OutputID []byte
	BodySize int64
}

type response struct {
	ID            int64
	Err           string   `json:",omitempty"`
	KnownCommands []string `json:",omitempty"`
	Miss          bool     `json:",omitempty"`
	OutputID      []byte   `json:",omitempty"`
	Size          int64    `json:",omitempty"`
	DiskPath      string   `json:",omitempty"`
}

func main() {
	if err := serve(os.Args[1], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "cacheprog:", err)
		os.Exit(1)
	}
}

func serve(store string, in io.Reader, out io.Writer) error {
	log, err := os.OpenFile(filepath.Join(store, "log"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	defer log.Close()
	requests, responses := json.NewDecoder(bufio.NewReader(in)), json.NewEncoder(out)
	if err := responses.Encode(response{KnownCommands: []string{"get", "put", "close"}}); err != nil {
		return err
	}
	for {
		var req request
		if err := requests.Decode(&req); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		var body []byte // base64 in JSON, a value of its own behind the request
		if req.Command == "put" && req.BodySize > 0 {
			if err := requests.Decode(&body); err != nil {
				return err
			}
		}
		resp, err := answer(store, req, body)
		if err != nil {
			resp.Err = err.Error()
		}
		command := req.Command
		if resp.Miss {
			command = "miss"
		}
		fmt.Fprintln(log, command)
		resp.ID = req.ID
		if err := responses.Encode(resp); err != nil || req.Command == "close" {
			return err
		}
	}
}

// answer keeps the output of an action in a file, and its name beside it.
func answer(store string, req request, body []byte) (response, error) {
	action := filepath.Join(store, hex.EncodeToString(req.ActionID))
	switch req.Command {
	case "put":
		file := action + "-body"
		if err := os.WriteFile(file, body, 0o666); err != nil {
			return response{}, err
		}
		return response{DiskPath: file}, os.WriteFile(action, req.OutputID, 0o666)
	case "get":
		output, err := os.ReadFile(action)
		if err != nil {
			return response{Miss: true}, nil
		}
		info, err := os.Stat(action + "-body")
		if err != nil {
			return response{Miss: true}, nil
		}
		return response{OutputID: output, Size: info.Size(), DiskPath: action + "-body"}, nil
	}
	return response{}, nil
}
