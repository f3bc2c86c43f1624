package codecs

import (
	"encoding/json"
	"fmt"
	"time"
)

// status is the smallest answer of a service.
type status struct {
	Status  string `json:"status"`
	Version int    `json:"version"`
	Uptime  int64  `json:"uptime"`
}

// user is an element of a large answer.
type user struct {
	ID      int64             `json:"id"`
	Name    string            `json:"name"`
	Email   string            `json:"email"`
	Active  bool              `json:"active"`
	Score   float64           `json:"score"`
	Created time.Time         `json:"created"`
	Roles   []string          `json:"roles"`
	Labels  map[string]string `json:"labels"`
}

// list is a large answer.
type list struct {
	Total int    `json:"total"`
	Users []user `json:"users"`
}

func makeUser(i int) user {
	return user{
		ID: int64(1000 + i), Name: fmt.Sprintf("User %d", i), Email: fmt.Sprintf("user%d@example.org", i), Active: i%3 != 0,
		Score: float64(i) * 1.25, Created: time.Date(2026, 3, 1, 12, 0, i, 0, time.UTC),
		Roles: []string{"reader", "editor"}, Labels: map[string]string{"team": "books", "site": "north"},
	}
}

func makeList(n int) list {
	l := list{Total: n}
	for i := range n {
		l.Users = append(l.Users, makeUser(i))
	}
	return l
}

// payload is a value to marshal, and the text that is unmarshalled.
type payload struct {
	name  string
	value any        // typed
	empty func() any // a pointer to a new value of its type
	text  []byte
	loose any // the same as maps, slices and basic values
}

var payloads = []payload{
	makePayload("small", &status{"ok", 3, 86400}, func() any { return new(status) }),
	makePayload("medium", ptr(makeUser(1)), func() any { return new(user) }),
	makePayload("large", ptr(makeList(100)), func() any { return new(list) }),
}

func ptr[T any](v T) *T { return &v }

func makePayload(name string, value any, empty func() any) payload {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	var loose any
	if err := json.Unmarshal(text, &loose); err != nil {
		panic(err)
	}
	return payload{name, value, empty, text, loose}
}
