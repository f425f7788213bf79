"""How fast the dashboard answers, in a real browser: `python -m dashboard.benchmark`."""
