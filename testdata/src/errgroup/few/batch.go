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

// What is fetched in batches is not divided,
func inAnswers(ctx context.Context) {
	urls, _ := orders(ctx)
	lists, _ := batchOrders(ctx, urls)
	var wg sync.WaitGroup
	for _, list := range lists {
		for _, o := range list {
			wg.Go(func() { http.Get(o.url) }) // want `a goroutine starts for each element of list`
		}
		wg.Wait()
	}
}

type order struct{ url string }

func batchOrders(ctx context.Context, urls []string) ([][]order, error) { return nil, nil }

type queue struct{ lists [][]string }

// and what others have put into a field may be of any length.
func (q *queue) inField(ctx context.Context) {
	urls, _ := orders(ctx)
	others, _ := orders(ctx)
	q.lists = append(q.lists, urls[:10])
	q.fill(others)
	lists := q.lists
	for _, url := range urls {
		lists = append(lists, []string{url})
	}
	var wg sync.WaitGroup
	for _, list := range lists {
		for _, url := range list {
			wg.Go(func() { http.Get(url) }) // want `a goroutine starts for each element of list`
		}
		wg.Wait()
	}
}

func (q *queue) fill(list []string) { q.lists = append(q.lists, list) }

func orders(ctx context.Context) ([]string, error) { return nil, nil }
