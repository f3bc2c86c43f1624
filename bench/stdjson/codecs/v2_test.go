//go:build goexperiment.jsonv2

package codecs

import "encoding/json/v2"

func init() {
	codecs = append(codecs, codec{
		"encoding-json-v2",
		func(v any) ([]byte, error) { return json.Marshal(v) },
		func(text []byte, v any) error { return json.Unmarshal(text, v) },
	})
}
