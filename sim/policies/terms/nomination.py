"""Nomination: a prize to those whom most colleagues nominate.

Each of the `winners` with most nominations (a share of the field, at least one; or a number) gets `amount`. It is a
ranking over one metric, nominations, and is felt like one: the expected prize is amount · P(win). What differs from a
tournament is what earns a nomination: colleagues give it for help, so that others' good opinion is the way to win.
The counts are felt as normal levels, an approximation for people who get several nominations a period.
Source: MODEL.md section 4, CLAIMS.md S4.5; Carpenter, Matthews & Schirm 2010 (nominations can be gamed).
"""

from sim.compiled import rule
from sim.policies.kind import SHARE, Key, Kind
from sim.policies.ranking import chance_slope, chance_to_win, won
from sim.policies.vocabulary import Metric, TermRow

KIND = Kind(
    keys={"share": SHARE, "winners": Key("who wins: below 1 a share of the field, from 1 a number", 0.001, 100_000.0)},
    ranked=True,
    metrics=(Metric.NOMINATIONS,),
)


@rule
def pay(term: TermRow, value: float, ahead: float, rivals: int) -> float:
    """The prize for those with fewer colleagues ahead than there are prizes."""
    return term.amount * won(term, ahead, rivals)


@rule
def expected(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """The prize times the felt chance to win it."""
    return term.amount * chance_to_win(term, mean, sd, others, rivals)


@rule
def slope(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Price of one more nomination per month for oneself."""
    return term.amount * chance_slope(term, mean, sd, others, rivals)


@rule
def rival_slope(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Price of one more nomination per month for each colleague."""
    return -term.amount * chance_slope(term, mean, sd, others, rivals)
