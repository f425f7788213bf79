"""The metrics that pay can hang on, found by folder: every other file here is one; adding a metric is adding a file.

A metric's level is *per head or a mean*, so that one policy fits a company of any size. Its file `<name>.py` holds
`METRIC` (see `sim/policies/metric.py`) and functions marked `@rule`, for `heads` people who share the level and a
period of `weeks`; `c` and `p` are the company's row and the parameters:

* `level(raw, heads, weeks, c, p)` the level that raw counts (see `sim.tables.Raw`) amount to.
* `variance(heads, weeks, c, p)` how unsure the level at the end of the period is, when all of it is still to come: the
  noise of what will be counted, and a drift that people reckon with.
* `price_of_<outcome>(slope, heads, weeks, c, p)` what one more of an outcome of one's own acts is worth (euro), where
  1.0 of the level is worth `slope`: how far the outcome moves the level, times that. The outcomes are those of
  `OUTCOMES`; one that does not move the level is left out.

The functions of this module are the same, with the metric's code before the other arguments: its place among the
sorted names, which holds within one session only. A code that no metric has is worth no number (nan).
"""

from sim.policies.found import Rule, choice, demand, files_of, nothing, unknown
from sim.policies.metric import Metric

OUTCOMES = ("hour", "work", "sale", "point", "day", "desk", "help")
"""An hour of selling, an hour spent on a problem, the credit of one sale, a point of satisfaction for one problem, a
working day sooner for one problem, a problem off the desk, an hour of help given."""

_FILES = files_of(__name__, __path__)
for _file in _FILES.values():
    demand(_file, "METRIC", "level", "variance")
    for _name in dir(_file):
        if _name.startswith("price_of_") and _name.removeprefix("price_of_") not in OUTCOMES:
            raise ImportError(f"{_file.__name__}.{_name}: known outcomes are {', '.join(OUTCOMES)}")

METRICS: dict[str, Metric] = {name: file.METRIC for name, file in _FILES.items()}
"""Declaration of every metric, by name."""

NAMES: tuple[str, ...] = tuple(METRICS)
"""Names of the metrics; a metric's code is its place."""


def _chosen(name: str, otherwise: Rule) -> Rule:
    """The rule of that name of the metric whose code comes first."""
    return choice([getattr(file, name, None) for file in _FILES.values()], otherwise)


level = _chosen("level", unknown)
variance = _chosen("variance", unknown)
price_of_hour = _chosen("price_of_hour", nothing)
price_of_work = _chosen("price_of_work", nothing)
price_of_sale = _chosen("price_of_sale", nothing)
price_of_point = _chosen("price_of_point", nothing)
price_of_day = _chosen("price_of_day", nothing)
price_of_desk = _chosen("price_of_desk", nothing)
price_of_help = _chosen("price_of_help", nothing)
