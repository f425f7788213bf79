"""The silo map: traffic averaged over futures, what of it crosses the borders of units, and what would be expected."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from experiments.mapping.lived import Traffic, Window
from sim.records.networks import crossing_share, expected_inside
from sim.tables import Flow

type Kind = Literal["volley", "handoff", "help"]

KINDS: dict[Kind, Flow] = {"volley": Flow.VOLLEY, "handoff": Flow.HANDOFF, "help": Flow.HELP}
"""What can be looked at; the first is looked at first."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What goes from each group to each other, and how much of it crosses borders. NaN where nothing goes."""

    weekly: NDArray[np.float64]
    """A week, mean over futures, shape (from, to)."""
    a_week: float
    """In all."""
    across: float
    """Share of it that crosses a border between units."""
    across_null: float
    """That share if everybody sent and received as much as now, and borders did not matter."""

    @property
    def ei(self) -> float:
        """E–I index, (across − inside) / all, from −1 to 1 (Krackhardt & Stern 1988)."""
        return 2 * self.across - 1

    @property
    def ei_null(self) -> float:
        """Its value if borders did not matter."""
        return 2 * self.across_null - 1


class SiloMap:
    """Futures of the same courses, added one by one; ties can be had from the first on.

    `divisions` has the name and the unit of each division, by row.
    """

    def __init__(self, divisions: Sequence[tuple[str, str]], windows: Sequence[Window]) -> None:
        """A map without a future yet."""
        self.divisions = tuple(divisions)
        self.windows = tuple(windows)
        self._futures: list[NDArray[np.float64]] = []

    @property
    def futures(self) -> int:
        """How many were added."""
        return len(self._futures)

    def add(self, traffic: Traffic) -> None:
        """Add a future."""
        self._futures.append(traffic.weekly)

    def ties(self, course: int, window: int, kind: Kind) -> Ties:
        """The ties of a course in a window, all futures together. Raises ValueError without a future."""
        return ties_of(self._of(course, window, kind).mean(axis=0), [unit for _, unit in self.divisions])

    def rises(self, course: int, window: int, kind: Kind) -> tuple[int, int]:
        """In how many futures the share across borders is higher than before the switch, and of how many.

        Futures in which it is not defined, before or after, are left out.
        """
        units = [unit for _, unit in self.divisions]
        pairs = zip(self._of(course, 0, kind), self._of(course, window, kind), strict=True)
        shares = [(across(before, units), across(after, units)) for before, after in pairs]
        known = [(before, after) for before, after in shares if not math.isnan(before + after)]
        return sum(after > before for before, after in known), len(known)

    def _of(self, course: int, window: int, kind: Kind) -> NDArray[np.float64]:
        """Shape (futures, from, to)."""
        if not self._futures:
            raise ValueError("a map without a future has no ties")
        return np.stack([each[course, window, KINDS[kind]] for each in self._futures])


def ties_of(weekly: NDArray[np.float64], units: Sequence[str]) -> Ties:
    """The ties of a matrix (from, to) between divisions of these units."""
    graph = graph_of(weekly, units)
    return Ties(weekly, float(weekly.sum()), crossing_share(graph), 1 - expected_inside(graph))


def across(weekly: NDArray[np.float64], units: Sequence[str]) -> float:
    """Share of a matrix that crosses a border between units; NaN where nothing goes."""
    return crossing_share(graph_of(weekly, units))


def graph_of(weekly: NDArray[np.float64], units: Sequence[str]) -> nx.DiGraph:
    """The matrix as a network of sim.records.networks; nodes are rows."""
    graph = nx.DiGraph()
    for row, unit in enumerate(units):
        graph.add_node(row, part=unit)
    for source, target in np.argwhere(weekly > 0):
        if source != target:
            graph.add_edge(int(source), int(target), weight=float(weekly[source, target]))
    return graph


def by_unit(weekly: NDArray[np.float64], units: Sequence[str]) -> tuple[list[str], NDArray[np.float64]]:
    """The same traffic between units, with their names; what stays within a unit is on the diagonal."""
    names = list(dict.fromkeys(units))
    place = np.array([names.index(unit) for unit in units])
    summed = np.zeros((len(names), len(names)))
    np.add.at(summed, (place[:, None], place[None, :]), weekly)
    return names, summed
