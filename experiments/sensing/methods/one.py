"""One at a time: how far the answer moves from where it is when one dimension goes to its low and to its high end.

The tornado's figures. All changes are seen from one company, the one as it is; what happens elsewhere it cannot know.
"""

from collections.abc import Sequence

import numpy as np

from experiments.comparing.intervals import Floats, t_intervals
from experiments.errors import RequestError
from experiments.sensing.effects import Effect, is_still, verdict, way_of
from experiments.sensing.noise import among_many, p_of_chance

DESIGN = "one"


def effects(keys: Sequence[str], shares: Floats, values: Floats) -> tuple[Effect, ...]:
    """See `methods`; the first point is the company as it is."""
    if not np.isfinite(values[0]).any():
        raise RequestError("the company as it is was not lived yet, or this number is not defined in it")
    ends = values[1:].reshape(len(keys), 2, -1) - values[0]  # changes, shape (dimensions, ends, futures)
    whole = ends[:, 1] - ends[:, 0]
    alone = np.array(
        [[p_of_chance(change[None]) for change in (*each, across)] for each, across in zip(ends, whole, strict=True)]
    )
    chances = among_many(np.minimum(1.0, 3.0 * alone.min(axis=1)))  # three changes, three chances to be fooled
    sizes = [_largest([*each, across]) for each, across in zip(ends, whole, strict=True)]
    all_of_it = sum(size**2 for size, _, _ in sizes if np.isfinite(size))
    base = float(np.nanmean(values[0]))
    found = []
    for place, key in enumerate(keys):
        size, low, high = sizes[place]
        share, share_high = (each**2 / all_of_it if all_of_it > 0.0 else 0.0 for each in (size, high))
        _, down, up = map(float, t_intervals(whole[place])[:3])
        more = {"base": base}
        for name, end in zip(("at_low", "at_high"), ends[place], strict=True):
            more |= dict(zip((name, f"{name}_low", f"{name}_high"), map(float, t_intervals(end)[:3]), strict=True))
        found.append(
            Effect(key, size, low, high, share, share_high, way_of(down, up), float(chances[place]),
                   verdict(is_still(ends[place]), float(chances[place]), low, share_high), more)
        )  # fmt: skip
    return tuple(found)


def _largest(changes: list[Floats]) -> tuple[float, float, float]:
    """The largest mean change, whichever way, with the interval of its size."""
    told = [[float(each) for each in t_intervals(change)[:3]] for change in changes]
    mean, low, high = max(told, key=lambda each: -1.0 if np.isnan(each[0]) else abs(each[0]))
    near = 0.0 if low <= 0.0 <= high else min(abs(low), abs(high))
    return abs(mean), near, max(abs(low), abs(high))
