// Package config loads and checks the settings of the shop.
package config

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
)

// Config are the settings of the shop.
type Config struct {
	Addr      string            `json:"addr"`
	Site      string            `json:"site"`     // public address, for links
	Currency  string            `json:"currency"` // ISO 4217 code
	QueueSize int               `json:"queueSize"`
	Shelves   map[string]string `json:"shelves"` // pattern of the titles, by shelf
}

// Default returns the settings that hold where a file says nothing else.
func Default() Config {
	return Config{
		Addr:      "127.0.0.1:8080",
		Site:      "http://127.0.0.1:8080",
		Currency:  "EUR",
		QueueSize: 64,
		Shelves:   map[string]string{"programming": `\b(go|code|programming)\b`},
	}
}

// Load reads the file at path, if path is not empty, and lets the environment
// overrule it.
func Load(path string) (Config, error) {
	c := Default()
	if path != "" {
		data, err := os.ReadFile(path)
		if err != nil {
			return Config{}, err
		}
		if err := json.Unmarshal(data, &c); err != nil {
			return Config{}, fmt.Errorf("%s: %w", path, err)
		}
	}
	if addr := os.Getenv("DEMO_ADDR"); addr != "" {
		c.Addr = addr
	}
	if site := os.Getenv("DEMO_SITE"); site != "" {
		c.Site = site
	}
	return c, c.Validate()
}

// Validate returns an error that lists everything that is wrong with c.
func (c Config) Validate() error {
	var bad invalid
	if !regexp.MustCompile(`^[\w.-]*:\d{1,5}$`).MatchString(c.Addr) {
		bad = append(bad, "addr: want host:port, have "+c.Addr)
	}
	if ok, _ := regexp.MatchString(`^https?://[^/]+$`, c.Site); !ok {
		bad = append(bad, "site: want http(s)://host, have "+c.Site)
	}
	if ok, _ := regexp.MatchString(`^[A-Z]{3}$`, c.Currency); !ok {
		bad = append(bad, "currency: want three letters, have "+c.Currency)
	}
	for name, expr := range c.Shelves {
		if !regexp.MustCompile(`^[a-z]+$`).MatchString(name) {
			bad = append(bad, "shelves: want lower-case letters, have "+name)
		}
		if _, err := regexp.Compile("(?i)" + expr); err != nil {
			bad = append(bad, "shelves: "+err.Error())
		}
	}
	if len(bad) > 0 {
		return bad
	}
	return nil
}

// invalid is the list of all problems of a configuration.
type invalid []string

func (e invalid) Error() string {
	text := "invalid configuration:"
	for _, problem := range e {
		text += "\n  " + problem
	}
	return text
}
