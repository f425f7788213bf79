"""The pay contract of one role: what people expect of it and what each level is worth, and what is paid in the end.

A contract is the rows first, first + 1, ..., last - 1 of a `TERM` table. Variable pay = (sum of what the terms pay)
times (product of the gates). Amounts are euro over the term's own period.

People feel the gates as independent of each other and of the terms, so E[pay] = Σ E[term] · Π P(gate). That is an
approximation where a gate and a term stand on the same metric; `settle` has none of it. Source: MODEL.md section 4.
"""

import numpy as np
from numpy.typing import NDArray

from sim.compiled import rule
from sim.policies.terms import expected, pay, rival_slope, slope
from sim.policies.vocabulary import TERM

Floats = NDArray[np.float64]

NO_TERMS: np.recarray = np.zeros(0, dtype=TERM).view(np.recarray)
"""A contract without variable pay."""


@rule
def appraise(
    terms: np.recarray,
    first: int,
    last: int,
    level: Floats,
    sd: Floats,
    others: Floats,
    rivals: NDArray[np.int64],
    slopes: Floats,
    rival_slopes: Floats,
) -> float:
    """Expected variable pay in euro; fills the prices of the levels, euro per unit of each term's metric.

    All arrays have length last - first, one entry a term: the felt level and its standard deviation, the mean level of
    the rivals and their number (only ranked terms look at these two). Filled: `slopes`, the derivative of the result to
    each term's level, and `rival_slopes`, that to the level of all its rivals together.
    """
    behind = 0.0  # what all gates together stand before
    open_chance = 1.0
    for i in range(last - first):
        term = terms[first + i]
        felt = expected(term, level[i], sd[i], others[i], rivals[i])
        if term.gates == 1:
            open_chance *= felt
        else:
            behind += felt
    for i in range(last - first):
        term = terms[first + i]
        factor = open_chance
        if term.gates == 1:
            factor = behind  # times the other gates, multiplied anew: dividing by a tiny chance would lose all digits
            for j in range(last - first):
                if j != i and terms[first + j].gates == 1:
                    factor *= expected(terms[first + j], level[j], sd[j], others[j], rivals[j])
        slopes[i] = factor * slope(term, level[i], sd[i], others[i], rivals[i])
        rival_slopes[i] = factor * rival_slope(term, level[i], sd[i], others[i], rivals[i])
    return behind * open_chance


@rule
def settle(
    terms: np.recarray,
    first: int,
    last: int,
    period: int,
    value: Floats,
    ahead: Floats,
    rivals: NDArray[np.int64],
    paid: Floats,
    fraction: float,
) -> float:
    """Variable pay in euro of the terms that run over `period`; fills `paid`, euro per term (0 for the others).

    All arrays have length last - first: the level reached, and how many rivals rank above (ties count half) out of how
    many. A gate is paid nothing itself. `fraction` is the share of the period that has passed, 1 at its end; less when
    a run closes early.
    """
    factor = 1.0
    total = 0.0
    for i in range(last - first):
        term = terms[first + i]
        paid[i] = 0.0
        if term.period == period:
            if term.gates == 1:
                factor *= pay(term, value[i], ahead[i], rivals[i])
            else:
                paid[i] = fraction * pay(term, value[i], ahead[i], rivals[i])
    for i in range(last - first):
        paid[i] *= factor
        total += paid[i]
    return total
