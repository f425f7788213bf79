"""The smallest company that is worth a comparison: it lives in no time."""

SMALL = """
name = "small"
[company]
units = 1
divisions = 2
employees = 3
[run]
warmup_weeks = 2
weeks = 7
replicates = 3
seed = 5
"""
