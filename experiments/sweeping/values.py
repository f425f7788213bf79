"""Values of an experiment's file, looked at one by one: what is wrong is said with its key and what would be right."""

from collections.abc import Mapping
from typing import Any

from experiments.errors import RequestError
from experiments.given.names import plain
from sim.datafiles.mistakes import nearest, on_one_line, short


def only(place: str, given: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    """Refuse keys that are not among those that there may be. Raises RequestError."""
    for key in given:
        if key not in keys:
            raise RequestError(f'{place}: "{on_one_line(key)}" is an unknown key; {nearest(key, keys)}')


def table(source: str, values: Mapping[str, Any], key: str) -> dict[str, Any]:
    """A table of keys, empty if there is none. Raises RequestError."""
    given = values.get(key, {})
    if not isinstance(given, dict):
        raise RequestError(f"{source}: {key} must be a table, such as {{ low = 0.5, high = 1 }}")
    return given


def number(place: str, given: object) -> float:
    """A number, given as one or as a text. Raises RequestError."""
    try:
        if isinstance(given, bool) or not isinstance(given, int | float | str):
            raise ValueError
        return float(given)
    except ValueError:
        raise RequestError(f"{place}: {short(given)} must be a number") from None


def whole(place: str, given: object) -> int:
    """A whole number. Raises RequestError."""
    if isinstance(given, bool) or not isinstance(given, int):
        raise RequestError(f"{place} = {short(given)} must be a whole number")
    return given


def text(source: str, key: str, given: object) -> str:
    """A text of no great length. Raises RequestError."""
    if not isinstance(given, str) or len(given) > 2_000:
        raise RequestError(f"{source}: {key} must be a text of 2,000 signs at most")
    return plain(f"{source}: {key}", given)


def texts(source: str, key: str, given: object) -> list[str]:
    """A list of texts. Raises RequestError."""
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise RequestError(f"{source}: {key} must be a list of texts")
    return given
