"""The figures of an x-ray, measured with the same functions as the simulator's own log (`sim.records`)."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from experiments.xray.reading import Log
from experiments.xray.times import Times
from sim.records.handoff_fits import CountFits, fit_counts
from sim.records.handoff_summary import HandoffSummary, summarise
from sim.records.handoffs import cases, handoffs, homes, ordered
from sim.records.networks import NetworkSummary, network, summarise_network

_HANDOFFS, _COUNTED = 0.25, 0.5
"""Shares of the work that are done when the hand-offs are found, and when they are counted; the rest is the network."""


@dataclass(frozen=True)
class Xray:
    """What was found in one log."""

    summary: HandoffSummary
    network: NetworkSummary
    fits: CountFits | None
    counts: NDArray[np.int64]
    """Hand-offs of each case, shape (cases,)."""
    graph: nx.DiGraph
    """Network of hand-offs between groups; their `part` is their division."""
    times: Times
    """How the times of the log were read."""

    @property
    def has_divisions(self) -> bool:
        """Whether the log says which division a group belongs to."""
        return not math.isnan(self.summary.cases_crossing)

    @property
    def has_status(self) -> bool:
        """Whether the log shows at least one solved case."""
        return not all(map(math.isnan, self.summary.to_solve_median))

    def to_dict(self) -> dict[str, object]:
        """All figures as plain values for JSON."""
        return {
            "times": {"read_as": self.times.read_as, "guessed_from": self.times.guessed_from},
            "summary": self.summary.to_dict(),
            "network": self.network.to_dict(),
            "fits": self.fits.to_dict() if self.fits else None,
        }


def xray(log: Log, tell: Callable[[float], None] = lambda share: None) -> Xray:
    """Measure a log that was read; `tell` hears which share is done. ValueError as in `sim.records.handoffs`."""
    events = ordered(log.events)
    passed, counts = handoffs(events), cases(events)["handoffs"].to_numpy()
    tell(_HANDOFFS)
    graph = network(passed["source"], passed["target"], homes(events))
    summary, fits = summarise(log.events), fit_counts(counts)
    tell(_COUNTED)
    ties = summarise_network(graph, lambda share: tell(_COUNTED + (1.0 - _COUNTED) * share))
    return Xray(summary, ties, fits, counts, graph, log.times)
