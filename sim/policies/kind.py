"""What a kind of term must declare next to its rules: its words, and the keys that a policy file may give it."""

from dataclasses import dataclass

from sim.policies.metrics import METRICS
from sim.policies.parts import Words

OF_SALARY = Words(en="share of the salary", nl="deel van het salaris")


@dataclass(frozen=True)
class Key:
    """One number in a policy file. Without bounds of its own it is a level, bounded by its metric.

    A `signed` number pays per unit of a level, so it has the metric's sign: its bounds hold where more is better, and
    where less is better it lies between -high and -low, as a fine.

    `likely` is what a company could plausibly put there, and `usual` what one begins with. Both are left out where the
    metric says them: see `sim/policies/ranges.py`.
    """

    label: Words
    meaning: Words
    low: float | None = None
    high: float | None = None
    unit: Words = OF_SALARY  # a level has its metric's
    signed: bool = False
    likely: tuple[float, float] | None = None
    usual: float | None = None
    part: float = 0.0  # of a level: where it begins within the metric's likely range, from 0 (worst) to 1 (best)


@dataclass(frozen=True)
class Kind:
    """The declaration of a kind of term; the file's name is the kind's name.

    `keys` are names out of share, threshold, cap and winners (the columns of a term that a file can fill). A `gate`
    is a condition and pays nothing itself; a `ranked` kind compares with rivals; a `linear` one pays so much for each
    unit of the level, however many; `metrics` limits what it can stand on.
    """

    label: Words
    meaning: Words
    keys: dict[str, Key]
    gate: bool = False
    ranked: bool = False
    linear: bool = False
    metrics: tuple[str, ...] = tuple(METRICS)


SHARE = Key(
    label=Words(en="Bonus at stake", nl="Bonus die op het spel staat"),
    meaning=Words(
        en="pay at stake, as a share of the role's standard salary over the period",
        nl="wat er te verdienen is, als deel van het standaardsalaris van de rol over de periode",
    ),
    low=0.0,
    high=10.0,
    likely=(0.0, 0.4),
    usual=0.15,
)
"""Most kinds take their money so."""

PRIZE = Key(
    label=Words(en="Prize", nl="Prijs"), meaning=SHARE.meaning, low=0.0, high=10.0, likely=(0.0, 1.5), usual=0.6
)
"""The same where only some win it, so that each can win more."""

WINNERS = Key(
    label=Words(en="Winners", nl="Winnaars"),
    meaning=Words(
        en="who wins: below 1 a share of the field, from 1 a number",
        nl="wie er wint: onder 1 een deel van het veld, vanaf 1 een aantal",
    ),
    low=0.001,
    high=100_000.0,
    unit=Words(en="share of the field, or a number", nl="deel van het veld, of een aantal"),
    likely=(0.05, 0.5),
    usual=0.25,
)
"""How many get a prize in a ranking."""
