package message

import (
	"encoding/json"

	"google.golang.org/grpc"
)

type head struct{ Text []byte }

type body struct{ Text []byte }

// What a stream brings is of many kinds, too.
func process(stream grpc.ServerStream) error {
	for {
		var part any
		if err := stream.RecvMsg(&part); err != nil {
			return err
		}
		switch part := part.(type) {
		case *head:
		case *body:
			read(part)
		}
	}
}

func read(b *body) string {
	var m map[string]any
	_ = json.Unmarshal(b.Text, &m) // want `^JSON is decoded into a map\[string\]any of which only the key "model" is read`
	model, _ := m["model"].(string)
	return model
}
