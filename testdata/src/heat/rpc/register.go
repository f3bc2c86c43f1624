package rpc

import "context"

// A service declared by hand: only its registration tells.

type Query struct{}

type Answer struct{}

type Oracle interface {
	Ask(ctx context.Context, q *Query) (*Answer, error)
}

type OracleHandler struct{ oracle Oracle }

func NewOracleHandler(oracle Oracle) *OracleHandler { return &OracleHandler{oracle} }

type delphi struct{}

func (d *delphi) Ask(ctx context.Context, q *Query) (*Answer, error) {
	probe() // want `^request: registered service \(\*rpc.delphi\).Ask$`
	return nil, nil
}

func (d *delphi) Burn(ctx context.Context, q *Query) (*Answer, error) {
	probe() // want `^unknown$`
	return nil, nil
}

type dodona struct{}

// Implements it too, but nobody registers it.
func (d *dodona) Ask(ctx context.Context, q *Query) (*Answer, error) {
	probe() // want `^unknown$`
	return nil, nil
}

func wire() {
	NewOracleHandler(&delphi{})
}
