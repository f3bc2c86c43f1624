// Package few has loops that start goroutines for what is few: workers, parts
// of the program, connections.
package few

import (
	"context"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"
)

func work(jobs <-chan string) {
	for range jobs {
	}
}

// nope: workers, as many as configured, as processors, as a constant says
func workers(jobs chan string, n int) {
	for range n {
		go work(jobs)
	}
	for i := 0; i < runtime.GOMAXPROCS(0); i++ {
		go work(jobs)
	}
	for i := 0; i < 100; i++ {
		go work(jobs)
	}
	for i := n; i > 0; i-- {
		go work(jobs)
	}
}

// nope: no more workers than work
func capped(dir string, n int) {
	entries, _ := os.ReadDir(dir)
	jobs := make(chan string)
	if n > len(entries) {
		n = len(entries)
	}
	for w := 0; w < n; w++ {
		go work(jobs)
	}
}

// nope: a table
func table() {
	for _, name := range []string{"a", "b", "c"} {
		go os.Remove(name)
	}
	var names [3]string
	for _, name := range names {
		go os.Remove(name)
	}
}

// nope: one goroutine for each connection is what a server does
func accept(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go conn.Close()
	}
}

// nope: what comes is served; the sender sets the pace
func consume(messages <-chan string) {
	for m := range messages {
		go os.Remove(m)
	}
}

// nope: a loop without end takes what comes
func receive(messages <-chan string) {
	for {
		m, ok := <-messages
		if !ok {
			return
		}
		go os.Remove(m)
	}
}

type Config struct{ Hosts []string }

// nope: configuration
func configured(cfg *Config) {
	for _, h := range cfg.Hosts {
		go net.LookupHost(h)
	}
}

// nope: as many as somebody wrote down, even if they wait for their turn
func configuredInside(cfg *Config, sem chan struct{}) {
	for _, h := range cfg.Hosts {
		go func() {
			sem <- struct{}{}
			defer func() { <-sem }()
			net.LookupHost(h)
		}()
	}
}

type Site struct{ Names []string }

// nope: the same by its type
func configuredNames(site *struct{ Config Site }, sem chan struct{}) {
	for _, name := range site.Config.Names {
		go func() {
			sem <- struct{}{}
			defer func() { <-sem }()
			net.LookupHost(name)
		}()
	}
}

type backend struct {
	mu   sync.Mutex
	addr string
}

func (b *backend) check() {}

type proxy struct {
	backends []*backend
	names    []string
	mu       sync.Mutex
}

// nope: parts of the program
func (p *proxy) checkAll() {
	for _, b := range p.backends {
		go b.check()
	}
	for _, name := range p.names {
		go net.LookupHost(name)
	}
}

// nope: what runs for the life of the program
func (p *proxy) follow(ctx context.Context) {
	rooms, _ := listRooms(ctx)
	for _, r := range rooms {
		go r.poll(ctx)
		go func() {
			for {
				select {
				case <-ctx.Done():
					return
				case s := <-r.in:
					os.Remove(s)
				}
			}
		}()
	}
}

type room struct{ in chan string }

func (r room) poll(ctx context.Context) {}

func listRooms(ctx context.Context) ([]room, error) { return nil, nil }

// nope: functions, written down one by one
func functions(ctx context.Context, steps ...func(context.Context) error) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, step := range steps {
		g.Go(func() error { return step(ctx) })
	}
	return g.Wait()
}

// nope: nothing shows that the parameter is long, or the code hot
func Unknown(names []string) {
	for _, name := range names {
		go os.Remove(name)
	}
}

// nope: the interfaces of this machine
func interfaces() {
	list, _ := net.Interfaces()
	for _, i := range list {
		go i.Addrs()
	}
}

// nope: constructors and main set up
func NewProxy() *proxy {
	names, _ := loadNames(context.Background())
	for _, name := range names {
		go net.LookupHost(name)
	}
	return new(proxy)
}

