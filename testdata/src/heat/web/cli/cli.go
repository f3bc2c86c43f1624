// Package cli stands for a framework of command-line programs that serves its
// commands by HTTP, too.
package cli

import "net/http"

type Context struct {
	Args     []string
	Request  *http.Request
	Response http.ResponseWriter
}
