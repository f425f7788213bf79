"""What a value in a policy file may be, and the single line that says what is wrong and what would be right."""

import difflib
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BeforeValidator, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError


class PolicyError(ValueError):
    """A policy file cannot be used; the message is one line that names the file, the key, the value and the remedy."""


def wrong(key: str, value: object, problem: str) -> PydanticCustomError:
    """The error for `key` of the table at hand (value None: there is none to show)."""
    shown = "" if value is None or isinstance(value, dict | list) else f" = {_short(value)}"
    return PydanticCustomError("policy", "{text}", {"text": f"{_on_one_line(key)}{shown} {problem}"})


def asked_for(value: object, problem: str) -> PydanticCustomError:
    """The error for a value whose key pydantic knows itself."""
    return PydanticCustomError("policy_value", "{text}", {"text": f"= {_short(value)} {problem}"})


def _short(value: object) -> str:
    """A value as a policy file would write it, on one line of reasonable length."""
    if isinstance(value, bool):
        return str(value).lower()
    return _on_one_line(f'"{value}"' if isinstance(value, str) else repr(value))


def _on_one_line(text: str) -> str:
    """A text without line breaks or control signs, of at most 60 signs."""
    plain = re.sub(r"[\s\x00-\x1f\x7f]+", " ", text)
    return plain if len(plain) <= 60 else plain[:57] + "..."


def nearest(given: object, known: Iterable[str]) -> str:
    """The end of a message: the known name that looks most like the given one, or all of them."""
    names = list(known)
    close = difflib.get_close_matches(str(given).lower(), names, n=3, cutoff=0.6)
    if close:
        return "did you mean " + " or ".join(f'"{name}"' for name in close) + "?"
    return "known are " + ", ".join(names)


def line(given: Any) -> str:
    """A text of one line that is not empty."""
    if not isinstance(given, str) or not given.strip() or any(ord(sign) < 32 or ord(sign) == 127 for sign in given):
        raise asked_for(given, "must be a text of one line, in quotes")
    if len(given) > 400:
        raise asked_for(given, "must be a text of at most 400 signs")
    return given


def tables(given: Any) -> list[Any]:
    """A list, for what is written with double brackets."""
    if not isinstance(given, list):
        raise asked_for(given, "must be a list; write each of its tables with double brackets, as [[employee.terms]]")
    return given


def number(low: float = -math.inf, high: float = math.inf) -> BeforeValidator:
    """A finite number from low to high."""
    bounds = "" if math.isinf(low) else f" from {low:g} to {high:g}"

    def check(given: Any) -> float:
        good = isinstance(given, int | float) and not isinstance(given, bool)
        if not good or not low <= given <= high or not abs(given) < 1e12:
            raise asked_for(given, f"must be a number{bounds}")
        return float(given)

    return BeforeValidator(check)


def named[T](known: Mapping[str, T], what: str) -> BeforeValidator:
    """One of the known names, turned into what it stands for."""

    def check(given: Any) -> T:
        if isinstance(given, str) and given in known:
            return known[given]
        raise asked_for(given, f"is no known {what}; {nearest(given, known)}")

    return BeforeValidator(check)


def _place(location: tuple[int | str, ...]) -> str:
    """Where in a file: `employee, term 2: share`, for the second of employee.terms."""
    place, counted = "", False
    for step in location:
        if isinstance(step, int):
            table, _, names = place.rpartition(".")
            place, counted = f"{table}{', ' if table else ''}{names.removesuffix('s')} {step + 1}", True
        else:
            place += (": " if counted else "." if place else "") + step
    return place


def one_line(error: ValidationError) -> str:
    """The first of the errors that pydantic found, in our own words."""
    first: ErrorDetails = error.errors(include_url=False)[0]
    place = _place(first["loc"])
    if first["type"] == "policy":
        return f"{place}: {first['msg']}" if place else first["msg"]
    if first["type"] == "policy_value":
        return f"{place} {first['msg']}"
    return f"{place} = {_short(first['input'])}: {first['msg'].lower()}"
