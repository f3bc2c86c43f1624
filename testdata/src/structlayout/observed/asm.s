// assemble is declared in asm.go.
