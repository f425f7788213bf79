"""The page that shows a comparison to people: one HTML file, in two languages, that needs nothing else.

page.py puts it together; charts.py draws, sentences.py says what was found, tables.py and receipts.py set out the
numbers. All fixed words are in words.toml.
"""
