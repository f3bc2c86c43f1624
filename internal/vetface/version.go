package vetface

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"

	"github.com/zenithlint/zenithlint/internal/config"
	"github.com/zenithlint/zenithlint/internal/modroot"
)

// versionFlag is the flag -V=full, whose answer cmd/go makes part of the key
// under which it keeps results.
type versionFlag struct{}

// IsBoolFlag lets -V stand alone.
func (versionFlag) IsBoolFlag() bool { return true }

// String implements flag.Value.
func (versionFlag) String() string { return "" }

// Set prints the version and ends the program.
func (versionFlag) Set(string) error {
	// Asked once for each run of go vet, so a mistake is told once.
	if _, err := config.Find("."); err != nil {
		fmt.Fprintln(os.Stderr, "zenithlint:", err)
		os.Exit(2)
	}
	id, err := buildID()
	if err != nil {
		return err
	}
	// The third word must contain "devel": then the last is the key.
	fmt.Printf("zenithlint version devel buildID=%s\n", id)
	os.Exit(0)
	return nil
}

// buildID identifies the executable and the module it is asked about. The
// module is in it since results hold absolute paths, while with -trimpath
// cmd/go's own part of the key does not: a second checkout of the same code
// would be shown the files of the first.
func buildID() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, f); err != nil {
		return "", err
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	if root, ok := modroot.Find(dir); ok {
		dir = root
	}
	io.WriteString(hash, "\x00"+dir+"\x00"+config.Digest(dir))
	return fmt.Sprintf("%x", hash.Sum(nil)), nil
}
