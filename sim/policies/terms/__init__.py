"""The kinds of term, found by folder: every other file here is one kind, and adding a kind is adding a file.

A kind's file `<name>.py` holds `KIND` (see `sim/policies/kind.py`) and four functions marked `@rule`:

* `pay(term, value, ahead, rivals)` euro paid at the level `value`; `ahead` rivals out of `rivals` rank above (a tie
  counts half). A gate returns its factor, 0 or 1.
* `expected(term, mean, sd, others, rivals)` what people expect of it who feel the level as Normal(mean, sd), and the
  rivals' levels as independent Normal(others, sd).
* `slope(...)` and `rival_slope(...)`, same arguments: the derivative of `expected` to `mean` and to `others`.

A standard deviation of (nearly) zero means certainty: `expected` is then the pay at the mean, and the slopes are those
of that pay, 0 where it jumps or bends.

The four functions of this module choose the kind by its code `term.kind`: its place among the sorted names, which
holds within one session only. Source: MODEL.md section 4.
"""

import importlib
import pkgutil
from collections.abc import Callable

from sim.compiled import rule
from sim.policies.kind import Kind
from sim.policies.vocabulary import TermRow

NAMES: tuple[str, ...] = tuple(sorted(found.name for found in pkgutil.iter_modules(__path__)))
"""Names of the kinds; a kind's code is its place."""

_MODULES = [importlib.import_module(f"{__name__}.{name}") for name in NAMES]

KINDS: dict[str, Kind] = {name: module.KIND for name, module in zip(NAMES, _MODULES, strict=True)}
"""Declaration of every kind, by name."""


def _pay_of(code: int, mine: Callable[..., float], rest: Callable[..., float]) -> Callable[..., float]:
    """One link of the chain of choices: this kind's own rule, or else the rest of the chain."""

    def choose(term: TermRow, value: float, ahead: float, rivals: int) -> float:
        if term.kind == code:
            return mine(term, value, ahead, rivals)
        return rest(term, value, ahead, rivals)

    return rule(choose)


def _felt_of(code: int, mine: Callable[..., float], rest: Callable[..., float]) -> Callable[..., float]:
    """The same link for the three rules that look ahead (they take one argument more)."""

    def choose(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
        if term.kind == code:
            return mine(term, mean, sd, others, rivals)
        return rest(term, mean, sd, others, rivals)

    return rule(choose)


def _chain(name: str, link: Callable[..., Callable[..., float]]) -> Callable[..., float]:
    """Compiled code cannot look a function up in a list, so the kinds' functions are chained by tests of the code."""
    chosen: Callable[..., float] = getattr(_MODULES[-1], name)
    for code in reversed(range(len(_MODULES) - 1)):
        chosen = link(code, getattr(_MODULES[code], name), chosen)
    return chosen


pay = _chain("pay", _pay_of)
expected = _chain("expected", _felt_of)
slope = _chain("slope", _felt_of)
rival_slope = _chain("rival_slope", _felt_of)
