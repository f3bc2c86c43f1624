package catalog

import "testing"

func TestTags(t *testing.T) {
	if got := (Tags{"go", "web"}).String(); got != "#go #web" {
		t.Errorf("Tags.String() = %q", got)
	}
}

func TestCheck(t *testing.T) {
	if err := (Draft{ISBN: "9780134190440", Title: "Go", Price: 100}).Check(); err != nil {
		t.Errorf("Check() = %v, want nil", err)
	}
	const want = "invalid book: isbn is missing; price is not positive"
	if err := (Draft{Title: "Go"}).Check(); err == nil || err.Error() != want {
		t.Errorf("Check() = %v, want %s", err, want)
	}
}
