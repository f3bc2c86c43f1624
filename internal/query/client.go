package query

import "go/types"

// IsHTTPClient reports whether t has a method Do like that of [net/http.Client].
func IsHTTPClient(t types.Type) bool {
	do, _, _ := types.LookupFieldOrMethod(t, true, nil, "Do")
	fn, ok := do.(*types.Func)
	return ok && SendsRequest(fn.Signature())
}

// SendsRequest reports whether a function of signature sig takes an HTTP
// request and returns the response, as clients do.
func SendsRequest(sig *types.Signature) bool {
	in, out := sig.Params(), sig.Results()
	return in.Len() == 1 && out.Len() == 2 &&
		IsNamed(in.At(0).Type(), "net/http", "Request") && IsNamed(out.At(0).Type(), "net/http", "Response")
}
