"""How fast and how large Siloscope is; one file for each kind of figure; bench.py puts them together."""
