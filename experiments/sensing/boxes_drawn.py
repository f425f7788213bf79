"""A box as a picture: the points on its two surest limits, and the box around those that it holds."""

import math

import numpy as np
import pandas as pd

from experiments.reporting.charts import Axes, Frame, scatter
from experiments.reporting.parts import Size
from experiments.sensing.boxes import Box, Discovery
from experiments.sensing.boxes_said import chance_of
from experiments.sensing.subjects import name_of
from experiments.showing.drawing import Chart
from experiments.showing.language import Lang

_STATES = {1: "ahead", 0: "undecided", -1: "behind"}


def sides(found: Discovery, box: Box) -> tuple[str, str]:
    """The dimensions across and up: the two surest limits; where there is one, another dimension that varies."""
    surest = [each.key for each in sorted(box.limits, key=chance_of)]
    varying = [each.key for each, spread in zip(found.experiment.dimensions, np.ptp(found.values, axis=0), strict=True)
               if spread > 0.0]  # fmt: skip
    across, up, *_ = [*surest, *(key for key in varying if key not in surest), surest[0]]
    return across, up


def chart(found: Discovery, place: int, lang: Lang, size: Size) -> Chart:
    """The picture of the box at that place: of the points that the boxes before it leave."""
    keys, box = [each.key for each in found.experiment.dimensions], found.boxes[place]
    left = np.ones(found.points, dtype=bool)
    for earlier in found.boxes[:place]:
        left &= ~earlier.holds(found.values, keys)
    across, up = sides(found, box)
    x, y = (found.values[left, keys.index(key)] for key in (across, up))
    rows = pd.DataFrame({"x": x, "mean": y, "state": [_STATES[int(won)] for won in found.wins[left]]})
    frame = Frame(*_ends(box, across, x), *_ends(box, up, y))
    axes = Axes(name_of(found.experiment, across, lang), name_of(found.experiment, up, lang))
    return scatter(rows, axes, size, zero=False, frame=frame)


def _ends(box: Box, key: str, values: np.ndarray) -> tuple[float, float]:
    """The limits on that dimension; where there is none, as far as there are points."""
    for each in box.limits:
        if each.key == key:
            low = float(values.min()) if math.isnan(each.low) else each.low
            return low, float(values.max()) if math.isnan(each.high) else each.high
    return float(values.min()), float(values.max())
