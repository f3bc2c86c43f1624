package concatloop

import "net/http"

// The string starts anew now and then, so that it stays short: that is worth a
// word only where it is known to happen often.

// nope: one address is split for a request
func handle(w http.ResponseWriter, r *http.Request) {
	var words []string
	word := ""
	for _, c := range r.URL.Path {
		if c == '/' {
			words = append(words, word)
			word = ""
		} else {
			word += string(c)
		}
	}
	split(words)
}

//zenith:hot
func handleWithClosure(w http.ResponseWriter, r *http.Request) {
	var words []string
	word := ""
	flush := func() {
		if word != "" {
			words = append(words, word)
			word = ""
		}
	}
	for _, c := range r.URL.Path {
		if c == '/' {
			flush()
			continue
		}
		word += string(c) // want `string word grows by \+= in the loop`
	}
	split(words)
}

// nope: nobody is seen to call it for a request
func Split(text string) (words []string) {
	word := ""
	for _, c := range text {
		if c == ' ' {
			words = append(words, word)
			word = ""
			continue
		}
		word += string(c)
	}
	return append(words, word)
}

func split([]string) {}
