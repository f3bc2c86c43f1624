package other

import std "encoding/json"

func use(v any) { // want use:`encodes with encoding/json`
	text, _ := std.Marshal(v)
	_ = text
}
