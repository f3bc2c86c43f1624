package web

import (
	"net/http"
	"regexp"
)

// redirects are the addresses of the shop's first version.
var redirects []redirect

type redirect struct {
	old *regexp.Regexp
	new string
}

func init() {
	for _, r := range [][2]string{
		{`^/shop/item/([a-z0-9-]+)\.html$`, "/books/$1"},
		{`^/shop/?$`, "/books"},
	} {
		redirects = append(redirects, redirect{regexp.MustCompile(r[0]), r[1]})
	}
	redirects = append(redirects, redirect{regexp.MustCompile(`^/rss(\.php)?$`), "/feed.xml"})
}

// redirected sends visitors of old addresses to the new ones.
func redirected(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, to := range redirects {
			if to.old.MatchString(r.URL.Path) {
				http.Redirect(w, r, to.old.ReplaceAllString(r.URL.Path, to.new), http.StatusMovedPermanently)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}
