"""X-ray of a ticket log: how often cases are handed on, come back, and between whom; figures, tables and charts.

    log = read_log("tickets.csv", case="ticket", time="at", group="team", division="department", status="state")
    found = xray(log)
    tables(found)            # for the terminal
    draw(found, "out/xray")  # charts, and the network for Gephi

It measures with the same functions as the simulator's own log (`sim.records`), so that the two can be compared.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.xray.reading import LogError, read_log
from sim.records.handoff_fits import CountFits, fit_counts
from sim.records.handoff_summary import CLASSES, HandoffSummary, summarise
from sim.records.handoffs import cases, handoffs, homes, ordered
from sim.records.networks import NetworkSummary, network, summarise_network

__all__ = ["LogError", "Table", "Xray", "draw", "read_log", "tables", "xray"]

type Table = tuple[str, list[tuple[str, ...]]]
"""Title and rows of text; the first row holds the names of the columns."""

_BUSIEST = 10


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
            "summary": self.summary.to_dict(),
            "network": self.network.to_dict(),
            "fits": self.fits.to_dict() if self.fits else None,
        }


def xray(frame: pd.DataFrame) -> Xray:
    """Measure a log as `read_log` returns it (or `events.handoff_log`); ValueError as in `sim.records.handoffs`."""
    events = ordered(frame)
    passed, counts = handoffs(events), cases(events)["handoffs"].to_numpy()
    graph = network(passed["source"], passed["target"], homes(events))
    return Xray(summarise(frame), summarise_network(graph), fit_counts(counts), counts, graph)


def tables(found: Xray) -> list[Table]:
    """The figures as tables for the terminal; what is not defined for this log is left out."""
    return [_about_cases(found), _about_classes(found), _about_network(found), _about_busiest(found)]


def draw(found: Xray, out_dir: Path | str) -> list[Path]:
    """Draw the charts (PNG and SVG) and write the network (GraphML, for Gephi); returns the files written."""
    from experiments.xray.charts import draw_all  # altair takes a second to load, which only a drawing should pay for

    return draw_all(found, Path(out_dir))


def duration(value: float, unit: str) -> str:
    """A time to solve in words: "13 min", "5.2 h", "3.1 days"; working hours stay hours. NaN: "–"."""
    if math.isnan(value):
        return "–"
    hours = value * 24 if unit == "days" else value
    if hours < 1:
        return f"{hours * 60:.0f} min"
    return f"{hours:.1f} h" if hours < 24 or unit == "hours" else f"{hours / 24:.1f} days"


def _about_cases(found: Xray) -> Table:
    figures, fits = found.summary, found.fits
    rows = [
        ("Cases", f"{figures.cases:,}"),
        ("Events", f"{figures.events:,}"),
        ("Hand-offs", f"{figures.handoffs:,}"),
        ("Hand-offs a case, mean", _number(figures.mean)),
        ("Variance / mean (1: pure chance)", _number(figures.variance_to_mean)),
        ("Never handed on", _percent(figures.share_by_handoffs[0])),
        ("Ping-pong (A→B→A), of all cases", _percent(figures.ping_pong)),
        ("Ping-pong, of cases with two or more hand-offs", _percent(figures.ping_pong_of_two)),
        ("Hand-offs back into a group that had it before", _percent(figures.return_share)),
        ("Cases that cross divisions", _percent(figures.cases_crossing)),
        ("Crossing hand-offs that come straight back", _percent(figures.at_once_crossing)),
        ("Hand-offs inside a division that come straight back", _percent(figures.at_once_inside)),
    ]
    if fits:
        rows.append(("Cases differ in difficulty: negative binomial r (small: much)", _number(fits.r)))
        rows.append(("… fits better than a constant chance by (log-likelihood)", f"{fits.gain:.1f}"))
    return "Hand-offs", [("Figure", "Value"), *_known(rows)]


def _about_classes(found: Xray) -> Table:
    figures, unit = found.summary, found.summary.time_unit
    head, rows = ["Hand-offs", "Cases"], [[*row] for row in zip(CLASSES, map(str, figures.cases_by_class), strict=True)]
    if found.has_status:
        head += ["Half solved within", "90 % solved within", "Reopened"]
        for row, half, most, again in zip(
            rows, figures.to_solve_median, figures.to_solve_p90, figures.reopened, strict=True
        ):
            row += [duration(half, unit), duration(most, unit), _percent(again)]
    return "By number of hand-offs", [tuple(head), *map(tuple, rows)]


def _about_network(found: Xray) -> Table:
    figures = found.network
    rows = [
        ("Groups that hand on or receive", f"{figures.groups:,}"),
        ("Reciprocity, weighted", _number(figures.reciprocity)),
        ("Hand-offs between divisions", _percent(figures.crossing)),
        ("… if divisions did not matter", _percent(figures.crossing_null)),
        ("Coleman homophily (0: divisions do not matter)", _number(figures.homophily)),
        ("E–I index", _number(figures.ei)),
        ("… if divisions did not matter", _number(figures.ei_null)),
        ("Modularity of the divisions", _number(figures.modularity)),
        ("Modularity of the best partition found", _number(figures.louvain)),
    ]
    return "Network of hand-offs", [("Figure", "Value"), *_known(rows)]


def _about_busiest(found: Xray) -> Table:
    edges = sorted(found.graph.edges.data("weight"), key=lambda edge: (-edge[2], edge[0], edge[1]))[:_BUSIEST]
    return "Busiest hand-offs", [("From", "To", "Hand-offs"), *((a, b, f"{weight:,}") for a, b, weight in edges)]


def _known(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without the rows that have no value."""
    return [row for row in rows if row[1] != "–"]


def _percent(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.1%}"


def _number(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.3g}"
