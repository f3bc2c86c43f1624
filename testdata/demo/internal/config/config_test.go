package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLoad(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.json")
	if err := os.WriteFile(path, []byte(`{"currency": "USD", "shelves": {"go": "\\bgo\\b"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("DEMO_ADDR", "localhost:9000")
	c, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if c.Currency != "USD" || c.Addr != "localhost:9000" || c.QueueSize != 64 || c.Shelves["go"] == "" {
		t.Errorf("Load = %+v", c)
	}
}

func TestValidate(t *testing.T) {
	c := Default()
	c.Addr, c.Currency, c.Shelves = "nowhere", "euro", map[string]string{"x": "("}
	err := c.Validate()
	if err == nil || strings.Count(err.Error(), "\n") != 3 {
		t.Errorf("Validate = %v, want three problems", err)
	}
}
