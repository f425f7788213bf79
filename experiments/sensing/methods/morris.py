"""Morris screening (Morris, 1991): how far the answer moves when one dimension goes its way, from many places.

SALib gives the usual figures of the means over futures: `mu`, `mu_star` with its bootstrap interval, and `sigma`.
Chance makes all of these larger, so the size is the root of the mean squared effect without what chance adds to a
square.
"""

from collections.abc import Sequence

import numpy as np

from experiments.comparing.intervals import Floats, t_intervals
from experiments.errors import RequestError
from experiments.extras import extra
from experiments.sensing.effects import Effect, is_still, root, verdict, way_of
from experiments.sensing.noise import among_many, apart, p_of_chance, spread
from experiments.sweeping.designs.morris import LEVELS

DESIGN = "morris"
_RESAMPLES = 1_000


def effects(keys: Sequence[str], shares: Floats, values: Floats) -> tuple[Effect, ...]:
    """See `methods`; walks that are not lived to their end are left out."""
    many = len(keys)
    walks = np.isfinite(values).any(axis=-1).reshape(-1, many + 1).all(axis=1)
    if walks.sum() < 2:
        raise RequestError(f"Morris screening needs two walks that are lived to their end; there is {walks.sum()}")
    whole = np.repeat(walks, many + 1)
    shares, values = shares[whole], values[whole]
    changes = elementary(shares, values)
    usual = _salib(keys, shares, values)
    chances = among_many(np.array([p_of_chance(each) for each in changes]))
    of_points, _ = spread(values)
    found = []
    for place, key in enumerate(keys):
        each = apart(changes[place])
        size, low, high = root(each.squares if np.isfinite(each.chance).any() else each.mean**2)
        _, down, up = map(float, t_intervals(each.mean)[:3])
        scale = float(shares[:, place].var()) / of_points if of_points > 0.0 else float("nan")
        more = {name: float(column[place]) for name, column in usual.items()}
        found.append(
            Effect(key, size, low, high, size**2 * scale, high**2 * scale, way_of(down, up), float(chances[place]),
                   verdict(is_still(changes[place]), float(chances[place]), low, high**2 * scale), more)
        )  # fmt: skip
    return tuple(found)


def elementary(shares: Floats, values: Floats) -> Floats:
    """Elementary effects, shape (dimensions, walks, futures): the change over a step, for the whole range."""
    many = shares.shape[1]
    steps = np.diff(shares.reshape(-1, many + 1, many), axis=1)
    gone = np.diff(values.reshape(-1, many + 1, values.shape[-1]), axis=1)
    moved = np.abs(steps).argmax(axis=-1)  # which dimension each step moves, shape (walks, steps)
    length = np.take_along_axis(steps, moved[..., None], axis=-1)
    found = np.empty((many, len(moved), values.shape[-1]))
    for walk, order in enumerate(moved):
        found[order, walk] = gone[walk] / length[walk]
    return found


def _salib(keys: Sequence[str], shares: Floats, values: Floats) -> dict[str, Floats]:
    """SALib's figures of the means over futures."""
    problem = {"num_vars": len(keys), "names": list(keys), "bounds": [[0.0, 1.0]] * len(keys)}
    means = np.nanmean(values, axis=-1)
    found = extra("SALib.analyze.morris").analyze(
        problem, shares, means, num_resamples=_RESAMPLES, num_levels=LEVELS, seed=1
    )
    return {name: np.asarray(found[name], dtype=np.float64) for name in ("mu", "mu_star", "mu_star_conf", "sigma")}
