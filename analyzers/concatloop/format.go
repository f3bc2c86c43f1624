package concatloop

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"
)

// readFormat recognises a Sprintf that prints the old value as it is, beside
// something else.
func (g *growth) readFormat(info *types.Info, call *ast.CallExpr) bool {
	if call.Ellipsis.IsValid() || len(call.Args) < 2 {
		return false
	}
	format := info.Types[call.Args[0]].Value
	if format == nil || format.Kind() != constant.String {
		return false
	}
	g.form, g.how = formatted, "by fmt.Sprintf"
	verbs := plainVerbs(constant.StringVal(format))
	if len(verbs) != len(call.Args)-1 || !g.split(info, call.Args) {
		return false
	}
	for i, arg := range call.Args[1:] {
		if unconvert(info, arg) == g.self[0] && verbs[i] != 's' && verbs[i] != 'v' {
			return false // shortened, padded or quoted
		}
	}
	return len(g.pieces) > 1 || len(constant.StringVal(format)) > len("%s")
}

// plainVerbs returns the verbs of a format in order, with 0 for those that have
// flags. It returns nil for a format that takes its arguments out of order.
func plainVerbs(format string) []byte {
	var verbs []byte
	for {
		_, rest, ok := strings.Cut(format, "%")
		if !ok || rest == "" {
			return verbs
		}
		end := strings.IndexFunc(rest, func(r rune) bool { return !strings.ContainsRune("+-# 0123456789.", r) })
		switch {
		case end < 0 || rest[end] == '[' || rest[end] == '*':
			return nil
		case rest[end] == '%':
		case end > 0:
			verbs = append(verbs, 0)
		default:
			verbs = append(verbs, rest[0])
		}
		format = rest[end+1:]
	}
}
