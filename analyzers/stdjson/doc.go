// Package stdjson defines an analyzer that reports JSON work that costs more
// than it must.
//
// # Analyzer stdjson
//
// stdjson: report JSON work on request paths that costs more than it must
//
// Package encoding/json finds its way through values by reflection, and checks
// a text before it decodes it. On request paths, there or in what they call,
// also in another package, these uses of it are reported:
//
//   - its codec: one finding for each file, at the first such call, with all
//     others of the file as related positions. Other codecs do the same work in
//     a half or a third of the time, and the change is one import. Whether that
//     matters a profile tells: several projects went back. Functions that are
//     called through a variable, by another import name or by a wrapper of the
//     module's own count, too;
//   - decoding into a map of which only constant keys are read;
//   - decoding a whole struct of which one field is read (a notice where the others
//     hold no lists of objects and it is decoded once);
//   - copying or converting a value by Marshal and Unmarshal;
//   - indenting a response with MarshalIndent or SetIndent;
//   - marshalling a value of constants each time, or decoding a text that never
//     changes, such as an embedded file;
//   - making a decoder for each value of a stream;
//   - decoding a text that the function has decoded before (a notice only);
//   - a string made of marshalled bytes only to get bytes again.
//
// Example:
//
//	func price(w http.ResponseWriter, r *http.Request) {
//		var m map[string]any
//		if err := json.NewDecoder(r.Body).Decode(&m); err != nil {
//			return
//		}
//		isbn, _ := m["isbn"].(string)
//		text, _ := json.MarshalIndent(find(isbn), "", "  ")
//		fmt.Fprint(w, string(text))
//	}
//
// Use instead:
//
//	func price(w http.ResponseWriter, r *http.Request) {
//		var in struct {
//			ISBN string `json:"isbn"`
//		}
//		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
//			return
//		}
//		text, _ := json.Marshal(find(in.ISBN))
//		w.Write(text)
//	}
//
// Not reported: configuration that is decoded, by the name of the package, function,
// type or variable; JSON of files and of what programs print, whose cost is theirs;
// the codec in methods such as MarshalJSON, which go with the codec of the outer
// value; fewer than eight values that are encoded or three that are decoded, also
// where all callers of an unexported function pass no more, or a token, which no
// codec saves a microsecond, unless many are decoded or the file is reported anyway;
// functions behind exported variables, by which a module chooses its codec; and the
// codec in modules of Go 1.27 or later, where encoding/json has the engine of
// encoding/json/v2.
//
// The codec is a notice only, since it hardly matters there or may not fit: in
// clients (of HTTP and net/rpc) and in what passes its text to one, which wait for
// the other side; where requests come seldom (administration, debugging, imports and
// exports, login, structs with a password, answers to failures, what changes the
// configuration or shows it), by the routes that the handlers are registered for,
// what guards these, the names on the way, of the files and of folders of
// administration, or only through many calls; in methods of controllers that are
// registered by their names; in files of which half of the functions are such; where
// the text is only logged, and in loggers; where the text is put into a cache, or
// comes as base64, like tokens; for requests that change something, by the name of
// their entry point, the method of its route or a condition on that (PUT, PATCH,
// DELETE, and POST where GET reads the same place), and what leads through a
// function called Create, Delete, Start or Stop, where nothing that reads leads
// there, too; for JSON that is neither request nor response, nor a list or a
// message, and made once for a request, unless the file is reported anyway, or where
// a condition decides whether it is needed, or a call or an interface stands between
// it and the entry point or the last loop (one call in a loop over a stream or in a
// function called decode or the like, two where the text is returned or the value
// can be of any type, three from a message), as before what is kept in files and
// other servers; and for types that other codecs treat in their own way
// (json.RawMessage, json.Number, a MarshalJSON or UnmarshalJSON method).
//
// Neither: indented text that a condition or an argument chose, that a function
// called pretty makes, or that is downloaded. Marshal followed by Write: an Encoder
// takes the same time and saves a copy of the text. io.ReadAll followed by
// Unmarshal: it is as fast as a Decoder. An Encoder for each element: it costs
// nothing. Helpers of web frameworks such as gin's c.JSON and echo's c.Bind: the
// module cannot change their import, but sets their codec by a build tag or a field
// of the application.
//
// Fix: offered for strings made of marshalled bytes, where nothing else uses
// the bytes and neither fmt nor io becomes unused. With -stdjson.switch, and only then,
// the finding about the codec has one too, which changes behaviour in corners
// (error types and texts, duplicate keys, invalid UTF-8): it imports the
// preferred codec under the same name, where go.mod requires it directly, the
// codec has all names that the file uses, and no Encoder or Decoder leaves the
// function that made it. Everything else changes types, output or errors and is
// left to its author.
//
// Measured cost: Go 1.26, a list of 100 objects of 8 fields (18 KB) / one such
// object / one of 3 fields. Marshal: encoding/json 121 µs / 1.7 µs / 0.20 µs,
// goccy/go-json 0.12.0 52 / 0.70 / 0.12, bytedance/sonic 1.15.5 in its default
// configuration 62 / 0.86 / 0.19 and in that like encoding/json 91 / 1.2 / 0.34.
// Unmarshal: 359 / 4.1 / 1.2, goccy 129 / 1.4 / 0.16, sonic 114 / 1.5 / 0.28 and
// 144 / 1.5 / 0.35. A map of which 3 of 11 keys are read 6.3 µs and 64
// allocations, a struct 2.9 µs and 8. A copy through JSON 6.8 µs and 31
// allocations, by assignment 0.32 µs and 4. Indenting 2.6 times the time. A map
// of 6 constants 2.1 µs and 14 allocations. A text of 11 fields decoded again 8.2
// µs and 24 allocations.
//
// Options: -stdjson.prefer=path names the codec to suggest, such as
// github.com/bytedance/sonic or encoding/json/v2, and keeps the finding about
// the codec in modules of Go 1.27; the default is github.com/goccy/go-json, in
// modules below. -stdjson.switch offers the change of the import as a fix.
// -stdjson.level=notice also reports what is a notice only; the default is
// warning.
//
// References: https://pkg.go.dev/encoding/json, https://go.dev/doc/go1.25#json_v2,
// https://go.dev/doc/go1.27, https://pkg.go.dev/github.com/goccy/go-json,
// https://pkg.go.dev/github.com/bytedance/sonic
package stdjson
