"""The kinds of term, found by folder: every other file here is one kind, and adding a kind is adding a file.

A kind's file `<name>.py` holds `KIND` (see `sim/policies/kind.py`) and functions marked `@rule`:

* `pay(term, value, ahead, rivals)` euro paid at the level `value`; `ahead` rivals out of `rivals` rank above (a tie
  counts half). A gate returns its factor, 0 or 1.
* `expected(term, mean, sd, others, rivals)` what people expect of it who feel the level as Normal(mean, sd), and the
  rivals' levels as independent Normal(others, sd).
* `slope(...)`, same arguments: the derivative of `expected` to `mean`.
* `rival_slope(...)`, same arguments: that to `others`. Only a ranked kind must have it; else it is zero.

A standard deviation of (nearly) zero means certainty: `expected` is then the pay at the mean, and the slopes are those
of that pay, 0 where it jumps or bends.

The four functions of this module choose the kind by its code `term.kind`: its place among the sorted names, which
holds within one session only. Source: MODEL.md section 4.
"""

from sim.compiled import rule
from sim.policies.found import choice, demand, files_of, nothing, unknown
from sim.policies.kind import Kind
from sim.policies.vocabulary import TermRow

_FILES = files_of(__name__, __path__)
for _file in _FILES.values():
    demand(_file, "KIND", "pay", "expected", "slope")
    if _file.KIND.ranked:
        demand(_file, "rival_slope")

KINDS: dict[str, Kind] = {name: file.KIND for name, file in _FILES.items()}
"""Declaration of every kind, by name."""

NAMES: tuple[str, ...] = tuple(KINDS)
"""Names of the kinds; a kind's code is its place."""

_pay = choice([file.pay for file in _FILES.values()], unknown)
_expected = choice([file.expected for file in _FILES.values()], unknown)
_slope = choice([file.slope for file in _FILES.values()], unknown)
_rival_slope = choice([getattr(file, "rival_slope", None) for file in _FILES.values()], nothing)


@rule
def pay(term: TermRow, value: float, ahead: float, rivals: int) -> float:
    """Euro paid (a gate: its factor)."""
    return _pay(term.kind, term, value, ahead, rivals)


@rule
def expected(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Euro expected (a gate: its factor)."""
    return _expected(term.kind, term, mean, sd, others, rivals)


@rule
def slope(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Price of 1.0 of the own level."""
    return _slope(term.kind, term, mean, sd, others, rivals)


@rule
def rival_slope(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Price of 1.0 of all the rivals' levels together."""
    return _rival_slope(term.kind, term, mean, sd, others, rivals)
