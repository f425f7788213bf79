"""Gate ("knock-out"): the whole variable pay of the role is lost unless the metric reaches a threshold.

A gate pays nothing itself: its `pay` is a factor, 1 if level ≥ threshold (≤ for days) and 0 if not, by which
`sim/policies/contract.py` multiplies all that the other terms pay. With a level felt as Normal(mean, sd) its expected
factor is Φ(z), z = (mean - threshold) / sd. Its price is what the bonus behind it is worth more when the level rises.
Source: MODEL.md section 4, CLAIMS.md S0.3; EVIDENCE.md T8 (knock-out gate).
"""

from sim.compiled import rule
from sim.normal import SURE, below
from sim.policies.kind import Key, Kind
from sim.policies.parts import Words
from sim.policies.vocabulary import TermRow

KIND = Kind(
    label=Words(en="Gate (knock-out)", nl="Poort (knock-out)"),
    meaning=Words(
        en="All bonuses of the role are lost unless the threshold is reached. It pays nothing itself.",
        nl="Alle bonussen van de rol vervallen als de drempel niet wordt gehaald. Zelf betaalt ze niets.",
    ),
    keys={
        "threshold": Key(
            label=Words(en="Threshold", nl="Drempel"),
            meaning=Words(
                en="level below which all variable pay is lost",
                nl="niveau waaronder alle variabele beloning vervalt",
            ),
            part=0.3,
        )
    },
    gate=True,
)


@rule
def pay(term: TermRow, value: float, ahead: float, rivals: int) -> float:
    """1 if the gate is open, 0 if it is shut."""
    return 1.0 if term.sign * (value - term.threshold) >= 0.0 else 0.0


@rule
def expected(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Felt chance that the gate opens."""
    gap = term.sign * (mean - term.threshold)
    if sd <= SURE:
        return 1.0 if gap >= 0.0 else 0.0
    return below(gap / sd)


@rule
def spread(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """A gate pays nothing itself."""
    return 0.0
