"""How sure we are: means with 95 % intervals over futures, paired differences, and the sentences that say so.

A number may be undefined in a future (NaN); intervals are over the futures in which it is defined.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from experiments.showing.language import Lang
from experiments.showing.words import Words
from sim.records.measures import ratio

type Floats = NDArray[np.float64]

CONFIDENCE = 0.95
_say = Words(Path(__file__).with_name("words.toml")).say


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over `n` futures with its 95 % t-interval; NaN where undefined (the ends: below two futures)."""

    mean: float
    low: float
    high: float
    n: int

    @property
    def half(self) -> float:
        """Half the width: the figure behind ±."""
        return (self.high - self.low) / 2


@dataclass(frozen=True, slots=True)
class Difference(Interval):
    """A paired difference: in how many of `n` futures the policy is higher, or lower, than the one it is set against.

    A tie counts as neither.
    """

    higher_in: int
    lower_in: int

    @property
    def clear(self) -> bool:
        """Whether the interval leaves zero out."""
        return self.low > 0.0 or self.high < 0.0


def t_intervals(values: Floats, confidence: float = CONFIDENCE) -> tuple[Floats, Floats, Floats, NDArray[np.int64]]:
    """Mean, low end, high end and number of defined values over the last axis; shape (…, futures) becomes (…)."""
    from scipy.special import stdtrit  # a quarter of a second to load: only for those who count

    known = ~np.isnan(values)
    n = known.sum(axis=-1)
    mean = ratio(np.where(known, values, 0.0).sum(axis=-1), n)
    away = np.where(known, values - mean[..., None], 0.0)
    variance = ratio((away**2).sum(axis=-1), n - 1)
    half = stdtrit(np.maximum(n - 1, 1), (1 + confidence) / 2) * np.sqrt(variance / np.maximum(n, 1))
    return mean, mean - half, mean + half, n


def intervals(values: Floats) -> list[Interval]:
    """The interval of each row of `values`, shape (rows, futures)."""
    return [Interval(*numbers) for numbers in zip(*(each.tolist() for each in t_intervals(values)), strict=True)]


def differences(values: Floats, against: Floats, confidence: float = CONFIDENCE) -> list[Difference]:
    """Row by row, `values` less `against`, future by future; both of shape (rows, futures)."""
    apart = values - against
    columns = (*t_intervals(apart, confidence), (apart > 0.0).sum(axis=-1), (apart < 0.0).sum(axis=-1))
    return [Difference(*numbers) for numbers in zip(*(each.tolist() for each in columns), strict=True)]


def in_futures(count: int, of: int, lang: Lang = "en", brief: bool = False) -> str:
    """How often, in words; `brief` leaves out of what.

    >>> in_futures(29, 30)
    'in 29 of 30 futures'
    >>> in_futures(29, 30, "nl")
    'in 29 van 30 toekomsten'
    """
    often = _say("count", lang, count=count, of=of)
    return often if brief else f"{often} {_say('future' if of == 1 else 'futures', lang)}"


def judgement(difference: Difference, better: int) -> int:
    """+1: clearly better, -1: clearly worse, 0: not clear, or neither good nor bad; `better` as in `Measure`."""
    if not difference.clear:
        return 0
    return better if difference.mean > 0 else -better


def sentence(difference: Difference, better: int = 0, lang: Lang = "en", brief: bool = False) -> str:
    """What a paired difference says; `better` is +1 if more is better, -1 if less is, 0 if it depends.

    >>> sentence(Difference(-0.35, -0.4, -0.3, 30, higher_in=0, lower_in=30), better=-1)
    'better in 30 of 30 futures'
    >>> sentence(Difference(1.2, 0.8, 1.6, 30, higher_in=29, lower_in=1), lang="nl")
    'hoger in 29 van 30 toekomsten'
    >>> sentence(Difference(0.1, -0.2, 0.4, 30, higher_in=16, lower_in=14), better=1)
    'no clear difference (higher in 16 of 30 futures)'
    """
    if difference.n == 0:
        return _say("undefined", lang)
    if difference.higher_in == difference.lower_in == 0:
        return _say("same", lang)
    up = difference.mean > 0 if difference.clear else difference.higher_in >= difference.lower_in
    often = in_futures(difference.higher_in if up else difference.lower_in, difference.n, lang, brief)
    way = _say("higher" if up else "lower", lang)
    if not difference.clear:
        return f"{_say('unclear', lang)} ({way} {often})"
    good = judgement(difference, better)
    return f"{_say('better' if good > 0 else 'worse', lang) if good else way} {often}"
