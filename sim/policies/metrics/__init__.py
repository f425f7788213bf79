"""The metrics that pay can hang on, found by folder: every other file here is one; adding a metric is adding a file.

A metric's level is *per head or a mean*, so that one policy fits a company of any size. Its file `<name>.py` holds
`METRIC` (see `sim/policies/metric.py`) and functions marked `@rule`, for `heads` people who share the level and a
period of `weeks`; `c` and `p` are the company's row and the parameters:

* `level(raw, heads, weeks, c, p)` the level that raw counts (see `sim.tables.Raw`) amount to.
* `noise(heads, weeks, c, p)` variance of the level, by chance, when all of the period is still to be counted.
* `drift(c, p)` variance that people reckon with besides, because things change.
* `moved_by_<outcome>(heads, weeks, c, p)` how far one more of an outcome of one's own acts moves the level. The
  outcomes are those of `OUTCOMES`; one that does not move the level is left out.

The functions of this module are the same, with the metric's code before the other arguments: its place among the
sorted names, which holds within one session only. A code that no metric has is worth no number (nan).
"""

from sim.policies.found import Rule, choice, demand, files_of, nothing, unknown
from sim.policies.metric import Metric

OUTCOMES = ("hour", "point", "day", "desk", "help")
"""An hour of selling, a point of satisfaction for one problem, a working day sooner for one problem, a problem off the
desk, an hour of help given."""

_FILES = files_of(__name__, __path__)
for _file in _FILES.values():
    demand(_file, "METRIC", "level", "noise", "drift")
    for _name in dir(_file):
        if _name.startswith("moved_by_") and _name.removeprefix("moved_by_") not in OUTCOMES:
            raise ImportError(f"{_file.__name__}.{_name}: known outcomes are {', '.join(OUTCOMES)}")

METRICS: dict[str, Metric] = {name: file.METRIC for name, file in _FILES.items()}
"""Declaration of every metric, by name."""

NAMES: tuple[str, ...] = tuple(METRICS)
"""Names of the metrics; a metric's code is its place."""


MOVED_BY: dict[str, int] = {
    name: sum(hasattr(file, f"moved_by_{outcome}") << bit for bit, outcome in enumerate(OUTCOMES))
    for name, file in _FILES.items()
}
"""The outcomes that move a metric: a bit each, in the order of OUTCOMES."""


def _chosen(name: str, otherwise: Rule) -> Rule:
    """The rule of that name of the metric whose code comes first."""
    return choice([getattr(file, name, None) for file in _FILES.values()], otherwise)


level = _chosen("level", unknown)
noise = _chosen("noise", unknown)
drift = _chosen("drift", unknown)
moved_by_hour = _chosen("moved_by_hour", nothing)
moved_by_point = _chosen("moved_by_point", nothing)
moved_by_day = _chosen("moved_by_day", nothing)
moved_by_desk = _chosen("moved_by_desk", nothing)
moved_by_help = _chosen("moved_by_help", nothing)
