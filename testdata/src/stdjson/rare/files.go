package rare

import (
	"encoding/binary"
	"encoding/json"
	"io"
	"net/http"
	"os"
)

// nope: every caller passes a file, of which this is the head
func head(in io.Reader) (map[string][]int, error) {
	var size uint32
	if err := binary.Read(in, binary.LittleEndian, &size); err != nil {
		return nil, err
	}
	text := make([]byte, size)
	if _, err := io.ReadFull(in, text); err != nil {
		return nil, err
	}
	var m map[string][]int
	err := json.Unmarshal(text, &m)
	return m, err
}

// nope: a file, too
func tail(in io.Reader) (map[string][]int, error) {
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	var m map[string][]int
	err = json.Unmarshal(text, &m)
	return m, err
}

// nope: parts of a file
func parts(in *os.File) (all [][]string, err error) {
	var m map[string]json.RawMessage
	if err := json.NewDecoder(in).Decode(&m); err != nil {
		return nil, err
	}
	if first, ok := m["first"]; ok {
		var list []string
		err = json.Unmarshal(first, &list)
		all = append(all, list)
	}
	for name := range m {
		all = append(all, element(m, name))
	}
	for _, part := range m {
		var list []string
		err = json.Unmarshal(part, &list)
		all = append(all, list)
	}
	return all, err
}

func element(m map[string]json.RawMessage, name string) (list []string) {
	_ = json.Unmarshal(m[name], &list)
	return list
}

func heads(w http.ResponseWriter, r *http.Request, names []string) {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return
		}
		_, _ = head(f)
		_, _ = tail(f)
		_, _ = parts(f)
		f.Close()
	}
}

// nope: it is written to a file
func keepHeader(w http.ResponseWriter, r *http.Request, path string) {
	text, err := json.Marshal(r.Header)
	if err == nil {
		createFile(path, text)
	}
}

func createFile(path string, text []byte) {}

type verified struct{ ClientToken string }

// nope: what answers with a token is a log-in
func verify(r *http.Request, claims map[string][]string) (*verified, error) {
	text, err := json.Marshal(claims)
	return &verified{ClientToken: string(text)}, err
}
