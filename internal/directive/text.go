package directive

import "bytes"

const byteOrderMark = "\ufeff"

// lineStart returns where the line of an offset starts.
func lineStart(src []byte, offset int) int { return bytes.LastIndexByte(src[:offset], '\n') + 1 }

// nextLine returns where the line behind that of an offset starts.
func nextLine(src []byte, offset int) int {
	if i := bytes.IndexByte(src[offset:], '\n'); i >= 0 {
		return offset + i + 1
	}
	return len(src)
}

// lineEnd returns where the text of the line that starts at an offset ends.
func lineEnd(src []byte, start int) int {
	return start + len(bytes.TrimRight(src[start:nextLine(src, start)], "\r\n"))
}