func loadNames(ctx context.Context) ([]string, error) { return nil, nil }

// nope: error path
func failed(ctx context.Context) error {
	names, err := loadNames(ctx)
	if err != nil {
		for _, name := range names {
			go os.Remove(name)
		}
		return err
	}
	return nil
}

// nope: not started at all
func inlineCalls(ctx context.Context) {
	names, _ := loadNames(ctx)
	for _, name := range names {
		func() { os.Remove(name) }()
		defer os.Remove(name)
	}
}

// nope: parts of a deployment, of which nothing shows that they were fetched
func nodes(nodes []string) {
	for _, node := range nodes {
		go net.LookupHost(node)
	}
}

// nope: fetched, but parts of the program
func workersOf(ctx context.Context) {
	names, _ := loadNames(ctx)
	for _, worker := range names {
		go net.LookupHost(worker)
	}
}

// nope: what a constructor does is set-up where another function does it for it
func NewStore(ctx context.Context) *proxy {
	p := new(proxy)
	p.restore(ctx)
	return p
}

func (p *proxy) restore(ctx context.Context) {
	names, _ := loadNames(ctx)
	for _, name := range names {
		go net.LookupHost(name)
	}
}

// nope: what is made of a request is not what the request holds
type filter struct{ kinds []string }

func parseFilter(ctx context.Context, text string) (*filter, error) {
	f := new(filter)
	f.kinds = known(text)
	return f, ctx.Err()
}

func known(text string) []string { return []string{text} }

func filtered(ctx context.Context, text string) error {
	f, err := parseFilter(ctx, text)
	if err != nil {
		return err
	}
	g, ctx := errgroup.WithContext(ctx)
	for _, kind := range f.kinds {
		g.Go(func() error { return ctx.Err() })
		_ = kind
	}
	return g.Wait()
}

// nope: the first of them
func firstOf(ctx context.Context, most int) {
	names, _ := loadNames(ctx)
	names = names[:min(len(names), most)]
	for _, name := range names {
		go net.LookupHost(name)
	}
}

// nope: a function that picks two of them at most
func firstTwo(ctx context.Context) {
	names, _ := loadNames(ctx)
	names = pickTwo(names)
	for _, name := range names {
		go net.LookupHost(name)
	}
	names, _ = loadNames(ctx)
	for _, name := range pickUntil(names) {
		go net.LookupHost(name)
	}
}

func pickTwo(names []string) []string {
	if len(names) == 0 {
		return names
	}
	some := names[:0]
	for i := 0; i < len(names) && len(some) < 2; i++ {
		if names[i] != "" {
			some = append(some, names[i])
		}
	}
	return some
}

func pickUntil(names []string) (some []string) {
	for _, name := range names {
		if len(some) >= 8 {
			break
		}
		some = append(some, name)
	}
	return some
}

// nope: places where machines stand
func fetchedPlaces(ctx context.Context) {
	datacenters, _ := loadNames(ctx)
	for _, datacenter := range datacenters {
		go net.LookupHost(datacenter)
	}
}

type peerClient struct{ addr string }

func (*peerClient) ask(name string) error { return nil }

type member struct {
	name   string
	Client *peerClient
}

type ring struct {
	mu            sync.Mutex
	sentinelAddrs []string
}

func loadMembers(ctx context.Context) ([]*member, error) { return nil, ctx.Err() }

// nope: each has a client of its own
func askAll(ctx context.Context) {
	all, _ := loadMembers(ctx)
	for _, m := range all {
		go net.LookupHost(m.name)
	}
}

// nope: what a component keeps of its deployment, even if it was fetched
func (r *ring) discover(ctx context.Context) {
	names, _ := loadNames(ctx)
	for _, name := range names {
		r.sentinelAddrs = append(r.sentinelAddrs, name)
	}
}

func (r *ring) ask() {
	for _, addr := range r.sentinelAddrs {
		go net.LookupHost(addr)
	}
}

