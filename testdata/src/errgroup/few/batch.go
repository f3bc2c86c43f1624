package few

import (
	"context"
	"net/http"
	"slices"
	"sync"
)

func chunked(list []string, size int) [][]string { return slices.Collect(slices.Chunk(list, size)) }

// nope: no more at once than a batch has
func inBatches(ctx context.Context) {
	const size = 10
	urls, _ := orders(ctx)
	var batches [][]string
	for i := 0; i < len(urls); i += size {
		batches = append(batches, urls[i:min(i+size, len(urls))])
	}
	var wg sync.WaitGroup
	for _, batch := range batches {
		for _, url := range batch {
			wg.Go(func() { http.Get(url) })
		}
		wg.Wait()
	}
	for i := range batches {
		for _, url := range batches[i] {
			wg.Go(func() { http.Get(url) })
		}
		wg.Wait()
	}
	for batch := range slices.Chunk(urls, size) {
		for _, url := range batch {
			wg.Go(func() { http.Get(url) })
		}
		wg.Wait()
	}
	for _, batch := range chunked(urls, size) {
		for _, url := range batch {
			wg.Go(func() { http.Get(url) })
		}
		wg.Wait()
	}
	parts := chunked(urls, size)
	for _, part := range parts {
		for _, url := range part {
			wg.Go(func() { http.Get(url) })
		}
		wg.Wait()
	}
}

// A list of lists is none of batches,
func inLists(ctx context.Context) {
	var lists [][]string
	urls, _ := orders(ctx)
	for range urls {
		others, _ := orders(ctx)
		lists = append(lists, others)
	}
	var wg sync.WaitGroup
	for _, list := range lists {
		for _, url := range list {
			wg.Go(func() { http.Get(url) }) // want `a goroutine starts for each element of list`
		}
		wg.Wait()
	}
}

// nor are the rests of a list.
func inRests(ctx context.Context) {
	urls, _ := orders(ctx)
	var rests [][]string
	for i := range urls {
		rests = append(rests, urls[i:])
	}
	var wg sync.WaitGroup
	for _, rest := range rests {
		for _, url := range rest {
			wg.Go(func() { http.Get(url) }) // want `a goroutine starts for each element of rest`
		}
		wg.Wait()
	}
}

func orders(ctx context.Context) ([]string, error) { return nil, nil }
