package output

// Terminal attributes (SGR). Only the eight basic colours, which every theme
// makes legible.
const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	green  = "32"
	yellow = "1;33"
	blue   = "34"
	cyan   = "1;36"
)

// paint wraps text in an attribute, or leaves it alone where no colour is
// wanted.
type paint bool

func (p paint) with(attr, text string) string {
	if !p || text == "" {
		return text
	}
	return "\x1b[" + attr + "m" + text + "\x1b[0m"
}

// levelAttr returns the attribute of a level.
func levelAttr(level string) string {
	if level == "notice" {
		return cyan
	}
	return yellow
}
