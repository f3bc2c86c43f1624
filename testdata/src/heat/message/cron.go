package message

import (
	"time"

	"github.com/go-co-op/gocron/v2"
	"github.com/robfig/cron/v3"
)

// Periodic jobs: neither requests nor set-up.

func sweep() {
	probe() // want `^unknown$`
}

type report struct{ rows []string }

func (r *report) Run() {
	probe() // want `^unknown$`
	for range r.rows {
		probe() // want `^loop: \(\*message.report\).Run -> in the loop$`
	}
}

func newSchedule(r *report) *cron.Cron {
	probe() // want `^setup: constructor or set-up by name$`
	c := cron.New()
	c.AddFunc("@hourly", sweep)
	c.AddJob("@daily", r)
	c.AddFunc("@hourly", func() {
		probe() // want `^unknown$`
	})
	c.AddJob("@daily", cron.FuncJob(func() {
		probe() // want `^unknown$`
	}))
	return c
}

func newJobs(s gocron.Scheduler) {
	probe() // want `^setup: registers jobs$`
	s.NewJob(gocron.DurationJob(time.Hour), gocron.NewTask(func(dir string) {
		probe() // want `^unknown$`
	}, "/tmp"))
}
