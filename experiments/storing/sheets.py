"""Texts that go into a table which somebody may open in a spreadsheet."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First signs that make a spreadsheet take a text for a formula."""


def harmless(text: str) -> str:
    """The text, marked as one where a spreadsheet would take it for a formula.

    >>> harmless("=1+1"), harmless("fair-salary")
    ("'=1+1", 'fair-salary')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
