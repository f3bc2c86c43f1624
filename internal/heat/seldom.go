package heat

import (
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// seldomWords are words in the names of functions and packages that requests
// reach, yet few of them: administration, diagnosis, sessions.
var seldomWords = []string{
	"admin", "backup", "bootstrap", "challenge", "config", "configure", "connect", "console", "debug", "devserver", "diagnose", "diagnostic", "diagnostics", "discover", "dump",
	"handshake", "health", "healthz", "import", "importer", "imports", "inspect", "install", "installer", "livez", "login", "logout", "maintenance", "monitoring", "pprof", "readyz",
	"rebuild", "register", "registration", "reindex", "reload", "rescan", "restart", "restore", "resync", "settings", "setup", "shutdown", "signin", "signup", "snapshot", "test", "updater", "upgrade", "version",
}

// seldomParts are the same where they are part of a word: "OIDCLogin".
var seldomParts = []string{"authn", "captcha", "oauth", "oidc", "passkey", "password", "saml", "totp"}

// failWords are words in the names of functions that answer a request that
// failed, and of what they answer. Few requests fail where it is busy.
var failWords = []string{"err", "error", "errors", "fail", "failed", "failure", "problem"}

// Seldom reports whether the chain goes through a function whose route or name, or
// the name of its file, says that requests come there seldom: administration, diagnosis,
// sessions, failures. Of several chains, [Solution.At] gives one that does not.
func (h Heat) Seldom() bool {
	return h.rarity == seldom || len(h.Chain) > 0 && isAboutServer(h.Chain[0].What) || slices.ContainsFunc(h.Chain, func(step Step) bool {
		if inSeldomFile(step.Pos) {
			return true
		}
		for name := range strings.FieldsSeq(step.What) {
			if strings.Contains(name, ".") && IsSeldom(name) {
				return true
			}
		}
		return false
	})
}

// aboutWords are the names of entry points that tell about the server itself, apart
// from verbs and the like in them.
var aboutWords, aboutVerbs = []string{"about", "echo", "info", "ping"}, []string{"get", "handle", "handler", "serve", "server", "api"}

// isAboutServer reports whether what an entry point is called, and nothing more,
// says that it tells about the server: "web.EchoHandler", "(*meta.Server).GetInfo".
func isAboutServer(what string) bool {
	name, _, _ := strings.Cut(what, " takes ")
	words := Words(name[strings.LastIndexByte(name, '.')+1:])
	words = slices.DeleteFunc(words, func(word string) bool { return slices.Contains(aboutVerbs, word) })
	return len(words) == 1 && slices.Contains(aboutWords, words[0])
}

// IsSeldom reports whether the qualified name of a function has a word that says
// that requests come there seldom, or that it tells what others do.
func IsSeldom(name string) bool {
	last := name[strings.LastIndexByte(name, '.')+1:]
	return isSeldom(name) || IsFailure(name) || startsWithWord(last, []string{"Trace"}) || exports(last)
}

// exports reports whether the name of a function says that it exports all there is of
// something. Export alone is what collectors of telemetry serve.
func exports(name string) bool {
	words := Words(name)
	return len(words) > 1 && slices.Contains(words, "export")
}

func isSeldom(name string) bool {
	lower := strings.ToLower(name)
	return hasWord(name, seldomWords) ||
		slices.ContainsFunc(seldomParts, func(part string) bool { return strings.Contains(lower, part) })
}

// IsFailure reports whether the name of a function or a type has a word that says
// that it is for what failed. A handler with something that answers errors,
// HandlerWithErrors, serves all requests.
func IsFailure(name string) bool {
	if i := strings.Index(strings.ToLower(name), "handlerwith"); i >= 0 {
		name = name[:i]
	}
	return hasWord(name, failWords)
}

func hasWord(name string, words []string) bool {
	return slices.ContainsFunc(Words(name), func(word string) bool { return slices.Contains(words, word) })
}

// inSeldomFile reports the same for the file that pos stands in: "users_admin.go", or
// "monitor.go", whereas a function called so may watch anything.
// That for errors may have anything that returns some.
func inSeldomFile(pos token.Position) bool {
	name := strings.TrimSuffix(filepath.Base(pos.Filename), ".go")
	return name != "" && (isSeldom(name) || hasWord(name, []string{"monitor"}))
}

// changeWords are words in the names of entry points that change something that
// lasts: of most services there are many more requests that read.
var changeWords = []string{
	"add", "approve", "cancel", "clear", "confirm", "create", "delete", "disable", "edit", "enable", "insert", "invite", "modify", "move", "patch", "pause", "put", "reject", "remove", "rename", "reorder", "replace", "reset",
	"revoke", "save", "set", "start", "stop", "submit", "terminate", "toggle", "unpause", "update",
}

// changeNames are the names of functions that requests for changes lead to.
var changeNames = []string{"Create", "Delete", "Start", "Stop"}

// Changes reports whether the chain starts at an entry point whose route or name says
// that it changes something, or goes through a function that is called Create, Delete,
// Start or Stop. Behind a literal, which wraps handlers, the function that it calls is
// the entry point. Of several chains, [Solution.At] gives one that does not.
func (h Heat) Changes() bool {
	if h.rarity == changing {
		return true
	}
	entry := 0
	if len(h.Chain) > 1 && strings.Contains(h.Chain[0].What, " func literal in ") {
		entry = 1
	}
	for i, step := range h.Chain {
		for name := range strings.FieldsSeq(step.What) {
			if strings.Contains(name, ".") && (i <= entry && isChange(name) || slices.Contains(changeNames, name[strings.LastIndexByte(name, '.')+1:])) {
				return true
			}
		}
	}
	return false
}

// isChange reports whether the name of a function, without its package and
// receiver, has one of these words.
func isChange(name string) bool {
	name = name[strings.LastIndex(name, ".")+1:]
	return hasWord(name, changeWords)
}

// Words splits a qualified name into its words in lower case: "api.handleConfig"
// is three, as is "api.OIDCLogin".
func Words(name string) []string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		switch {
		case i == 0:
		case !unicode.IsLetter(r) || unicode.IsUpper(r) && unicode.IsLower(runes[i-1]),
			unicode.IsUpper(r) && unicode.IsUpper(runes[i-1]) && i+1 < len(runes) && unicode.IsLower(runes[i+1]):
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.FieldsFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) })
}
