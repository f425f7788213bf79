"""Rate: so many euro per unit of the metric (commission, profit share, a fine for each day that a customer waits).

Everyone under it gets `amount` per 1.0 of the metric's level at the end of the period: pay = amount · level. The
expected pay is amount · mean, whatever the standing is, certain or not.
It never pays for getting worse: on a metric of which less is better (days) the amount is negative, a fine per unit.
Above the start or the last period it pays for the change, up and down: a bonus-malus.
It is linear all the way, below zero too: a loss or a fine is taken off the role's other variable pay. Variable pay as a
whole never falls below zero (limited liability: nobody pays to have worked); that is settled over all terms together.
Source: MODEL.md section 4; Holmström & Milgrom 1991 (EVIDENCE.md T2); limited liability: Innes 1990.
"""

from sim.compiled import rule
from sim.policies.kind import Key, Kind
from sim.policies.parts import Words
from sim.policies.vocabulary import TermRow

KIND = Kind(
    label=Words(en="Rate (commission, fine)", nl="Tarief (commissie, boete)"),
    meaning=Words(
        en="So much for each unit of the level, however many: twice as much pays double.",
        nl="Zoveel per eenheid van het niveau, hoeveel het er ook zijn: twee keer zoveel betaalt dubbel.",
    ),
    keys={
        "share": Key(
            label=Words(en="Pay per unit", nl="Beloning per eenheid"),
            meaning=Words(
                en="pay per 1.0 of the level, as a share of the role's standard salary over the period",
                nl="beloning per 1,0 van het niveau, als deel van het standaardsalaris van de rol over de periode",
            ),
            low=0.0,
            high=10.0,
            signed=True,
        )
    },
    linear=True,
)


@rule
def pay(term: TermRow, value: float, ahead: float, rivals: int) -> float:
    """Euro for the level that was reached."""
    return term.amount * value


@rule
def expected(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Euro expected: a linear pay does not care how sure people are."""
    return term.amount * mean


@rule
def spread(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """That of the level, at so much euro each."""
    return abs(term.amount) * sd
