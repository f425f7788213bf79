"""The kinds of term, found by folder: every other file here is one kind, and adding a kind is adding a file.

A kind's file `<name>.py` holds `KIND` (see `sim/policies/kind.py`) and functions marked `@rule`:

* `pay(term, value, ahead, rivals)` euro paid at the level `value`; `ahead` rivals out of `rivals` rank above (a tie
  counts half). A gate returns its factor, 0 or 1.
* `expected(term, mean, sd, others, rivals)` what people expect of it who feel the level as Normal(mean, sd), and the
  rivals' levels as independent Normal(others, sd).
* `spread(term, mean, sd, others, rivals)` the standard deviation of what it pays then, in euro.
* `steps(term)`, `step_at(term, k)`, `step_pay(term, k)`: how its pay climbs, as so many steps, the k-th of `step_pay`
  euro at the level `step_at`. With them people foresee what it pays *if* gates on the same metric open. A kind that
  leaves them out is felt as independent of such gates.

A standard deviation of (nearly) zero means certainty: `expected` is then the pay at the mean.

The functions of this module choose the kind by its code `term.kind`: its place among the sorted names, which holds
within one session only. Source: MODEL.md section 4.
"""

from sim.compiled import rule
from sim.policies.found import choice, demand, files_of, nothing, unknown
from sim.policies.kind import Kind
from sim.policies.vocabulary import TermRow

_FILES = files_of(__name__, __path__)
for _file in _FILES.values():
    demand(_file, "KIND", "pay", "expected", "spread")

KINDS: dict[str, Kind] = {name: file.KIND for name, file in _FILES.items()}
"""Declaration of every kind, by name."""

NAMES: tuple[str, ...] = tuple(KINDS)
"""Names of the kinds; a kind's code is its place."""

_pay = choice([file.pay for file in _FILES.values()], unknown)
_expected = choice([file.expected for file in _FILES.values()], unknown)
_spread = choice([file.spread for file in _FILES.values()], unknown)
_steps = choice([getattr(file, "steps", None) for file in _FILES.values()], nothing)
_step_at = choice([getattr(file, "step_at", None) for file in _FILES.values()], unknown)
_step_pay = choice([getattr(file, "step_pay", None) for file in _FILES.values()], unknown)


@rule
def pay(term: TermRow, value: float, ahead: float, rivals: int) -> float:
    """Euro paid (a gate: its factor)."""
    return _pay(term.kind, term, value, ahead, rivals)


@rule
def expected(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Euro expected (a gate: its factor)."""
    return _expected(term.kind, term, mean, sd, others, rivals)


@rule
def spread(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Standard deviation of the euro paid."""
    return _spread(term.kind, term, mean, sd, others, rivals)


@rule
def steps(term: TermRow) -> int:
    """In how many steps its pay climbs; 0 where the kind does not say."""
    return int(_steps(term.kind, term))


@rule
def step_at(term: TermRow, k: int) -> float:
    """Level of the k-th step."""
    return _step_at(term.kind, term, k)


@rule
def step_pay(term: TermRow, k: int) -> float:
    """Euro of the k-th step."""
    return _step_pay(term.kind, term, k)
