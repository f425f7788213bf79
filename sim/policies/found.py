"""Plug-ins of pay contracts: the files of a folder, and how compiled rules choose among them.

A kind of term and a metric are each one file of a folder. Its code is its place among the sorted names of the folder,
which holds within one session only.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Sequence
from math import nan
from types import ModuleType
from typing import Any

from sim.compiled import rule

type Rule = Callable[..., float]

_A_LINK = 4  # choices in a link of the chain: every link takes a few hundredths of a second to compile
_NO_CODE = -1


def files_of(package: str, path: Iterable[str]) -> dict[str, ModuleType]:
    """The modules of a package by name, sorted."""
    names = sorted(found.name for found in pkgutil.iter_modules(path))
    return {name: importlib.import_module(f"{package}.{name}") for name in names}


def demand(file: ModuleType, *names: str) -> None:
    """Raise ImportError unless a plug-in's file holds all these names."""
    missing = [name for name in names if not hasattr(file, name)]
    if missing:
        raise ImportError(f"{file.__name__} lacks {', '.join(missing)}")


@rule
def nothing(code: int, *given: Any) -> float:
    """What a plug-in that does not define an optional rule says."""
    return 0.0


@rule
def unknown(code: int, *given: Any) -> float:
    """What there is to say of a code that no file has: no number at all, so that it cannot pass for one."""
    return nan


@rule
def _never(*given: Any) -> float:
    return nan


def choice(rules: Sequence[Rule | None], otherwise: Rule) -> Rule:
    """A rule `choose(code, ...)` that calls the rule at that place of the list with the rest of the arguments.

    Where the list holds none, it calls `otherwise(code, ...)`. Compiled code cannot look a function up in a list, so
    the choice is a chain of tests of the code.

    >>> choose = choice([lambda x: x + 1.0, None, lambda x: x * 10.0], nothing)
    >>> [choose(code, 3.0) for code in range(4)]
    [4.0, 0.0, 30.0, 0.0]
    """
    known = [(code, found) for code, found in enumerate(rules) if found is not None]
    chosen = otherwise
    for start in reversed(range(0, len(known), _A_LINK)):
        link = known[start : start + _A_LINK]
        chosen = _link(link + [(_NO_CODE, _never)] * (_A_LINK - len(link)), chosen)
    return chosen


def _link(known: list[tuple[int, Rule]], rest: Rule) -> Rule:
    """One link of the chain: one of these rules, or else the rest."""
    (first, rule_1), (second, rule_2), (third, rule_3), (fourth, rule_4) = known

    def choose(code: int, *given: Any) -> float:
        if code == first:
            return rule_1(*given)
        if code == second:
            return rule_2(*given)
        if code == third:
            return rule_3(*given)
        if code == fourth:
            return rule_4(*given)
        return rest(code, *given)

    return rule(choose)
