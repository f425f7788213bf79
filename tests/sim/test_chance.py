"""Streams of chance: a copy goes on where the other stands, and neither disturbs the other."""

import numpy as np

from sim.chance import copy_of, lucks


def test_a_copy_goes_on_at_the_same_place() -> None:
    ours = lucks(7, 3, 2)
    for luck in ours:
        for stream in luck:
            stream.random(5)
            stream.integers(0, 100, dtype=np.uint32)  # half of a draw of 64 bits is kept back, and has to be copied
    theirs = copy_of(ours)
    for mine, other in zip((s for luck in ours for s in luck), (s for luck in theirs for s in luck), strict=True):
        assert mine is not other
        wanted = [mine.integers(0, 100, dtype=np.uint32), mine.random(), mine.normal()]
        assert wanted == [other.integers(0, 100, dtype=np.uint32), other.random(), other.normal()]
    state = theirs[0].people.bit_generator.state
    ours[0].people.random(100)
    assert theirs[0].people.bit_generator.state == state
