"""Named streams of chance.

Every stream is made from the seed, the replicate and its own name, never from the policy: two policies under one seed
meet the same customers with the same problems on the same days. What people choose has a stream of its own, so that
choices cannot disturb what customers come with.
"""

from typing import NamedTuple

import numpy as np

from sim.compiled import rule


class Luck(NamedTuple):
    """The random streams of a run."""

    arrivals: np.random.Generator  # when customers come with a problem, and which customers
    problems: np.random.Generator  # what the problems are made of, and the luck each carries with it
    people: np.random.Generator  # what people choose, whom they ask, whether they sell
    market: np.random.Generator  # which customers leave and come


def stream(name: str, seed: int, replicate: int) -> np.random.Generator:
    """The stream of that name; the same arguments give the same bits on the same build of NumPy."""
    return np.random.default_rng([*name.encode(), replicate, seed])


def lucks(seed: int, replicate: int, regions: int) -> tuple[Luck, ...]:
    """All streams of one run, for each region its own: so it does not matter which region lives first, or how far."""
    names = [[f"{name} {region}" if region else name for name in Luck._fields] for region in range(regions)]
    return tuple(Luck(*(stream(name, seed, replicate) for name in each)) for each in names)


def copy_of(streams: tuple[Luck, ...]) -> tuple[Luck, ...]:
    """The same streams at the same place, for a run that goes another way from here."""
    return tuple(Luck(*map(_twin, each)) for each in streams)


def _twin(one: np.random.Generator) -> np.random.Generator:
    """A stream at the same place. Copying the object itself takes thirty times as long: a tenth of a short life."""
    twin = type(one.bit_generator)(0)
    twin.state = one.bit_generator.state
    return np.random.Generator(twin)


@rule
def pick(draw: float, count: int) -> int:
    """One of `count` things, each as likely, from a uniform draw in [0, 1)."""
    return int(draw * count)
