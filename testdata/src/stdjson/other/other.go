package other

import "net/http"

type fast struct{}

func (fast) Marshal(any) ([]byte, error) { return nil, nil }

var json fast

// nope: not encoding/json
func otherPackage(w http.ResponseWriter, r *http.Request, books []string) {
	text, _ := json.Marshal(books)
	w.Write(text)
}
