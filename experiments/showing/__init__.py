"""How numbers, colours, words and tables are shown, the same everywhere."""
