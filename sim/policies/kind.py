"""What a kind of term must declare next to its rules: the keys that a policy file may give it."""

from dataclasses import dataclass

from sim.policies.metrics import METRICS


@dataclass(frozen=True)
class Key:
    """One number in a policy file. Without bounds of its own it is a level, bounded by its metric.

    A `signed` number pays per unit of a level, so it has the metric's sign: its bounds hold where more is better, and
    where less is better it lies between -high and -low, as a fine.
    """

    meaning: str
    low: float | None = None
    high: float | None = None
    signed: bool = False


@dataclass(frozen=True)
class Kind:
    """The declaration of a kind of term; the file's name is the kind's name.

    `keys` are names out of share, threshold, cap and winners (the columns of a term that a file can fill). A `gate`
    is a condition and pays nothing itself; a `ranked` kind compares with rivals; a `linear` one pays so much for each
    unit of the level, however many; `metrics` limits what it can stand on.
    """

    keys: dict[str, Key]
    gate: bool = False
    ranked: bool = False
    linear: bool = False
    metrics: tuple[str, ...] = tuple(METRICS)


SHARE = Key("pay at stake, as a share of the role's standard salary over the period", 0.0, 10.0)
"""Most kinds take their money so."""

WINNERS = Key("who wins: below 1 a share of the field, from 1 a number", 0.001, 100_000.0)
"""How many get a prize in a ranking."""
