"""Sobol' indices (Saltelli, 2010): the part of the answer's spread that a dimension explains, alone and with others.

SALib counts them from the means over futures, with bootstrap intervals. Chance inflates a total index, because an
exchanged column also means another life, and makes a first-order index smaller; both are put right from what differs
between the futures.
"""

from collections.abc import Sequence

import numpy as np

from experiments.comparing.intervals import Floats
from experiments.errors import RequestError
from experiments.extras import extra
from experiments.sensing.effects import SURE, Effect, is_still, verdict
from experiments.sensing.noise import among_many, apart, p_of_chance, p_of_spread, spread

DESIGN = "sobol"
_RESAMPLES = 1_000
_LEAST_BLOCKS = 4


def effects(keys: Sequence[str], shares: Floats, values: Floats) -> tuple[Effect, ...]:
    """See `methods`; blocks that are not lived to their end are left out."""
    many = len(keys)
    blocks = values.reshape(-1, many + 2, values.shape[-1])
    blocks = blocks[np.isfinite(blocks).any(axis=-1).all(axis=1)]
    if len(blocks) < _LEAST_BLOCKS:
        raise RequestError(
            f"Sobol' indices need {_LEAST_BLOCKS} blocks of {many + 2} points that are lived to their end, and better "
            f"64; there are {len(blocks)}"
        )
    changes = blocks[:, 1:-1] - blocks[:, :1]  # of an exchanged column, shape (blocks, dimensions, futures)
    chances = among_many(np.array([p_of_chance(changes[:, place]) for place in range(many)]))
    usual = _salib(keys, blocks)
    independent = blocks[:, [0, -1]].reshape(-1, blocks.shape[-1])
    own, of_chance = spread(independent)
    there = own > 0.0 and not p_of_spread(independent) > SURE
    of_chance = 0.0 if np.isnan(of_chance) else of_chance
    total = own + of_chance
    # Of the spread that is seen, the part that is none of chance; NaN where it may all be chance.
    real = own / total if there else float("nan")
    found = []
    for place, key in enumerate(keys):
        added = apart(changes[:, place]).chance
        noise = 0.5 * float(np.nanmean(added)) / total if np.isfinite(added).any() and total > 0.0 else 0.0
        index, half = (usual["ST"][place] - noise) / real, usual["ST_conf"][place] / real
        first, first_half = usual["S1"][place] / real, usual["S1_conf"][place] / real
        size, low, high = (float(np.maximum(0.0, each)) for each in (index, index - half, index + half))
        more = {"first": first, "first_low": first - first_half, "first_high": first + first_half}
        raw = {name: float(column[place]) for name, column in usual.items()}
        found.append(
            Effect(key, size, low, high, size, high, 0, float(chances[place]),
                   verdict(is_still(changes[:, place]), float(chances[place]), low, high), {**more, **raw})
        )  # fmt: skip
    return tuple(found)


def _salib(keys: Sequence[str], blocks: Floats) -> dict[str, Floats]:
    """SALib's figures of the means over futures; all zero where nothing ever changes, which SALib does not take."""
    means = np.nanmean(blocks, axis=-1).ravel()
    names = ("S1", "S1_conf", "ST", "ST_conf")
    if np.ptp(means) == 0.0:
        return {name: np.zeros(len(keys)) for name in names}
    problem = {"num_vars": len(keys), "names": list(keys), "bounds": [[0.0, 1.0]] * len(keys)}
    # A seed of 0 counts as none in SALib, which would then draw from NumPy's global stream.
    found = extra("SALib.analyze.sobol").analyze(
        problem, means, calc_second_order=False, num_resamples=_RESAMPLES, seed=1
    )
    return {name: np.asarray(found[name], dtype=np.float64) for name in names}