// nope: a machine has as many devices as it has
func devices() error {
	if disks, err := os.ReadDir("/sys/block"); err == nil {
		for _, d := range disks {
			go os.ReadFile(d.Name())
		}
	}
	return filepath.WalkDir("/dev", func(path string, d os.DirEntry, err error) error {
		go os.Stat(path)
		return err
	})
}

type resolver struct{}

func (*resolver) LookupIPAddr(ctx context.Context, host string) ([]net.IPAddr, bool, error) {
	return nil, false, ctx.Err()
}

// nope: a host has a handful of addresses
func reverse(ctx context.Context, r *resolver, host string) {
	ips, _, _ := r.LookupIPAddr(ctx, host)
	for _, ip := range ips {
		go net.LookupAddr(ip.String())
	}
	names, _ := net.DefaultResolver.LookupHost(ctx, host)
	for _, name := range names {
		go net.Dial("tcp", name)
	}
}

// nope: each turn copies in one direction until the other is done
func tunnels(ctx context.Context) error {
	names, _ := loadNames(ctx)
	for _, name := range names {
		conn, err := net.Dial("tcp", name)
		if err != nil {
			continue
		}
		go func() {
			io.Copy(os.Stdout, conn)
			conn.Close()
		}()
		if _, err := io.Copy(conn, os.Stdin); err != nil {
			return err
		}
	}
	return nil
}

// nope: each task decides whether another one follows
func untilEnough(pages []string) {
	var wg sync.WaitGroup
	next := make(chan bool, len(pages))
	next <- true
	i := 0
	for more := range next {
		if !more || i == len(pages) {
			break
		}
		wg.Add(1)
		go func(page string) {
			defer wg.Done()
			_, err := net.LookupHost(page)
			next <- err != nil
		}(pages[i])
		i++
	}
	wg.Wait()
}

type peerInfo struct{ addr string }

func clusterPeers(ctx context.Context) ([]peerInfo, error) { return nil, ctx.Err() }

// nope: parts of the deployment, by their type
func askPeers(ctx context.Context) error {
	infos, err := clusterPeers(ctx)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	for _, info := range infos {
		wg.Go(func() { net.Dial("tcp", info.addr) })
	}
	wg.Wait()
	return nil
}

func listKinds(ctx context.Context) ([]string, error) { return nil, nil }

// nope: there are few kinds of anything, even if they were fetched
func fetchedKinds(ctx context.Context) {
	jobTypes, _ := listKinds(ctx)
	for _, jobType := range jobTypes {
		go os.Remove(jobType)
	}
}

type object struct{ kind int }

func (o *object) Kind() int { return o.kind }

func listObjects(ctx context.Context) ([]*object, error) { return nil, ctx.Err() }

// nope: groups by kind, of which there are few
func byKind(ctx context.Context) {
	objects, _ := listObjects(ctx)
	var groups [][]*object
	for i, o := range objects {
		if i == 0 || objects[i-1].Kind() != o.Kind() {
			groups = append(groups, nil)
		}
		last := len(groups) - 1
		groups[last] = append(groups[last], o)
	}
	for range groups {
		go net.LookupHost("example.com")
	}
}

const otherKind = 1

// those that are not of one kind may be nearly all
func othersOf(ctx context.Context) {
	objects, _ := listObjects(ctx)
	var others []*object
	for _, o := range objects {
		if o.kind != otherKind {
			others = append(others, o)
		}
	}
	for range others {
		go net.LookupHost("example.com") // want `a goroutine starts for each element of others`
	}
}

type cluster struct{ nodes []string }

func (c *cluster) each(do func(id int, node string)) {
	for i, node := range c.nodes {
		do(i, node)
	}
}

// nope: parts of the deployment, handed to a literal
func askNodes(c *cluster, sem chan bool) {
	c.each(func(_ int, node string) {
		go func() {
			sem <- true
			defer func() { <-sem }()
			net.LookupHost(node)
		}()
	})
}
