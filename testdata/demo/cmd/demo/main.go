// Command demo is a small bookshop: a web service with a background worker.
package main

import (
	"context"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"example.com/demo/internal/catalog"
	"example.com/demo/internal/config"
	"example.com/demo/internal/isbn"
	"example.com/demo/internal/shelf"
	"example.com/demo/internal/store"
	"example.com/demo/internal/web"
	"example.com/demo/internal/worker"
)

type command struct {
	name, help string
	run        func(ctx context.Context, args []string, out io.Writer) error
}

var commands = []command{
	{"serve", "start the web service", serve},
	{"import", "turn a CSV file into a snapshot for serve", importBooks},
	{"version", "print the version", version},
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch err := run(ctx, os.Args[1:], os.Stdout); {
	case err == nil, errors.Is(err, flag.ErrHelp):
	default:
		fmt.Fprintln(os.Stderr, "demo:", err)
		stop()
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 {
		return errors.New(usage(commands))
	}
	for _, c := range commands {
		if c.name == args[0] {
			return c.run(ctx, args[1:], out)
		}
	}
	return fmt.Errorf("unknown command %q\n%s", args[0], usage(commands))
}

func usage(commands []command) string {
	text := "usage: demo <command> [flags]\n\n"
	for _, c := range commands {
		text += fmt.Sprintf("  %-8s %s\n", c.name, c.help)
	}
	return text
}

// serve runs the shop until ctx is done.
func serve(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	path := flags.String("config", "", "configuration `file`")
	addr := flags.String("addr", "", "`address` to listen on, instead of the configured one")
	data := flags.String("data", "", "snapshot `file` to start with")
	if err := flags.Parse(args); err != nil {
		return err
	}
	cfg, err := config.Load(*path)
	if err != nil {
		return err
	}
	if *addr != "" {
		cfg.Addr = *addr
	}
	books, err := open(*data)
	if err != nil {
		return err
	}

	log := slog.New(slog.NewTextHandler(out, nil))
	watchers := worker.NewWatchers(log)
	deliveries := worker.New(books, watchers, log, cfg.QueueSize)
	shop := &web.Server{
		Site:       cfg.Site,
		Books:      books,
		Shelves:    shelf.NewRules(cfg.Shelves),
		Deliveries: deliveries,
		Watchers:   watchers,
		Log:        log,
	}

	ln, err := net.Listen("tcp", cfg.Addr)
	if err != nil {
		return err
	}
	log.Info("serving", "addr", ln.Addr().String(), "currency", cfg.Currency)
	server := &http.Server{Handler: shop.Handler(), ReadHeaderTimeout: 5 * time.Second}

	var background sync.WaitGroup
	background.Go(func() { deliveries.Run(ctx) })
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(ln) }()

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	shutdown, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	err = server.Shutdown(shutdown)
	background.Wait()
	log.Info("stopped")
	return err
}

// open returns the store of a snapshot, or an empty one.
func open(path string) (*store.Memory, error) {
	if path == "" {
		return store.New(), nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return store.Load(f)
}

// importBooks reads a CSV file with the columns isbn, title, author, price and
// writes a snapshot.
func importBooks(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("import", flag.ContinueOnError)
	target := flags.String("o", "books.json", "snapshot `file` to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("import: want one CSV file")
	}
	f, err := os.Open(flags.Arg(0))
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name(), err)
	}

	price := regexp.MustCompile(`^(\d+)[.,](\d\d)$`)
	books, skipped := store.New(), ""
	for i, row := range rows {
		m := price.FindStringSubmatch(row[len(row)-1])
		if len(row) != 4 || m == nil || !isbn.Valid(row[0]) {
			skipped += fmt.Sprintf(" %d", i+1)
			continue
		}
		cents, err := strconv.ParseInt(m[1]+m[2], 10, 64)
		if err != nil {
			return fmt.Errorf("row %d: %w", i+1, err)
		}
		if _, err := books.Add(ctx, catalog.Draft{ISBN: row[0], Title: row[1], Author: row[2], Price: cents}); err != nil {
			return fmt.Errorf("row %d: %w", i+1, err)
		}
	}
	if skipped != "" {
		fmt.Fprintln(out, "skipped rows:"+skipped)
	}

	dst, err := os.Create(*target)
	if err != nil {
		return err
	}
	if err := errors.Join(books.Save(dst), dst.Close()); err != nil {
		return err
	}
	fmt.Fprintln(out, "wrote", filepath.Base(*target))
	return nil
}

// version prints what the build knows about itself.
func version(_ context.Context, _ []string, out io.Writer) error {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return errors.New("version: no build information")
	}
	revision := regexp.MustCompile(`^vcs\.(revision|time|modified)$`)
	text := "demo " + info.Main.Version + " " + info.GoVersion
	for _, s := range info.Settings {
		if revision.MatchString(s.Key) {
			text += " " + strings.TrimPrefix(s.Key, "vcs.") + "=" + s.Value
		}
	}
	_, err := fmt.Fprintln(out, text)
	return err
}
