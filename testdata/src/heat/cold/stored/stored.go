// Package stored holds work whose result is kept: what runs only where a cache
// has no answer.
package stored

import (
	"net/http"
	"sync"
)

func probe() string { return "" }

type store struct {
	mu    sync.Mutex
	rows  map[string]string
	cache *LRUCache
	all   sync.Map
}

type LRUCache struct{}

func (*LRUCache) Get(k string) (string, bool) { return "", false }
func (*LRUCache) Add(k, v string)             {}

var global = map[string]string{}

func (s *store) get(w http.ResponseWriter, r *http.Request) {
	k := r.URL.Path
	if _, ok := s.rows[k]; !ok {
		s.rows[k] = probe() // want `^cold: cache miss$`
	}
	v, ok := s.rows[k]
	if !ok {
		v = probe() // want `^cold: cache miss$`
		s.rows[k] = v
	}
	if _, ok := global[k]; !ok {
		global[k] = probe() // want `^cold: cache miss$`
	}
	if _, ok := s.all.Load(k); !ok {
		s.all.Store(k, probe()) // want `^cold: cache miss$`
	}
	if _, ok := s.cache.Get(k); !ok {
		s.cache.Add(k, probe()) // want `^cold: cache miss$`
	}
	probe() // want `^request: net/http handler \(\*stored.store\).get$`
}

// The hit returns early: all that follows is the miss.
func (s *store) early(r *http.Request) string {
	k := r.URL.Path
	if v, ok := s.rows[k]; ok {
		return v
	}
	v := probe() // want `^cold: cache miss$`
	s.rows[k] = v
	return v
}

func (s *store) earlyMap(r *http.Request) any {
	v, ok := s.all.Load(r.URL.Path)
	if ok {
		return v
	}
	v = probe() // want `^cold: cache miss$`
	s.all.Store(r.URL.Path, v)
	return v
}

func (s *store) earlyLRU(r *http.Request) string {
	if v, ok := s.cache.Get(r.URL.Path); ok {
		return v
	}
	v := probe() // want `^cold: cache miss$`
	s.cache.Add(r.URL.Path, v)
	return v
}

func (s *store) locked(r *http.Request) string {
	k := r.URL.Path
	s.mu.Lock()
	defer s.mu.Unlock()
	if v := s.rows[k]; v != "" {
		return v
	}
	v := probe() // want `^cold: cache miss$`
	s.rows[k] = v
	return v
}

// What a miss calls is as rare as the miss.
func (s *store) viaHelper(r *http.Request) string {
	k := r.URL.Path
	if v, ok := s.rows[k]; ok {
		return v
	}
	v := s.compute(k)
	s.rows[k] = v
	return v
}

func (s *store) compute(k string) string {
	return probe() // want `^setup: only called from set-up code$`
}

// No cache: nothing is kept.
func (s *store) missing(r *http.Request) string {
	v, ok := s.rows[r.URL.Path]
	if !ok {
		return probe() // want `^request: \(\*stored.store\).missing takes \*http.Request$`
	}
	return v
}

// The lookup does not return, so every call stores.
func (s *store) always(r *http.Request) string {
	old := s.rows[r.URL.Path]
	v := probe() // want `^request: \(\*stored.store\).always takes \*http.Request$`
	s.rows[r.URL.Path] = v
	return old
}

// Another map is filled.
func (s *store) other(r *http.Request) string {
	if v, ok := s.rows[r.URL.Path]; ok {
		return v
	}
	v := probe() // want `^request: \(\*stored.store\).other takes \*http.Request$`
	global[v] = v
	return v
}

// A set of what was seen in this call is no cache: nearly every element is new.
func distinct(r *http.Request, names []string) (n int) {
	seen := map[string]bool{}
	for _, name := range names {
		if _, ok := seen[name]; !ok {
			seen[name] = true
			probe() // want `^element: stored.distinct takes \*http.Request -> in the loop$`
		}
	}
	visited := map[string]struct{}{}
	for _, name := range names {
		if _, ok := visited[name]; ok {
			continue
		}
		visited[name] = struct{}{}
		probe() // want `^element: stored.distinct takes \*http.Request -> in the loop$`
	}
	// One that keeps results is, though it lives as long as the call.
	lengths := map[string]int{}
	for _, name := range names {
		if _, ok := lengths[name]; !ok {
			lengths[name] = len(probe()) // want `^cold: cache miss$`
		}
	}
	return len(seen)
}

// No error is success, not a miss.
func (s *store) parsed(w http.ResponseWriter, r *http.Request) {
	fields := make(map[string]string)
	if err := r.ParseForm(); err == nil {
		fields["all"] = probe() // want `^request: net/http handler \(\*stored.store\).parsed$`
	}
}
