// Package kgo is a stub of the client, for fixtures.
package kgo

import (
	"context"
	"iter"
)

type Record struct{ Value []byte }

type FetchTopicPartition struct{ Records []*Record }

type Fetches []int

func (Fetches) EachRecord(fn func(*Record))                {}
func (Fetches) EachPartition(fn func(FetchTopicPartition)) {}
func (Fetches) EachError(fn func(string, int32, error))    {}
func (Fetches) RecordsAll() iter.Seq[*Record]              { return nil }
func (Fetches) RecordIter() *FetchesRecordIter             { return nil }

type FetchesRecordIter struct{}

func (*FetchesRecordIter) Done() bool    { return true }
func (*FetchesRecordIter) Next() *Record { return nil }

type Client struct{}

func (*Client) PollFetches(ctx context.Context) Fetches          { return nil }
func (*Client) PollRecords(ctx context.Context, max int) Fetches { return nil }
