package config

import (
	"encoding/json"
	"flag"
	"fmt"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/zenithlint/zenithlint/internal/doctext"
)

// object is a part of a schema.
type object map[string]any

// Schema returns the JSON schema of the file, which editors check and complete
// it with.
func Schema(rules []*analysis.Analyzer) []byte {
	general, below := make(object), make(object)
	for _, a := range rules {
		general[a.Name] = ruleSchema(a, optionsSchema(a))
		below[a.Name] = ruleSchema(a, object{keyLevel: object{"$ref": "#/definitions/level"}})
	}
	top := properties(object{
		keyLevel:       object{"$ref": "#/definitions/level"},
		keyRules:       described("Rules by name: on, off or their options.", properties(general)),
		keyPaths:       described("What differs below a path. Later elements win.", listOf(pathSchema(below))),
		keyExclude:     described("Files and directories of which nothing is reported.", listOf(globSchema())),
		keyEntryPoints: described("Further functions that requests come in at, by name or signature.", listOf(functionSchema(functionForms))),
		keyCold:        described("Further functions and packages that never run often.", listOf(functionSchema(coldForms))),
	})
	top["$schema"] = "http://json-schema.org/draft-07/schema#"
	top["title"] = FileName
	top["definitions"] = object{"level": object{
		"description": "The lowest level that is reported.",
		"enum":        Levels,
		"default":     Levels[0],
	}}
	text, err := json.MarshalIndent(top, "", "  ")
	if err != nil {
		panic(fmt.Sprintf("schema of %s: %v", FileName, err)) // only maps and strings
	}
	return append(text, '\n')
}

func ruleSchema(a *analysis.Analyzer, options object) object {
	setting := properties(options)
	return described(doctext.Summary(a.Doc), object{"anyOf": []object{{"enum": states}, setting}})
}

func optionsSchema(a *analysis.Analyzer) object {
	options := object{}
	a.Flags.VisitAll(func(f *flag.Flag) {
		_, usage := flag.UnquoteUsage(f)
		option := described(usage, object{"type": typeOf(f).schema})
		if value, ok := defaultOf(f); ok {
			option["default"] = value
		}
		options[f.Name] = option
	})
	options[keyLevel] = object{"$ref": "#/definitions/level"}
	return options
}

// defaultOf returns the default of an option, if there is one that is not
// empty.
func defaultOf(f *flag.Flag) (value any, ok bool) {
	switch typeOf(f).schema {
	case "boolean":
		value, err := strconv.ParseBool(f.DefValue)
		return value, err == nil
	case "integer", "number":
		return json.Number(f.DefValue), json.Valid([]byte(f.DefValue))
	}
	return f.DefValue, f.DefValue != ""
}

func pathSchema(rules object) object {
	return object{
		"type":                 "object",
		"properties":           object{keyPath: globSchema(), keyRules: properties(rules)},
		"required":             pathKeys,
		"additionalProperties": false,
	}
}

func globSchema() object {
	return object{
		"type":        "string",
		"description": "A glob relative to the directory of the file; ** stands for any directories.",
		"pattern":     `^[^/\\][^\\]*$`,
	}
}

func functionSchema(forms string) object {
	return object{"type": "string", "description": forms, "pattern": `^(func ?\(.*|[^ ,]*[^ ,/])$`}
}

// properties is a map with the given keys only, which may be left empty.
func properties(keys object) object {
	return object{"type": []string{"object", "null"}, "properties": keys, "additionalProperties": false}
}

// listOf is a list, which may be left empty.
func listOf(items object) object {
	return object{"type": []string{"array", "null"}, "items": items}
}

func described(text string, o object) object {
	o["description"] = text
	return o
}
