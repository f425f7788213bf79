"""Where a map looks: everywhere evenly, and finely only along a border."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.believing.lattice import DEFAULT, Block, Node, Steps, corners, first_blocks, halved, refined
from experiments.errors import RequestError

FINE = Steps(2, 4, 32)


def followed(rule: Callable[[int, int], str], steps: Steps = FINE) -> tuple[tuple[Block, ...], dict[Node, str]]:
    """Blocks and what is found at their corners, when all borders between a and b are followed."""
    blocks = first_blocks(steps)
    while blocks[0].side > steps.finest // steps.even:
        blocks = halved(blocks)
    while True:
        found = {node: rule(*node) for node in corners(blocks)}
        after = refined(blocks, found, 1, ("a", "b"))
        if after == blocks:
            return blocks, found
        blocks = after


def test_the_first_blocks_and_their_halves_cover_the_map_once() -> None:
    blocks = first_blocks(DEFAULT)
    for _ in range(3):
        assert sum(block.side**2 for block in blocks) == DEFAULT.finest**2
        assert {(0, 0), (DEFAULT.finest, DEFAULT.finest)} <= set(corners(blocks))
        blocks = halved(blocks)


@given(st.integers(-20, 60), st.integers(-3, 3), st.integers(1, 3))
def test_a_straight_border_is_followed_to_the_finest_step(start: int, slope: int, over: int) -> None:
    def rule(x: int, y: int) -> str:
        return "a" if over * y >= start + slope * x else "b"

    blocks, found = followed(rule)
    for block in blocks:
        if len({found[corner] for corner in block.corners}) > 1:
            assert block.side == 1
    assert len(found) < 33 * 33 / 2


def test_it_costs_far_less_than_a_full_grid() -> None:
    _, found = followed(lambda x, y: "a" if y > x else "b")
    assert len(found) < 33 * 33 / 4


def test_a_narrow_zone_between_is_followed_and_a_wide_one_is_not() -> None:
    def band(width: int) -> int:
        return len(followed(lambda x, y: "a" if x < 15 else "?" if x < 15 + width else "b")[1])

    assert band(2) > 2 * band(20)


def test_undecided_everywhere_or_one_winner_needs_no_more_than_the_even_grid() -> None:
    assert len(followed(lambda x, y: "?")[1]) == 25
    assert len(followed(lambda x, y: "a" if x < 15 else "?")[1]) == 25


@pytest.mark.parametrize("steps", [(2, 3, 6), (0, 0, 0), (2, 8, 24), (4, 2, 8), (2, 8, 512), (-2, -4, -8)])
def test_steps_that_do_not_halve_are_refused(steps: tuple[int, int, int]) -> None:
    with pytest.raises(RequestError, match="doubled"):
        Steps(*steps)
