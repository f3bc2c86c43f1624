package regexcompile_test

import (
	"testing"

	"github.com/zenithlint/zenithlint/analyzers/regexcompile"
	"github.com/zenithlint/zenithlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, regexcompile.Analyzer) }
