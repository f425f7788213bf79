"""The figures of an x-ray as tables for the terminal."""

from experiments.showing.numbers import UNDEFINED, duration, number, percent, significant
from experiments.xray.figures import Xray
from sim.records.handoff_summary import CLASSES

type Table = tuple[str, list[tuple[str, ...]]]
"""Title and rows of text; the first row holds the names of the columns."""

_BUSIEST = 10


def tables(found: Xray) -> list[Table]:
    """The figures as tables for the terminal; what is not defined for this log is left out."""
    return [_about_cases(found), _about_classes(found), _about_network(found), _about_busiest(found)]


def _about_cases(found: Xray) -> Table:
    figures, fits = found.summary, found.fits
    rows = [
        ("Cases", number(figures.cases, 0)),
        ("Events", number(figures.events, 0)),
        ("Hand-offs", number(figures.handoffs, 0)),
        ("Hand-offs a case, mean", _figure(figures.mean)),
        ("Variance / mean (1: pure chance)", _figure(figures.variance_to_mean)),
        ("Never handed on", percent(figures.share_by_handoffs[0])),
        ("Ping-pong (A→B→A), of all cases", percent(figures.ping_pong)),
        ("Ping-pong, of cases with two or more hand-offs", percent(figures.ping_pong_of_two)),
        ("Hand-offs back into a group that had it before", percent(figures.return_share)),
        ("Cases that cross divisions", percent(figures.cases_crossing)),
        ("Crossing hand-offs that come straight back", percent(figures.at_once_crossing)),
        ("Hand-offs inside a division that come straight back", percent(figures.at_once_inside)),
    ]
    if fits:
        rows.append(("Cases differ in difficulty: negative binomial r (small: much)", _figure(fits.r)))
        rows.append(("… fits better than a constant chance by (log-likelihood)", number(fits.gain, 1)))
    return "Hand-offs", [("Figure", "Value"), *_known(rows)]


def _about_classes(found: Xray) -> Table:
    figures, unit = found.summary, found.summary.time_unit
    head, rows = ["Hand-offs", "Cases"], [[*row] for row in zip(CLASSES, map(str, figures.cases_by_class), strict=True)]
    if found.has_status:
        head += ["Half solved within", "90 % solved within", "Reopened"]
        for row, half, most, again in zip(
            rows, figures.to_solve_median, figures.to_solve_p90, figures.reopened, strict=True
        ):
            row += [duration(half, unit), duration(most, unit), percent(again)]
    return "By number of hand-offs", [tuple(head), *map(tuple, rows)]


def _about_network(found: Xray) -> Table:
    figures = found.network
    rows = [
        ("Groups that hand on or receive", number(figures.groups, 0)),
        ("Reciprocity, weighted", _figure(figures.reciprocity)),
        ("Hand-offs between divisions", percent(figures.crossing)),
        ("… if divisions did not matter", percent(figures.crossing_null)),
        ("Coleman homophily (0: divisions do not matter)", _figure(figures.homophily)),
        ("E–I index", _figure(figures.ei)),
        ("… if divisions did not matter", _figure(figures.ei_null)),
        ("Modularity of the divisions", _figure(figures.modularity)),
        ("Modularity of the best partition found", _figure(figures.louvain)),
    ]
    return "Network of hand-offs", [("Figure", "Value"), *_known(rows)]


def _about_busiest(found: Xray) -> Table:
    edges = sorted(found.graph.edges.data("weight"), key=lambda edge: (-edge[2], edge[0], edge[1]))[:_BUSIEST]
    return "Busiest hand-offs", [("From", "To", "Hand-offs"), *((a, b, number(weight, 0)) for a, b, weight in edges)]


def _known(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without the rows that have no value."""
    return [row for row in rows if row[1] != UNDEFINED]


def _figure(value: float) -> str:
    return significant(value, 3)
