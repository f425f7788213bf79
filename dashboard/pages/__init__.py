"""The pages: a folder each, found by facts.py."""
