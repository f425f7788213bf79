"""The search: generation by generation, all contracts in the same futures, until the generations are over.

It is deliberately not believed: the best of many lucky draws looks better than it is. What it finds is lived again.
"""

from typing import NamedTuple

import numpy as np

from experiments.choosing.choice import Choice, Row
from experiments.choosing.goals import Limit
from experiments.choosing.lives import Lives
from experiments.choosing.pareto import spread, undominated
from experiments.choosing.rows import row_of, shares_as_is
from experiments.choosing.study import Study, Told
from experiments.comparing.intervals import Floats, t_intervals
from experiments.errors import RequestError
from sim.policies.checks import PolicyError


class Searched(NamedTuple):
    """What a search tried, and what it thinks of it.

    `values` has shape (contracts, futures, measures), `today` (futures, measures). `front` holds places of contracts
    that keep the limits and are undominated on the search's own luck, no more of them than are to be lived again.
    """

    rows: list[Row]
    values: Floats
    today: Floats
    front: list[int]
    on_front: int
    """How many were undominated, before some of them were taken to stand for all."""
    within: int
    """How many kept the limits."""
    impossible: int
    """How many could not be written down as a contract, lived, or measured."""


def search(choice: Choice, lives: Lives) -> Searched:
    """Search. Raises RequestError or OSError as `lives` does."""
    futures = choice.search.futures
    today = lives.today("search/today", 0, futures)
    study = Study(choice, shares_as_is(choice))
    known: dict[Row, Floats] = {}
    refused: set[Row] = set()
    for generation in range(choice.search.generations):
        rows = [row_of(choice, shares) for shares in study.ask()]
        refused |= {row for row in rows if row not in known and not _can_be(choice, row)}
        new = [row for row in dict.fromkeys(rows) if row not in known and row not in refused]
        if new:
            lived = lives.contracts(f"search/generation-{generation:04d}", new, 0, futures)
            known.update(zip(new, lived, strict=True))
        study.tell([_told(choice, known[row], today) if row in known else None for row in rows])
    return _searched(choice, known, today, len(refused))


def goals_of(choice: Choice, values: Floats) -> Floats:
    """The means over futures as goals, more is better; shape (…, futures, measures) becomes (…, goals)."""
    means = t_intervals(np.swapaxes(values, -1, -2))[0]
    signs = [goal.sign for goal in choice.goals]
    found: Floats = means[..., : len(signs)] * signs
    return found


def spare_of(choice: Choice, limit: Limit, values: Floats, today: Floats) -> tuple[float, float, float]:
    """How far one contract is on the right side of a limit: mean, and the ends of its 95 % interval."""
    column = choice.measures.index(limit.measure)
    mean, low, high, _ = t_intervals(limit.spare(values[:, column], today[:, column]))
    return float(mean), float(low), float(high)


def _can_be(choice: Choice, row: Row) -> bool:
    """Whether the numbers can stand together in one contract."""
    try:
        choice.policy(row)
    except (PolicyError, RequestError):
        return False
    return True


def _told(choice: Choice, values: Floats, today: Floats) -> Told | None:
    """What the optimiser is told of a contract; None where a goal or a limit is not defined.

    A limit is broken by as much as the low end of its interval lies beyond it, in sizes of today's figure, so that
    limits of different units weigh alike.
    """
    goals = goals_of(choice, values)
    broken, sizes = [], np.abs(t_intervals(today.T)[0])
    for limit in choice.limits:
        size = float(sizes[choice.measures.index(limit.measure)]) or 1.0
        broken.append(-spare_of(choice, limit, values, today)[1] / size)
    if not np.isfinite([*goals, *broken]).all():
        return None
    return Told(tuple(goals.tolist()), tuple(broken))


def _searched(choice: Choice, known: dict[Row, Floats], today: Floats, refused: int) -> Searched:
    told = {row: _told(choice, values, today) for row, values in known.items()}
    rows = [row for row, each in told.items() if each is not None]
    values = np.array([known[row] for row in rows]).reshape(len(rows), *today.shape)
    within = [place for place, row in enumerate(rows) if all(broken <= 0.0 for broken in _broken(told[row]))]
    goals = goals_of(choice, values[within])
    front = [within[place] for place in np.flatnonzero(undominated(goals))] if within else []
    chosen = [front[place] for place in spread(goals_of(choice, values[front]), choice.fresh.most)] if front else []
    return Searched(rows, values, today, chosen, len(front), len(within), refused + len(known) - len(rows))


def _broken(told: Told | None) -> tuple[float, ...]:
    return () if told is None else told.broken
