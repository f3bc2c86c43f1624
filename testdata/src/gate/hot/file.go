//zenith:ignore gate the whole file

package hot

import (
	"net/http"
	"strings"
)

func inFile(w http.ResponseWriter, r *http.Request) { _ = strings.Title("a") }
