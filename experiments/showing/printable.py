"""Signs that are obeyed instead of shown: what no page, no picture, no terminal and no name may hold.

A control sign in a chart does not end in an error: it ends the process, with all that is in it. In a terminal it moves
the cursor, or worse. A sign that turns the direction of writing makes a name read as another one.
"""

import re
import unicodedata
from typing import Any

_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = rf"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_TURNING}"
_FORBIDDEN = re.compile(rf"[{_UNSEEN}\ufffe\uffff]")
_OBEYED = re.compile(rf"[{_UNSEEN}\r]")
_WITHOUT_INK = {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"}
_TURNS = re.compile(f"[{_TURNING}]")

WORD_JOINER = "\N{WORD JOINER}"
"""Keeps what stands around it on one line of a page. A terminal breaks at blanks only, and some show it as a box."""


def printable(text: str) -> str:
    """The text with a blank for each such sign.

    >>> printable("a\\x07b")
    'a b'
    """
    return _FORBIDDEN.sub(" ", text)


def visible(text: str) -> str:
    r"""The text with each sign that a terminal would obey written out, as JSON and TOML write it in their texts.

    >>> visible("a\u202eb\x1b[31m"), visible("é\n")
    ('a\\u202eb\\u001b[31m', 'é\n')
    """
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def obeyed_left_out(text: str) -> str:
    r"""The text without the signs that a terminal would obey or show as a box: none of them takes room in a column.

    >>> obeyed_left_out("a\u202eb\x1b[31m")
    'ab[31m'
    """
    return _OBEYED.sub("", text).replace(WORD_JOINER, "")


def turning_sign(text: str) -> str | None:
    r"""The first sign in a text that turns the direction of writing, by its number in Unicode; None: there is none.

    >>> turning_sign("a\u202eb"), turning_sign("é ש")
    ('U+202E', None)
    """
    found = _TURNS.search(text)
    return None if found is None else f"U+{ord(found[0]):04X}"


def unseen(text: str) -> bool:
    r"""Whether a text that is not blank shows nothing all the same: none of its signs takes ink.

    >>> unseen("\u200b\u2060"), unseen("a\u200b"), unseen(" ")
    (True, False, False)
    """
    return bool(text.strip()) and all(unicodedata.category(sign) in _WITHOUT_INK or sign == "\ufe0f" for sign in text)


def all_printable(value: Any) -> Any:
    """The same as `printable` of every text within a value for JSON, keys too."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {printable(key) if isinstance(key, str) else key: all_printable(each) for key, each in value.items()}
    return [all_printable(each) for each in value] if isinstance(value, list) else value
