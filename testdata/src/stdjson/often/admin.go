package often

import "net/http"

func (s *server) all(w http.ResponseWriter, r *http.Request) {
	for text := range r.Header {
		s.decodeOrder(text)
	}
}
