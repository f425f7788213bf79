"""Target: a bonus if the metric reaches a threshold over the period, and nothing below it.

Everyone under it gets `amount` once level ≥ threshold (≤ for days). People feel the level as Normal(mean, sd), so the
expected bonus is amount · Φ(z) with z = (mean - threshold) / sd, and the price of the level is amount · φ(z) / sd:
nothing when hopeless, nothing when safe, most when the threshold is in reach.
Source: MODEL.md section 4; EVIDENCE.md T8 (threshold bonus).
"""

from sim.compiled import rule
from sim.normal import SURE, below, chancy
from sim.policies.kind import SHARE, Key, Kind
from sim.policies.parts import Words
from sim.policies.vocabulary import TermRow

KIND = Kind(
    label=Words(en="Target bonus", nl="Doelbonus"),
    meaning=Words(
        en="A bonus if the target is reached over the period, and nothing below it.",
        nl="Een bonus als het doel over de periode wordt gehaald, en daaronder niets.",
    ),
    keys={
        "share": SHARE,
        "threshold": Key(
            label=Words(en="Target", nl="Doel"),
            meaning=Words(en="level from which the bonus is paid", nl="niveau vanaf waar de bonus wordt betaald"),
            part=0.4,
        ),
    },
)


@rule
def pay(term: TermRow, value: float, ahead: float, rivals: int) -> float:
    """The whole bonus or nothing."""
    return term.amount if term.sign * (value - term.threshold) >= 0.0 else 0.0


@rule
def expected(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """The bonus times the felt chance to reach the threshold."""
    gap = term.sign * (mean - term.threshold)
    if sd <= SURE:
        return term.amount if gap >= 0.0 else 0.0
    return term.amount * below(gap / sd)


@rule
def spread(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """A bonus that comes with a chance."""
    return chancy(term.amount, expected(term, mean, sd, others, rivals))


@rule
def steps(term: TermRow) -> int:
    """All at once."""
    return 1


@rule
def step_at(term: TermRow, k: int) -> float:
    """At the threshold."""
    return term.threshold


@rule
def step_pay(term: TermRow, k: int) -> float:
    """The whole bonus."""
    return term.amount
