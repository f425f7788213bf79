"""Data files: read safely, spelled in TOML, and one line that says what is wrong and what would be right.

Policies, scenarios and logs are all read here, so that a wrong file is told in the same words whatever it holds.
"""
