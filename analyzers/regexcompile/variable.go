package regexcompile

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/zenithlint/zenithlint/internal/query"
)

// variable evaluates a variable.
func (c *checker) variable(v *types.Var) value {
	if c.active[v] {
		return value{origin: fixed} // a cycle adds nothing
	}
	c.active[v] = true
	defer delete(c.active, v)
	var val value
	switch v.Kind() {
	case types.PackageVar:
		return c.packageVar(v)
	case types.RecvVar:
		if !perRequest(v.Type()) {
			val.origin = outlives
		}
	case types.ParamVar:
		val = c.param(v)
		if len(c.writesOf(v)) > 0 {
			val = value{origin: min(val.origin, c.assigned(v).origin)}
		}
	case types.LocalVar:
		val = c.assigned(v)
		if isStrings(v.Type()) && !c.readOnly(v, topDecl(c.at)) {
			val = val.atMost(outlives) // somebody may fill it
		}
	}
	if val.origin == varies && c.captured(v) {
		val.origin = outlives
	}
	return val
}

// packageVar evaluates a variable of this package or another.
func (c *checker) packageVar(v *types.Var) value {
	compiled := query.IsNamed(v.Type(), "regexp", "Regexp")
	if v.Pkg() != c.Pkg {
		if compiled {
			return value{origin: fixed} // nobody assigns to another package's
		}
		return value{origin: outlives}
	}
	_, basic := v.Type().Underlying().(*types.Basic)
	private := !v.Exported() && (basic || isStrings(v.Type()) && c.readOnly(v, c.Heat.Root()))
	writes := c.writesOf(v)
	if !compiled && !private || len(writes) != 1 {
		return value{origin: outlives}
	}
	val := value{origin: fixed} // whatever it is: it is initialised once
	if init := writes[0].value; init != nil {
		if known := c.eval(init); known.known {
			return known
		}
	}
	return val
}

// assigned evaluates a local variable: all that is ever assigned to it.
func (c *checker) assigned(v *types.Var) value {
	writes := c.writesOf(v)
	if len(writes) == 0 {
		return value{} // set in a way that is not followed
	}
	val := value{origin: fixed}
	for _, w := range writes {
		switch {
		case w.zero:
			continue
		case w.value == nil:
			return value{}
		}
		one := c.eval(w.value)
		if w.changes {
			one = one.atMost(chosen)
		}
		if len(writes) == 1 {
			return one
		}
		val = value{origin: min(val.origin, one.origin)}
	}
	if len(writes) == 2 && writes[0].zero {
		return val
	}
	return val.atMost(chosen)
}

// captured reports whether v belongs to a function that returned, or handed
// out, the function literal that c.at stands in: its value then is the
// configuration of that literal.
func (c *checker) captured(v *types.Var) bool {
	for lit := range c.at.Enclosing((*ast.FuncLit)(nil)) {
		if within(lit.Node(), v.Pos()) {
			return false
		}
		if c.fate(lit, true) != kept {
			continue
		}
		for _, w := range c.writesOf(v) {
			if within(lit.Node(), w.cur.Node().Pos()) {
				return false
			}
		}
		return true
	}
	return false
}

func within(n ast.Node, pos token.Pos) bool { return n.Pos() <= pos && pos < n.End() }
