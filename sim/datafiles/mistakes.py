"""The single line that says what is wrong in a data file, where, and what would be right."""

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import LiteralString

from pydantic_core import PydanticCustomError

type Location = tuple[int | str, ...]

_LONGEST = 60


def on_one_line(text: str) -> str:
    """A text without line breaks or control signs, of at most 60 signs."""
    plain = re.sub(r"[\s\x00-\x1f\x7f]+", " ", text)
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 3] + "..."


def short(value: object) -> str:
    """A value as a file would write it, on one line of reasonable length."""
    if isinstance(value, bool):
        return str(value).lower()
    return on_one_line(f'"{value}"' if isinstance(value, str) else repr(value))


def wrong(
    key: str, value: object, problem: str, reason: str = "", facts: Mapping[str, object] | None = None
) -> PydanticCustomError:
    """The error for `key` of the table at hand (value None: there is none to show).

    `reason` names the rule that is broken and `facts` what it was broken with: a page says the same with them in the
    language of its reader, at the field.
    """
    shown = "" if value is None or isinstance(value, dict | list) else f" = {short(value)}"
    return _error("data_file", f"{on_one_line(key)}{shown} {problem}", key, reason, facts)


def asked_for(
    value: object, problem: str, reason: str = "", facts: Mapping[str, object] | None = None
) -> PydanticCustomError:
    """The error for a value whose key pydantic knows itself."""
    return _error("data_file_value", f"= {short(value)} {problem}", "", reason, facts)


def _error(
    kind: LiteralString, text: str, key: str, reason: str, facts: Mapping[str, object] | None
) -> PydanticCustomError:
    return PydanticCustomError(kind, "{text}", {"text": text, "key": key, "reason": reason, "facts": facts or {}})


def near(given: object, known: Iterable[str], most: int = 3) -> list[str]:
    """The known names that look most like the given one, the nearest first; small letters and capitals are one.

    >>> near("triag", ["triage", "trust"]), near("Teams", ["Team"]), near("x", ["triage"])
    (['triage'], ['Team'], [])
    """
    lower: dict[str, str] = {}
    for name in known:
        lower.setdefault(name.lower(), name)
    return [lower[name] for name in difflib.get_close_matches(str(given).lower(), lower, n=most, cutoff=0.6)]


def did_you_mean(names: Iterable[str]) -> str:
    """The end of a message that offers names."""
    return "did you mean " + " or ".join(f'"{name}"' for name in names) + "?"


def nearest(given: object, known: Iterable[str]) -> str:
    """The end of a message: the known names that look most like the given one, or else all of them."""
    names = list(known)
    close = near(given, names)
    return did_you_mean(close) if close else "known are " + ", ".join(names)


def place(location: Location, items: Mapping[str, str]) -> str:
    """Where in a file, from pydantic's location; `items` says what an item of each list is called.

    >>> place(("employee", "terms", 1, "share"), {"terms": "term"}), place(("problems", "triage"), {})
    ('employee, term 2: share', 'problems.triage')
    """
    said, counted = "", False
    for i, step in enumerate(location):
        if isinstance(step, int):
            said += f"{', ' if said else ''}{items[str(location[i - 1])]} {step + 1}"
            counted = True
        elif i + 1 < len(location) and isinstance(location[i + 1], int):
            continue  # the name of the list; its number says enough
        else:
            said += (": " if counted else "." if said else "") + step
    return said if len(said) <= _LONGEST else "..." + said[3 - _LONGEST :]
