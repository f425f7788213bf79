"""What [vary] of an experiment's file says: one key a line, or many at once by a pattern such as "customers.*" or "*".

Each goes over its plausible range, over a range or values of its own, or over what it is divided and multiplied by
`times`, within the plausible range. A switch is on or off.
"""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from experiments.comparing.contract_keys import SURVEY, keys_of
from experiments.comparing.question import Question
from experiments.errors import RequestError
from experiments.sweeping import values as check
from experiments.sweeping.dimension import Dimension, dimension
from experiments.sweeping.sizes import size_now, sizes
from sim.datafiles.mistakes import on_one_line
from sim.parameters import declared


def varied(question: Question, vary: Mapping[str, Mapping[str, Any]]) -> tuple[Dimension, ...]:
    """The dimensions that the lines of [vary] name, in their order. Raises RequestError.

    A key that stands by itself is not taken by a pattern as well, nor is one that is set.
    """
    found: list[Dimension] = []
    for key, given in vary.items():
        if not _is_pattern(key):
            found.append(_one(question, key, given))
            continue
        several = list(_several(question, key, given, {*vary, *dict(question.settings), *(each.key for each in found)}))
        if not several:
            raise RequestError(f'vary "{on_one_line(key)}": no parameter is called like that, or all of them are set')
        found += several
    return tuple(found)


def _several(question: Question, pattern: str, given: Mapping[str, Any], taken: set[str]) -> Iterator[Dimension]:
    """All parameters of the scenario that a pattern means; those without a plausible range are left out."""
    check.only(f"vary {pattern}", given, ("times",))
    for row in declared():
        if not fnmatchcase(row.key, pattern) or row.key in taken or row.likely_low == row.likely_high:
            continue
        if row.unit.en == "switch":
            yield dimension(question, row.key, values=(row.likely_low, row.likely_high))
            continue
        if "times" in given and _around(question, row.key, _times(row.key, given)) is None:
            continue  # nothing is half of nothing
        yield _one(question, row.key, given)


def _one(question: Question, key: str, given: Mapping[str, Any]) -> Dimension:
    check.only(f"vary {key}", given, ("low", "high", "values", "times"))
    numbers = {name: check.number(f"vary {key} {name}", given[name]) for name in ("low", "high") if name in given}
    values = given.get("values", [])
    if not isinstance(values, list):
        raise RequestError(f"vary {key}: values must be a list of numbers, such as [0.5, 0.7]")
    if "times" in given:
        if numbers or values:
            raise RequestError(f"vary {key}: give times, or low and high, or values, not more of them")
        around = _around(question, key, _times(key, given))
        if around is None:
            raise RequestError(
                f"vary {key}: what it is now, divided and multiplied by {given['times']}, is no range within the "
                "plausible one; give low and high"
            )
        return dimension(question, key, *around)
    several = tuple(check.number(f"vary {key} values", each) for each in values)
    return dimension(question, key, numbers.get("low"), numbers.get("high"), several)


def _around(question: Question, key: str, times: float) -> tuple[float, float] | None:
    """From what it is divided by `times` to what it is multiplied by it, within the plausible range."""
    whole = dimension(question, key)  # over the plausible range; refuses an unknown key
    now = value_now(question, key)
    ends = sorted((now / times, now * times))
    low, high = max(ends[0], whole.low), min(ends[1], whole.high)
    return (low, high) if low < high else None


def value_now(question: Question, key: str) -> float:
    """What a known key is in a question, as nothing varies."""
    policy, colon, name = key.rpartition(":")
    parameters = question.of_scenario.parameters()
    if key in sizes():
        return size_now(question, key)
    if not colon:
        return parameters[key.partition(".")[2]]
    row = next(row for row in keys_of(question.policy(policy)) if row.key == name)
    return parameters[SURVEY[name.removeprefix("survey.")].partition(".")[2]] if row.value is None else row.value


def _times(key: str, given: Mapping[str, Any]) -> float:
    times = check.number(f"vary {key} times", given["times"])
    if not times > 1.0:
        raise RequestError(f"vary {key} times = {times:g}: must be more than 1; 2 goes from half to double")
    return times


def _is_pattern(key: str) -> bool:
    return "*" in key and ":" not in key
