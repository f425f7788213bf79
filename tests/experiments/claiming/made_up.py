"""Claims with known answers, lived in no time in the place of the model."""

import math

import numpy as np

from experiments.claiming.units import Done, Found, Lived, Task, Told
from experiments.evidence.emergence.verdict import Kind

TOLD = {
    "P1": (
        Told("Always right", Kind.ALL, 1, ("above",)),
        Told("Right in half of all draws, <b>", Kind.ALL, 1, ("above",)),
        Told("Never right", Kind.ALL, 1, ("above", "below")),
    ),
    "P3": (Told("The two differ", Kind.DIFFERS, 2, ("satisfaction", "silo index")),),
    "P10": (Told("Somewhere right", Kind.ANY, 2, ("1 h", "2 h")),),
}
"""The claims of some patterns."""


def live(task: Task) -> Done:
    """What comes of each unit hangs on the draw alone, but by imitation nothing is ever right."""
    return Done(
        tuple(Lived(unit, tuple(found(name, unit.rule, unit.draw) for name in TOLD)) for unit in task.units), 0.0
    )


def found(pattern: str, rule: str, draw: int) -> Found:
    """What a pattern finds in a draw; one value is never defined."""
    noise = np.random.default_rng(draw).standard_normal(4)
    sign = -1.0 if rule == "imitation" else 1.0
    values = {
        "P1": (sign * (3.0 + 0.1 * noise[0]), sign * (1.0 if draw % 2 else -1.0), 1.0, -1.0),
        "P3": (noise[1], sign * (2.0 + 0.1 * noise[2])),
        "P10": (0.1 * noise[3] - 1.0, sign * 2.0),
    }[pattern]
    if pattern == "P1" and draw == 3:
        values = (math.nan, *values[1:])
    return Found(pattern, TOLD[pattern], values)
