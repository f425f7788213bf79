"""How fast and how large Siloscope is; one file for each kind of figure. `experiments.bench` puts them together."""
