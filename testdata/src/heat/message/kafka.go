package message

import (
	"context"

	"github.com/IBM/sarama"
	confluent "github.com/confluentinc/confluent-kafka-go/v2/kafka"
	segment "github.com/segmentio/kafka-go"
	"github.com/twmb/franz-go/pkg/kgo"
)

type group struct{}

// Once per session of a consumer group.
func (g *group) Setup(s sarama.ConsumerGroupSession) error {
	probe() // want `^setup: `
	return nil
}

func (g *group) Cleanup(s sarama.ConsumerGroupSession) error {
	probe() // want `^setup: shutdown$`
	return nil
}

// Once per claim; only the loop over its messages is hot.
func (g *group) ConsumeClaim(s sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	probe() // want `^unknown$`
	for m := range claim.Messages() {
		probe() // want `^request: Kafka consumer loop$`
		g.handle(m)
	}
	return nil
}

func (g *group) handle(m *sarama.ConsumerMessage) {
	probe() // want `^request: Kafka consumer loop -> calls \(\*message.group\).handle$`
}

type selecting struct{}

func (g *selecting) ConsumeClaim(s sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	for {
		select {
		case m := <-claim.Messages():
			probe() // want `^request: Kafka consumer loop$`
			s.MarkMessage(m, "")
		case <-s.Context().Done():
			return nil
		}
	}
}

func readSegment(ctx context.Context, r *segment.Reader) error {
	probe() // want `^unknown$`
	for {
		m, err := r.ReadMessage(ctx)
		if err != nil {
			return err
		}
		probe() // want `^request: Kafka consumer loop$`
		_ = m
	}
}

func fetchSegment(ctx context.Context, r *segment.Reader) {
	for {
		if _, err := r.FetchMessage(ctx); err != nil {
			break
		}
		probe() // want `^request: Kafka consumer loop$`
	}
}

// Reads one message: no loop.
func peek(ctx context.Context, r *segment.Reader) {
	_, _ = r.ReadMessage(ctx)
	probe() // want `^unknown$`
}

func poll(ctx context.Context, cl *kgo.Client) {
	probe() // want `^unknown$`
	for {
		fetches := cl.PollFetches(ctx)
		probe() // want `^request: Kafka consumer loop$`
		fetches.EachRecord(func(r *kgo.Record) {
			probe() // want `^request: Kafka consumer loop -> `
		})
		fetches.EachPartition(func(p kgo.FetchTopicPartition) {
			for range p.Records {
				probe() // want `^element: Kafka consumer loop -> .* -> in the loop$`
			}
		})
		for range fetches.RecordsAll() {
			probe() // want `^request: Kafka consumer loop$`
		}
		for iter := fetches.RecordIter(); !iter.Done(); {
			_ = iter.Next()
			probe() // want `^request: Kafka consumer loop$`
		}
	}
}

func pollSome(ctx context.Context, cl *kgo.Client) {
	for ctx.Err() == nil {
		for range cl.PollRecords(ctx, 100).RecordsAll() {
			probe() // want `^request: Kafka consumer loop$`
		}
	}
}

func confluentPoll(c *confluent.Consumer, run *bool) {
	for *run {
		switch e := c.Poll(100).(type) {
		case *confluent.Message:
			probe() // want `^request: Kafka consumer loop$`
			_ = e
		}
	}
}

func confluentRead(c *confluent.Consumer) {
	for {
		m, err := c.ReadMessage(-1)
		if err == nil {
			probe() // want `^request: Kafka consumer loop$`
			_ = m
		} else {
			probe() // want `^cold: error path$`
		}
	}
}
