"""Policies side by side under the same luck: what is run, how it is run, and what is found."""
