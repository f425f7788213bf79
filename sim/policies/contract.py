"""The pay contract of one role: what people expect of it and what each level is worth, and what is paid in the end.

A contract is the rows first, first + 1, ..., last - 1 of a `TERM` table. Variable pay = (sum of what the terms pay)
times (product of the gates). Amounts are euro over the term's own period.

People feel the gates as independent of each other and of the terms, so E[pay] = Σ E[term] · Π P(gate). That is an
approximation where a gate and a term stand on the same metric; `settle` has none of it. Source: MODEL.md section 4.
"""

from sim.compiled import rule
from sim.policies.terms import expected, pay, rival_slope, slope
from sim.tables import Rows


@rule
def expected_pay(terms: Rows, first: int, last: int, standings: Rows) -> tuple[float, float]:
    """Pay in euro that the terms promise behind the gates, and the chance that all gates are open.

    Their product is the expected variable pay. `standings` has a row for each term from the first on (`STANDING`), with
    its level, its doubt, its rivals and the mean of their levels; filled is what each term is expected to give.
    """
    behind = 0.0
    open_chance = 1.0
    for i in range(last - first):
        term, mine = terms[first + i], standings[i]
        mine.expected = expected(term, mine.level, mine.sd, mine.others, mine.rivals)
        if term.gates == 1:
            open_chance *= mine.expected
        else:
            behind += mine.expected
    return behind, open_chance


@rule
def appraise(terms: Rows, first: int, last: int, standings: Rows) -> None:
    """Fill the prices of the levels, euro per unit of each term's metric: the derivatives of the expected pay.

    Filled are `slope`, the price of the term's level, and `rival_slope`, that of the level of all its rivals together.
    """
    behind, open_chance = expected_pay(terms, first, last, standings)
    for i in range(last - first):
        term, mine = terms[first + i], standings[i]
        factor = open_chance
        if term.gates == 1:
            factor = behind  # times the other gates, multiplied anew: dividing by a tiny chance would lose all digits
            for j in range(last - first):
                if j != i and terms[first + j].gates == 1:
                    factor *= standings[j].expected
        mine.slope = factor * slope(term, mine.level, mine.sd, mine.others, mine.rivals)
        mine.rival_slope = factor * rival_slope(term, mine.level, mine.sd, mine.others, mine.rivals)


@rule
def settle(terms: Rows, first: int, last: int, period: int, standings: Rows, fraction: float) -> float:
    """Variable pay in euro of the terms that run over `period`; fills `paid`, euro per term (0 for the others).

    `standings` has a row for each term, with the level reached, and how many rivals rank above (ties count half) out of
    how many. A gate is paid nothing itself. `fraction` is the share of the period that has passed, 1 at its end; less
    when a run closes early.
    """
    factor = 1.0
    total = 0.0
    for i in range(last - first):
        term, mine = terms[first + i], standings[i]
        mine.paid = 0.0
        if term.period == period:
            if term.gates == 1:
                factor *= pay(term, mine.level, mine.ahead, mine.rivals)
            else:
                mine.paid = fraction * pay(term, mine.level, mine.ahead, mine.rivals)
    for i in range(last - first):
        mine = standings[i]
        mine.paid *= factor
        total += mine.paid
    return total
