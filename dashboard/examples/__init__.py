"""Examples for those who come from elsewhere: our model in Mesa's own viewer."""
