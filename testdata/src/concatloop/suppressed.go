package concatloop

func suppressed(in []string) (s, t, u, v string) {
	for _, x := range in {
		//zenith:ignore concatloop names are few
		s += x
		//lint:ignore concatloop names are few
		t += x
		u += x //nolint:zenithlint // names are few
		v += x //nolint:concatloop // names are few
	}
	return s, t, u, v
}

//zenith:ignore concatloop names are few
func suppressedWhole(in []string) (s string) {
	for _, x := range in {
		s += x
	}
	return s
}

func suppressedOther(in []string) (s string) {
	for _, x := range in {
		s += x //nolint:sprintf // want `string s grows`
	}
	return s
}
