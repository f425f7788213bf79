"""Choosing a contract: a search for several goals within limits, and what is left of its finds on fresh luck."""
