package web

import "net/http"

func allUsers(w http.ResponseWriter, r *http.Request) { inFile() }
