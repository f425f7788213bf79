"""Text without the signs that no page and no picture may hold.

A control sign in a chart does not end in an error: it ends the process, with all that is in it.
"""

import re
from typing import Any

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text with a blank for each such sign.

    >>> printable("a\\x07b")
    'a b'
    """
    return _FORBIDDEN.sub(" ", text)


def all_printable(value: Any) -> Any:
    """The same of every text within a value for JSON, keys too."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {printable(key) if isinstance(key, str) else key: all_printable(each) for key, each in value.items()}
    return [all_printable(each) for each in value] if isinstance(value, list) else value
