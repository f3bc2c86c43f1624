package often

import (
	"encoding/json"

	"github.com/gofiber/fiber/v2"
)

// The body of a request as the framework returns it.
func checkOrder(c *fiber.Ctx) error {
	var in []order
	if c.Params("format") == "json" {
		return json.Unmarshal(c.Body(), &in) // want "hot path decodes with encoding/json"
	}
	return nil
}
