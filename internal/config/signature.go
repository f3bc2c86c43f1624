package config

import (
	"go/token"
	"strings"

	"golang.org/x/mod/module"
)

// maxSignature bounds the depth of types.
const maxSignature = 1000

// parseSignature returns the canonical form of a signature, or what is wrong
// with it and at which byte.
func parseSignature(text string) (sig string, offset int, problem string) {
	if len(text) > maxSignature {
		return "", 0, "signature is too long"
	}
	p := &typeParser{text: text}
	sig = p.typ()
	if p.space(); p.problem == "" && p.pos < len(p.text) {
		p.fail("want the end of the signature")
	}
	return sig, p.failed, p.problem
}

// typeParser reads Go types whose names have full import paths. After a mistake
// it is at its end.
type typeParser struct {
	text    string
	pos     int
	failed  int // where
	problem string
}

func (p *typeParser) fail(problem string) string {
	if p.problem == "" {
		p.problem, p.failed = "bad signature: "+problem, p.pos
	}
	p.pos = len(p.text)
	return ""
}

func (p *typeParser) space() {
	for p.pos < len(p.text) && (p.text[p.pos] == ' ' || p.text[p.pos] == '\t') {
		p.pos++
	}
}

// accept skips blanks and token, if that is next.
func (p *typeParser) accept(token string) bool {
	p.space()
	ok := strings.HasPrefix(p.text[p.pos:], token)
	if ok {
		p.pos += len(token)
	}
	return ok
}

func (p *typeParser) expect(token string) {
	if !p.accept(token) {
		p.fail("want " + token)
	}
}

// typ reads a type.
func (p *typeParser) typ() string {
	switch {
	case p.accept("*"):
		return "*" + p.typ()
	case p.accept("["):
		length := p.word()
		if strings.Trim(length, "0123456789") != "" {
			return p.fail("want [] or an array of known length")
		}
		p.expect("]")
		return "[" + length + "]" + p.typ()
	case p.accept("<-"):
		p.expect("chan")
		return "chan " + p.typ()
	}
	start := p.pos
	switch word := p.word(); word {
	case "func":
		p.expect("(")
		return "func(" + strings.Join(p.tuple(true), ", ") + ")" + p.results()
	case "map":
		p.expect("[")
		key := p.typ()
		p.expect("]")
		return "map[" + key + "]" + p.typ()
	case "chan":
		p.accept("<-")
		return "chan " + p.typ()
	case "interface":
		p.expect("{")
		p.expect("}")
		return "any"
	default:
		name, problem := typeName(word)
		if problem != "" {
			p.pos = start
			return p.fail(problem)
		}
		if p.pos < len(p.text) && p.text[p.pos] == '[' {
			return p.fail("leave type arguments out")
		}
		return name
	}
}

// word reads what names and import paths consist of.
func (p *typeParser) word() string {
	rest := p.text[p.pos:]
	n := strings.IndexAny(rest, " \t,()[]{}<*")
	if n < 0 {
		n = len(rest)
	}
	p.pos += n
	return rest[:n]
}

// tuple reads the types up to the closing parenthesis.
func (p *typeParser) tuple(params bool) (types []string) {
	if p.accept(")") {
		return nil
	}
	for p.problem == "" {
		if params && p.accept("...") {
			types = append(types, "[]"+p.typ())
			p.expect(")")
			return types
		}
		types = append(types, p.typ())
		if p.accept(")") {
			return types
		}
		if p.space(); p.pos < len(p.text) && p.text[p.pos] != ',' {
			p.fail("write types only, without the names of parameters")
		}
		p.expect(",")
	}
	return nil
}

// results reads what follows the parameters.
func (p *typeParser) results() string {
	var types []string
	if p.accept("(") {
		types = p.tuple(false)
	} else if p.pos < len(p.text) && !strings.ContainsRune(",)]", rune(p.text[p.pos])) {
		types = []string{p.typ()}
	}
	switch len(types) {
	case 0:
		return ""
	case 1:
		return " " + types[0]
	}
	return " (" + strings.Join(types, ", ") + ")"
}

// predeclared are the types without import path, as package heat names them.
var predeclared = map[string]string{
	"any": "any", "bool": "bool", "byte": "byte", "complex128": "complex128", "complex64": "complex64", "error": "error",
	"float32": "float32", "float64": "float64", "int": "int", "int16": "int16", "int32": "rune", "int64": "int64",
	"int8": "int8", "rune": "rune", "string": "string", "uint": "uint", "uint16": "uint16", "uint32": "uint32",
	"uint64": "uint64", "uint8": "byte", "uintptr": "uintptr",
}

// typeName returns the canonical form of a name, or what is wrong with it.
func typeName(word string) (name, problem string) {
	if name, ok := predeclared[word]; ok {
		return name, ""
	}
	i := strings.LastIndexByte(word, '.')
	switch {
	case word == "":
		return "", "want a type"
	case word == "struct":
		return "", "want a named type, not a struct"
	case i < strings.LastIndexByte(word, '/') || i < 0:
		return "", "want a type with its import path, as in example.com/rpc.Call, not " + quote(word)
	case module.CheckImportPath(word[:i]) != nil || !token.IsIdentifier(word[i+1:]):
		return "", "want a type such as example.com/rpc.Call, not " + quote(word)
	}
	return word, ""
}
