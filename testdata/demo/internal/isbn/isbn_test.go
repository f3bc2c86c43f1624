package isbn

import "testing"

func TestNormalize(t *testing.T) {
	for _, s := range []string{"9780134190440", " 978-0-13-419044-0", "ISBN-13: 978 0 13 419044 0", "isbn 978.0.13.419044–0"} {
		if got := Normalize(s); got != "9780134190440" {
			t.Errorf("Normalize(%q) = %q", s, got)
		}
	}
}

func TestValid(t *testing.T) {
	for s, want := range map[string]bool{
		"9780134190440":     true,
		"9780134190441":     false,
		"978-0-13-419044-0": false,
		"":                  false,
	} {
		if got := Valid(s); got != want {
			t.Errorf("Valid(%q) = %t", s, got)
		}
	}
}

func BenchmarkValid(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if !Valid("9780134190440") {
			b.Fatal("not valid")
		}
	}
}
