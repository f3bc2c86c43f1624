package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/go/analysis"
)

// maxSize is far above what people write, and low enough to read at once.
const maxSize = 1 << 20

// Parse reads the content of a file, whose name is absolute. Rules and options
// that are not among rules are errors; where rules is nil, any are accepted. An
// error is an [*Error].
func Parse(file string, src []byte, rules []*analysis.Analyzer) (*Config, error) {
	p := &parser{Config: &Config{file: file, src: src, known: rules}}
	doc, err := p.document()
	if err != nil {
		return nil, err
	}
	if err := p.top(doc); err != nil {
		return nil, err
	}
	return p.Config, nil
}

// parser fills a Config. It stops at the first mistake. Aliases may refer to
// what they are part of: since each kind of node is read by a function of its
// own, none of which leads back to itself, this ends with a mistake too.
type parser struct{ *Config }

func (p *parser) fail(n *yaml.Node, format string, args ...any) error {
	return errorAt(p.file, p.src, n, 0, format, args...)
}

// document returns the top node, nil if the file is empty.
func (p *parser) document() (*yaml.Node, error) {
	if len(p.src) > maxSize {
		return nil, p.fail(&yaml.Node{}, "file is larger than %d KiB", maxSize>>10)
	}
	if !utf8.Valid(p.src) {
		return nil, p.invalidText()
	}
	dec := yaml.NewDecoder(bytes.NewReader(p.src))
	var first, second yaml.Node
	if err := dec.Decode(&first); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, p.syntax(err)
	}
	if err := dec.Decode(&second); err == nil {
		return nil, p.fail(&second, "second document: write one")
	} else if !errors.Is(err, io.EOF) {
		return nil, p.syntax(err)
	}
	return first.Content[0], nil
}

// invalidText finds the first byte that is not UTF-8.
func (p *parser) invalidText() error {
	offset := 0
	for offset < len(p.src) {
		r, size := utf8.DecodeRune(p.src[offset:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		offset += size
	}
	return p.fail(p.position(offset), "invalid UTF-8")
}

// position returns a node at offset.
func (p *parser) position(offset int) *yaml.Node {
	before := breaks.Replace(strings.TrimPrefix(string(p.src[:offset]), byteOrderMark))
	return &yaml.Node{
		Line:   strings.Count(before, "\n") + 1,
		Column: utf8.RuneCountInString(before[strings.LastIndex(before, "\n")+1:]) + 1,
	}
}

var (
	// syntaxError is how the YAML library words errors.
	syntaxError = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)`)

	// lineBefore are those for which it counts lines from 0.
	lineBefore = regexp.MustCompile(`^did not find expected (<|key|'-'|node|',')|^found (undefined|duplicate|incompatible)`)

	// star are those about text that is taken for an alias or anchor.
	star = regexp.MustCompile(`^unknown anchor '(.*)' referenced$|^did not find expected alphabetic`)
)

// syntax gives an error of the YAML library, which tells at most the line, its
// position: the first character of the line.
func (p *parser) syntax(err error) error {
	n, message := &yaml.Node{Line: 1}, err.Error()
	if m := syntaxError.FindStringSubmatch(message); m != nil {
		message = m[2]
		if line, err := strconv.Atoi(m[1]); err == nil {
			n.Line = line
			if lineBefore.MatchString(message) {
				n.Line++
			}
		}
	}
	m := star.FindStringSubmatch(message)
	if message = shorten(visible(message)); m != nil {
		message += ": put text that starts with * or & in quotes"
		if offset := bytes.Index(p.src, []byte("*"+m[1])); m[1] != "" && offset >= 0 {
			return p.fail(p.position(offset), "%s", message)
		}
	}
	lines := linesOf(p.src)
	n.Line = min(n.Line, len(lines))
	text := lines[n.Line-1]
	n.Column = len(text) - len(strings.TrimLeft(text, " \t")) + 1
	return p.fail(n, "%s", message)
}

// resolve follows aliases. An alias of an alias cannot be written.
func resolve(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// isNull reports whether nothing is written: the content may be commented out.
func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// mapping calls each with the keys and values of n.
func (p *parser) mapping(n *yaml.Node, want string, each func(name string, key, value *yaml.Node) error) error {
	if n = resolve(n); isNull(n) {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		return p.fail(n, "want %s, not %s", want, kindOf(n))
	}
	lines := make(map[string]int)
	for pair := range slices.Chunk(n.Content, 2) {
		key := resolve(pair[0])
		if key.Kind != yaml.ScalarNode {
			return p.fail(key, "want a name as key, not %s", kindOf(key))
		}
		if first, ok := lines[key.Value]; ok {
			return p.fail(pair[0], "duplicate key %s: first in line %d", quote(key.Value), first)
		}
		lines[key.Value] = pair[0].Line
		if err := each(key.Value, pair[0], resolve(pair[1])); err != nil {
			return err
		}
	}
	return nil
}

// texts calls each with the elements of the list n.
func (p *parser) texts(n *yaml.Node, want string, each func(text string, n *yaml.Node) error) error {
	return p.elements(n, want+"s", func(n *yaml.Node) error {
		text, err := p.text(n, want)
		if err != nil {
			return err
		}
		return each(text, n)
	})
}

func (p *parser) elements(n *yaml.Node, want string, each func(*yaml.Node) error) error {
	if isNull(n) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return p.fail(n, "want a list of %s, not %s", want, kindOf(n))
	}
	for _, n := range n.Content {
		if err := each(resolve(n)); err != nil {
			return err
		}
	}
	return nil
}

// text returns the value of a scalar that is text.
func (p *parser) text(n *yaml.Node, want string) (string, error) {
	if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!str" {
		return "", p.fail(n, "want a %s, not %s", want, kindOf(n))
	}
	return n.Value, nil
}

// kindOf tells what a node is.
func kindOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "keys and values"
	case yaml.SequenceNode:
		return "a list"
	}
	switch n.ShortTag() {
	case "!!null":
		return "nothing"
	case "!!str":
		return quote(n.Value)
	case "!!bool", "!!int", "!!float":
		return shorten(n.Value)
	}
	return fmt.Sprintf("a value of type %s", quote(n.ShortTag()))
}
