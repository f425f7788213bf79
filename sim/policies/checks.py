"""What a value in a policy file may be, and the single line that says what is wrong and what would be right."""

import math
from collections.abc import Mapping
from typing import Any

from pydantic import BeforeValidator, ValidationError

from sim.datafiles.mistakes import asked_for, nearest, place, short
from sim.datafiles.reading import DataFileError

LONGEST_LINE = 400
"""Signs of a text in a policy file: a meaning takes two lines of a page."""


class PolicyError(DataFileError):
    """A policy file cannot be used; the message is one line that names the file, the key, the value and the remedy."""


def line(given: Any) -> str:
    """A text of one line that is not empty."""
    if not isinstance(given, str) or not given.strip() or any(ord(sign) < 32 or ord(sign) == 127 for sign in given):
        raise asked_for(given, "must be a text of one line, in quotes", "no_line")
    if len(given) > LONGEST_LINE:
        said = f"must be a text of at most {LONGEST_LINE} signs"
        raise asked_for(given, said, "long_line", {"most": LONGEST_LINE})
    return given


def tables(given: Any) -> list[Any]:
    """A list, for what is written with double brackets."""
    if not isinstance(given, list):
        said = "must be a list; write each of its tables with double brackets, as [[employee.terms]]"
        raise asked_for(given, said, "no_list")
    return given


def number(low: float = -math.inf, high: float = math.inf) -> BeforeValidator:
    """A finite number from low to high."""
    bounds = "" if math.isinf(low) else f" from {low:g} to {high:g}"

    def check(given: Any) -> float:
        good = isinstance(given, int | float) and not isinstance(given, bool)
        if not good or not low <= given <= high or not abs(given) < 1e12:
            reason = "no_number_from" if bounds else "no_number"
            raise asked_for(given, f"must be a number{bounds}", reason, {"low": low, "high": high} if bounds else {})
        return float(given)

    return BeforeValidator(check)


def named[T](known: Mapping[str, T], what: str) -> BeforeValidator:
    """One of the known names, turned into what it stands for."""

    def check(given: Any) -> T:
        if isinstance(given, str) and given in known:
            return known[given]
        said = f"is no known {what}; {nearest(given, known)}"
        raise asked_for(given, said, "unknown_name", {"known": list(known)})

    return BeforeValidator(check)


def one_line(error: ValidationError) -> str:
    """The first of the errors that pydantic found, in our own words."""
    first = error.errors(include_url=False)[0]
    where = place(first["loc"], {"terms": "term", "steps": "step"})
    if first["type"] == "data_file":
        return f"{where}: {first['msg']}" if where else first["msg"]
    if first["type"] == "data_file_value":
        return f"{where} {first['msg']}"
    return f"{where} = {short(first['input'])}: {first['msg'].lower()}"
