package gatemapped

import (
	"net/http"
	"strings"
)

func mapped(w http.ResponseWriter, r *http.Request) {
	_ = strings.Title("a")
//line other.rl:7
	_ = strings.Title("mapped")
}
