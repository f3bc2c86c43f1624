package regexcompile

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestQuote(t *testing.T) {
	for in, want := range map[string]string{
		"^a+$":                        "`^a+$`",
		"a\nb\tc":                     "`a\\nb\\tc`",
		"a`b":                         "\"a`b\"",
		strings.Repeat("x", maxShown): "`" + strings.Repeat("x", maxShown) + "`",
		"^" + strings.Repeat("é", maxShown) + "$": "`^" + strings.Repeat("é", 18) + "..." + strings.Repeat("é", 17) + "$`",
	} {
		assert.Equal(t, want, quote(in))
	}
}

func TestValid(t *testing.T) {
	assert.True(t, pattern{text: `\d+`}.valid())
	assert.False(t, pattern{`\d+`, true}.valid(), "a class of Perl")
	assert.False(t, pattern{text: `a{1001}`}.valid(), "too many repetitions")
	assert.False(t, pattern{text: `(`}.valid())
}

// What plainPattern says is compared with what the regexp does.
func TestPlainPattern(t *testing.T) {
	for expr, want := range map[string]string{
		`GET`:         "strings.Contains",
		`^GET `:       "strings.HasPrefix",
		`\AGET\b`:     "",
		`^\$GET`:      "strings.HasPrefix",
		`\.js$`:       "strings.HasSuffix",
		`^index\.js$`: "==",
		`.*GET.*`:     "strings.Contains",
		`^GET.*`:      "strings.HasPrefix",
		`.*GET$`:      "strings.HasSuffix",
		`(?s).*GET`:   "strings.Contains",
		`^.*GET`:      "", // no line break before it
		`GET.*$`:      "", // nor behind it
		`(?m)^GET`:    "",
		`(?i)get`:     "",
		`(GET)`:       "",
		`GE+T`:        "",
		`G|P`:         "",
		`^`:           "",
		`^$`:          "",
		``:            "",
		"\uFFFD":      "", // matches invalid UTF-8, too
	} {
		got := ""
		p, ok := plainPattern(pattern{text: expr})
		if ok {
			got = p.remedy("strings")
		}
		require.Equal(t, want, got, expr)
		if !ok {
			continue
		}
		text := regexp.MustCompile(`^\^|\$$|\.\*|\\A|\(\?s\)`).ReplaceAllString(expr, "")
		text = strings.ReplaceAll(text, `\`, "")
		re := regexp.MustCompile(expr)
		for _, s := range []string{"", text, text + "x", "x" + text, "x" + text + "x", "\n" + text + "\n", text[1:], text + text} {
			same := map[string]bool{
				"strings.Contains":  strings.Contains(s, text),
				"strings.HasPrefix": strings.HasPrefix(s, text),
				"strings.HasSuffix": strings.HasSuffix(s, text),
				"==":                s == text,
			}
			assert.Equal(t, re.MatchString(s), same[got], "%s on %q", expr, s)
		}
	}
	_, ok := plainPattern(pattern{`^GET`, true})
	assert.False(t, ok, "POSIX: ^ matches behind line breaks")
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		"email": "email", "emailRE": "email", "emailre": "email", "reEmail": "Email", "EmailRegexp": "Email",
		"email_re": "email", "re": "", "regex": "", "pattern": "", "emailPattern": "email", "isEmail": "isEmail",
	} {
		assert.Equal(t, want, withoutKind(in), in)
	}
	for in, want := range map[string]string{
		"Email": "email", "HTMLBody": "htmlBody", "URL": "url", "ID": "", "s": "", "line": "", "nil": "",
		"validateEmail": "validateEmail", "matchPattern": "match", "Pattern": "", "_x_": "", "größe": "größe",
	} {
		assert.Equal(t, want, stem(in), in)
	}
}

func TestStores(t *testing.T) {
	for name, want := range map[string]bool{
		"Add": true, "addRule": true, "NewMatcher": true, "WithPattern": true, "Store": true, "LoadOrStore": true,
		"Address": false, "setup": false, "newline": false, "replace": false, "Match": false,
	} {
		assert.Equal(t, want, stores(name), name)
	}
}
