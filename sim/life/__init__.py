"""The hours and weeks of a company's life: start at day.py, its table of contents."""
