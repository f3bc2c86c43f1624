package observed

func assemble(a *assembled)
