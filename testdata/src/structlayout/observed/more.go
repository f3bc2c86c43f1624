//go:build unix

package observed

import (
	"bytes"
	"encoding/gob"
	"encoding/xml"
	"syscall"
	"unsafe"
)

// nope: given to the kernel
type request struct { // want request:"observed"
	a bool
	n int64
	b bool
}

func ioctl(fd uintptr, r *request) {
	syscall.Syscall(syscall.SYS_IOCTL, fd, 0, uintptr(unsafe.Pointer(r)))
}

// nope: a view of mapped memory
type record struct { // want record:"observed"
	a bool
	n int64
	b bool
}

func mapped(fd int) *record {
	data, err := syscall.Mmap(fd, 0, 4096, syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return nil
	}
	return (*record)(unsafe.Pointer(&data[0]))
}

// a notice: written by other encoders
type gobbed struct { // want gobbed:"shown"
	A bool
	N int64
	B bool
}

type xmled struct { // want xmled:"shown"
	A bool
	N int64
	B bool
}

func encodeBoth(g gobbed, x []xmled) ([]byte, error) {
	var out bytes.Buffer
	if err := gob.NewEncoder(&out).Encode(g); err != nil {
		return nil, err
	}
	return xml.Marshal(x)
}

// Whoever looks at what points to it knows nothing of its layout.
type pointee struct { // want `struct pointee: 24 bytes`
	a bool
	n int64
	b bool
}

type header struct { // want header:"observed"
	a    bool
	list []*pointee
	last *pointee
	b    bool
}

func address(h *header) uintptr { return uintptr(unsafe.Pointer(h)) }

type rest struct {
	request []request
	record  []record
	gobbed  []gobbed
	xmled   []xmled
	pointee []*pointee
	header  []header
}

func fillRest(n string) (x rest) {
	for range n {
		x.request = append(x.request, request{})
		x.record = append(x.record, record{})
		x.gobbed = append(x.gobbed, gobbed{})
		x.xmled = append(x.xmled, xmled{})
		x.pointee = append(x.pointee, &pointee{})
		x.header = append(x.header, header{})
	}
	return x
}
