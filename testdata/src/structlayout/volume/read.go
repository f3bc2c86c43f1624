package volume

type scanKind int

const end scanKind = 0

type textScanner struct{ scanKind scanKind }

func (s *textScanner) next() {}

// a piece at each turn, until the scanner has come to the end
type piece struct { // want `struct piece: 40 bytes .*\[loop: volume.pieces -> in the loop -> appended in pieces, 40 -> 32 bytes per element\]`
	quoted bool
	text   string
	upper  bool
	at     int
}

func pieces(s *textScanner) (list []piece) {
	for s.scanKind != end {
		list = append(list, piece{at: len(list)})
		s.next()
	}
	return list
}

// a value per line
type stanza struct { // want `struct stanza: 40 bytes .*\[loop: volume.stanzas -> in the loop -> appended in stanzas, 40 -> 32 bytes per element\]`
	quoted bool
	text   string
	upper  bool
	at     int
}

func stanzas(s *textScanner) (list []stanza) {
	for text, ok := readLine(s); ok; text, ok = readLine(s) {
		list = append(list, stanza{text: text})
	}
	return list
}

func readLine(*textScanner) (string, bool) { return "", false }

// one for each character
type arrival struct { // want `struct arrival: 24 bytes .*\[loop: volume.arrivals -> in the loop -> allocated and appended in arrivals\]`
	sent  bool
	n     int64
	found bool
}

func arrivals(text string) (list []*arrival) {
	for _, c := range text {
		list = append(list, &arrival{n: int64(c)})
	}
	return list
}

// nope: the buffer that is made for each weighs much more
type delivery struct {
	sent  bool
	n     int64
	found bool
}

func deliveries(text string) (list []*delivery) {
	for _, c := range text {
		buf := make([]byte, 1500)
		buf[0] = byte(c)
		list = append(list, &delivery{n: int64(len(buf))})
	}
	return list
}
