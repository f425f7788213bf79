"""In which signs output leaves us: no table ends in an error because a terminal or a file knows fewer signs than we."""

import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper

CHOSEN = "PYTHONIOENCODING"
"""Whoever sets this knows what they want."""


def ready(environment: Mapping[str, str] = os.environ) -> None:
    """Write UTF-8 into files and pipes, as in every file of ours, and "?" for a sign that a terminal does not know.

    Windows would write another encoding into a file than it shows on the screen: no arrow and no table fits into it.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # None where nobody can see it; something else in a notebook
            _widen(stream, CHOSEN in environment)


def _widen(stream: TextIOWrapper, chosen: bool) -> None:
    if not chosen and not stream.isatty() and stream.encoding.lower().replace("-", "") != "utf8":
        stream.reconfigure(encoding="utf-8")
    if stream.errors == "strict":
        stream.reconfigure(errors="replace")
