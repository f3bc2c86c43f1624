package rare

import (
	"encoding/json"
	"net/http"
)

// nope: half of the file is about administration, and the rest is the answer of
// one handler
func usersOf(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(r.Header)
}

func groupsOf(w http.ResponseWriter, r *http.Request) {
	_ = json.NewEncoder(w).Encode(r.Header)
}

func routes() {
	http.HandleFunc("/admin/users", usersOf)
	http.HandleFunc("/groups", groupsOf)
}
