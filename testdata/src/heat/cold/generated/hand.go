// Package generated shows how heat passes through generated code.
package generated

func probe() {}

func render() {
	probe() // want `^request: generated.dispatch takes \*http.Request -> calls generated.render$`
}
