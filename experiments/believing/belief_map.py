"""A map as far as it is drawn: points that were looked at, and what lies between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from experiments.believing.asked import Asked
from experiments.believing.lattice import Block, Node
from experiments.believing.looking import Point, Verdict
from experiments.reporting.render import fragment

if TYPE_CHECKING:
    import pandas as pd

LETTERS: dict[Verdict | None, str] = {
    Verdict.FIRST: "f", Verdict.SECOND: "s", Verdict.UNDECIDED: "u", Verdict.UNDEFINED: "n", None: ".",
}  # fmt: skip
"""Of each verdict; None is where nobody looked nearby yet."""
_SURE_AFTER = 2.0  # seconds until it can be told how long it will take


@dataclass(frozen=True, eq=False)
class BeliefMap:
    """What is known of a map.

    `done` futures of the pair are there, of about `expected`: how many it takes is known at the end only. `lived` of
    them were lived for this map; the others were kept from before.
    """

    asked: Asked
    points: Mapping[Node, Point]
    blocks: tuple[Block, ...]
    done: int
    lived: int
    expected: int
    finished: bool

    @cached_property
    def verdicts(self) -> Mapping[Node, Verdict | None]:
        """The verdict at every node of the finest grid; None where nobody looked nearby yet.

        A node that was not looked at itself has the verdict of the nearest point of its block; if several are as near
        and disagree, it is undecided.
        """
        found: dict[Node, Verdict | None] = dict.fromkeys(self.asked.steps.nodes)
        for block in self.blocks:
            if all(corner in self.points for corner in block.corners):
                found.update(self._between(block))
        found.update({node: point.verdict for node, point in self.points.items()})
        return found

    @cached_property
    def shares(self) -> Mapping[Verdict, float]:
        """Share of the nodes by verdict; where nobody looked nearby yet counts in none."""
        given = [each for each in self.verdicts.values() if each is not None]
        return {verdict: given.count(verdict) / len(self.verdicts) for verdict in Verdict}

    def _repr_html_(self) -> str:
        from experiments.believing.report import brief  # which shows what is made here

        return fragment(brief(self, "en"))

    @property
    def full_grid(self) -> int:
        """How many futures of the pair a full grid as fine as this would take, each point with the most futures."""
        return len(self.verdicts) * self.asked.looks[-1]

    @property
    def letters(self) -> list[str]:
        """The verdicts as rows from below, a letter a node."""
        side = range(self.asked.steps.finest + 1)
        return ["".join(LETTERS[self.verdicts[x, y]] for x in side) for y in side]

    def left(self, seconds: float) -> float | None:
        """Seconds until it is finished, as fast as it went in these `seconds`; None where that says nothing yet."""
        if self.finished or seconds < _SURE_AFTER or not self.done:
            return None
        return (self.expected - self.done) * seconds / self.done

    def _between(self, block: Block) -> Iterator[tuple[Node, Verdict]]:
        """The verdicts of a block's nodes, by the nearest points of the block."""
        inside = [self.points[node] for node in block.nodes if node in self.points]
        for node in block.nodes:
            away = [_apart(node, point.node) for point in inside]
            near = {point.verdict for point, far in zip(inside, away, strict=True) if far == min(away)}
            yield node, near.pop() if len(near) == 1 else Verdict.UNDECIDED

    def frame(self) -> "pd.DataFrame":
        """Tidy table, one row a point looked at, row by row from below.

        Columns: the two parameters by name, verdict, first and second (means of the courses), difference, low, high
        (its interval, see looking.py), futures (in which it is defined), first_higher_in, first_lower_in.
        """
        import pandas as pd

        asked, rows = self.asked, []
        for node in sorted(self.points, key=lambda node: (node[1], node[0])):
            point = self.points[node]
            apart = point.difference
            rows.append(
                (point.across, point.up, point.verdict.value, point.first, point.second, apart.mean, apart.low,
                 apart.high, apart.n, apart.higher_in, apart.lower_in)
            )  # fmt: skip
        names = (
            asked.across.name, asked.up.name, "verdict", "first", "second", "difference", "low", "high", "futures",
            "first_higher_in", "first_lower_in",
        )  # fmt: skip
        return pd.DataFrame(rows, columns=list(names))


def _apart(one: Node, other: Node) -> int:
    """How far two nodes lie apart: the square of the distance, in steps."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
