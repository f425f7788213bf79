"""Tournament: a prize to the best of the ranking among peers, and nothing to the others.

Each of the best `winners` (a share of the field, at least one; or a number) gets `amount`. With own and rivals' levels
felt as normal with one spread, the expected prize is amount · P(win). The price of the own level is
amount · dP/dlead / sd, and that of all rivals' levels together just the opposite: a colleague's success costs, and so
does helping. Two who tie at the border share one prize; where more people tie, those in the middle of the tie count.
Source: MODEL.md section 4; Lazear & Rosen 1981, Drago & Garvey 1998 (EVIDENCE.md T4).
"""

from sim.compiled import rule
from sim.policies.kind import SHARE, Key, Kind
from sim.policies.ranking import chance_slope, chance_to_win, won
from sim.policies.vocabulary import TermRow

KIND = Kind(
    keys={"share": SHARE, "winners": Key("who wins: below 1 a share of the field, from 1 a number", 0.001, 100_000.0)},
    ranked=True,
)


@rule
def pay(term: TermRow, value: float, ahead: float, rivals: int) -> float:
    """The prize for those with fewer rivals ahead than there are prizes."""
    return term.amount * won(term, ahead, rivals)


@rule
def expected(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """The prize times the felt chance to win it."""
    return term.amount * chance_to_win(term, mean, sd, others, rivals)


@rule
def slope(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Price of the own level."""
    return term.amount * chance_slope(term, mean, sd, others, rivals)


@rule
def rival_slope(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Price of the rivals' levels, all moved together: what I gain, they lose."""
    return -term.amount * chance_slope(term, mean, sd, others, rivals)
