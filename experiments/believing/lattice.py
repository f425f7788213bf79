"""Where a map looks: at the corners of blocks, which are halved along the border (a quadtree).

A node is a place on the finest grid, (0, 0) to (finest, finest). A block is a square with nodes at its corners; blocks
down to `even` are looked at everywhere. What is asked of a node depends on what was found at nodes only, never on the
order in which it was found.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from experiments.errors import RequestError

type Node = tuple[int, int]
"""Steps across and up on the finest grid."""

MOST_STEPS = 256


@dataclass(frozen=True, slots=True)
class Steps:
    """Into how many blocks a side is cut: at `first`, `even`ly everywhere, and at the `finest` along borders.

    Each is the one before it doubled some times. Raises RequestError otherwise.
    """

    first: int
    even: int
    finest: int

    def __post_init__(self) -> None:
        """Refuse what does not halve."""
        for coarse, fine in ((self.first, self.even), (self.even, self.finest)):
            doubled = coarse > 0 and fine % coarse == 0 and (fine // coarse).bit_count() == 1
            if not doubled or fine > MOST_STEPS:
                raise RequestError(
                    f"steps {self.first}, {self.even}, {self.finest}: each must be the one before it, doubled some "
                    f"times, up to {MOST_STEPS}; as 2, 8, 32"
                )

    @property
    def nodes(self) -> Iterator[Node]:
        """Every node of the finest grid, row by row from below."""
        return ((x, y) for y in range(self.finest + 1) for x in range(self.finest + 1))


DEFAULT = Steps(first=2, even=8, finest=32)


class Block(NamedTuple):
    """A square of the map: its lower left node, and its side in nodes."""

    x: int
    y: int
    side: int

    @property
    def corners(self) -> tuple[Node, ...]:
        """Its four corners."""
        x, y, side = self
        return (x, y), (x + side, y), (x, y + side), (x + side, y + side)

    @property
    def nodes(self) -> Iterator[Node]:
        """Every node in it, its edges among them."""
        return ((x, y) for y in range(self.y, self.y + self.side + 1) for x in range(self.x, self.x + self.side + 1))

    @property
    def widened(self) -> "Block":
        """The block with as much around it as it is wide, on every side."""
        return Block(self.x - self.side, self.y - self.side, 3 * self.side)

    @property
    def quarters(self) -> tuple["Block", ...]:
        """The four blocks that it is made of."""
        half = self.side // 2
        return tuple(Block(self.x + dx, self.y + dy, half) for dy in (0, half) for dx in (0, half))


def first_blocks(steps: Steps) -> tuple[Block, ...]:
    """The blocks that a map begins with."""
    side = steps.finest // steps.first
    return tuple(Block(x * side, y * side, side) for y in range(steps.first) for x in range(steps.first))


def corners(blocks: Collection[Block]) -> list[Node]:
    """All corners of some blocks, each once, row by row from below."""
    return sorted({node for block in blocks for node in block.corners}, key=lambda node: (node[1], node[0]))


def halved(blocks: Collection[Block]) -> tuple[Block, ...]:
    """Every block cut in four."""
    return tuple(quarter for block in blocks for quarter in block.quarters)


def refined[Verdict](
    blocks: Collection[Block], found: Mapping[Node, Verdict], least: int, ends: tuple[Verdict, Verdict]
) -> tuple[Block, ...]:
    """The blocks, those larger than `least` cut in four where a border between the two `ends` is near.

    It is near if what was found in the block differs, and both ends are found in it or within its side around it. So
    the zone between them is followed where it is narrower than about three blocks; where it is wider, smaller blocks
    would tell no more of it. Nodes on an edge count, corners of smaller neighbours among them: a border that enters a
    block by its edge is followed into it.
    """
    after: list[Block] = []
    for block in blocks:
        split = (
            block.side > least
            and len(verdicts_in(block, found)) > 1
            and verdicts_in(block.widened, found).issuperset(ends)
        )
        after.extend(block.quarters if split else (block,))
    return tuple(after)


def verdicts_in[Verdict](block: Block, found: Mapping[Node, Verdict]) -> set[Verdict]:
    """What was found in a block, its edges among it."""
    return {found[node] for node in block.nodes if node in found}
