package rare

import (
	"encoding/json"
	"net/http"
)

// nope: the name of the file says so
func users(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(r.Header)
}
