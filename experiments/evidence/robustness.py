"""What the conclusions hang on: every parameter by half up and down, one at a time, and the load in steps.

    python -m experiments.evidence.robustness            renews docs/robustness.md, about five minutes on two cores
    python -m experiments.evidence.robustness --futures 1  a first look

A conclusion is a difference between two policies in the last quarter of the year after the switch, in the mean over a
few futures under each of three seeds. It flips where the difference has the other sign under every seed, and wavers
where the seeds disagree. This is a screening: interactions and intervals are for the sweeps.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Annotated, NamedTuple

import numpy as np
import typer
from rich.progress import track

from experiments.catalogue import load_scenario
from experiments.comparing.intervals import Floats
from experiments.evidence.emergence.lab import COMMISSION, FAIR, GATE_AND_SHARED, OWN_GATE, SHARED
from experiments.showing.markdown import refresh, table
from experiments.showing.numbers import plain
from sim.company.scenario import Scenario
from sim.parameters import declared
from sim.records.measures import MEASURES, window
from sim.simulation import Simulation, week_rows

PAGE = "robustness.md"
SEEDS = (1, 2, 3)
HALF = 0.5
LOADS = (0.5, 1.0, 1.5, 2.0)
QUARTER = 13
POLICIES = (COMMISSION, GATE_AND_SHARED, OWN_GATE, SHARED, FAIR)
MEASURED = ("avoidable_handoffs", "silo_index", "satisfaction", "profit")


class Conclusion(NamedTuple):
    """That a measure is lower (or higher, `sign` +1) under one policy than under another."""

    text: str
    one: str
    other: str
    measure: str
    sign: int


CONCLUSIONS = (
    Conclusion("gate and shared target against commission: fewer avoidable hand-offs",
               GATE_AND_SHARED, COMMISSION, "avoidable_handoffs", -1),
    Conclusion("the same: lower silo index", GATE_AND_SHARED, COMMISSION, "silo_index", -1),
    Conclusion("the same: more satisfied customers", GATE_AND_SHARED, COMMISSION, "satisfaction", +1),
    Conclusion("the same: less profit", GATE_AND_SHARED, COMMISSION, "profit", -1),
    Conclusion("fair salary against commission: fewer avoidable hand-offs",
               FAIR, COMMISSION, "avoidable_handoffs", -1),
    Conclusion("own gate against commission: fewer avoidable hand-offs",
               OWN_GATE, COMMISSION, "avoidable_handoffs", -1),
    Conclusion("gate and shared target against own gate: fewer avoidable hand-offs",
               GATE_AND_SHARED, OWN_GATE, "avoidable_handoffs", -1),
    Conclusion("gate and shared target against shared target alone: fewer avoidable hand-offs",
               GATE_AND_SHARED, SHARED, "avoidable_handoffs", -1),
    Conclusion("gate and shared target against fair salary: lower silo index", GATE_AND_SHARED, FAIR, "silo_index", -1),
)  # fmt: skip
"""What is said of the five contracts elsewhere, and looked at here."""

type Found = dict[str, dict[str, Floats]]
"""By policy and measure: a mean over futures for each seed."""


def lived(scenario: Scenario, futures: int) -> Found:
    """A half year of warm-up, then a year under each policy with the same luck; the last quarter's measures."""
    rows: dict[str, list[list[Simulation]]] = {policy: [] for policy in POLICIES}
    for seed in SEEDS:
        for policy in POLICIES:
            rows[policy].append([])
        for future in range(futures):
            start = Simulation(scenario, seed=seed, replicate=future)
            start.live_weeks(scenario.run.warmup_weeks)
            for policy in POLICIES:
                run = start.fork()
                if policy != start.policy.id:
                    run.adopt(policy)
                run.live_weeks(scenario.run.weeks)
                rows[policy][-1].append(run)
    return {policy: _means(runs, scenario) for policy, runs in rows.items()}


def _means(by_seed: list[list[Simulation]], scenario: Scenario) -> dict[str, Floats]:
    last = scenario.run.warmup_weeks + scenario.run.weeks
    found = [window(week_rows(runs), last - QUARTER, last, scenario.money.margin_rate) for runs in by_seed]
    return {name: np.array([float(np.nanmean(each[name])) for each in found]) for name in MEASURED}


def verdict(conclusion: Conclusion, found: Found) -> str:
    """ "stands", "wavers" or "flips", over the seeds."""
    apart = found[conclusion.one][conclusion.measure] - found[conclusion.other][conclusion.measure]
    right = np.count_nonzero(conclusion.sign * apart > 0.0)
    if right == len(SEEDS):
        return "stands"
    return "flips" if right == 0 else "wavers"


def changes(scenario: Scenario) -> Iterator[tuple[str, Scenario]]:
    """Every parameter by half down and up, where the limits allow it; one that is zero has no half."""
    now = scenario.parameters()
    for each in declared():
        low, high = each.low, each.high
        for word, factor in (("−50 %", 1.0 - HALF), ("+50 %", 1.0 + HALF)):
            value = min(max(now[each.name] * factor, low), high)
            if value != now[each.name]:
                yield f"`{each.name}` {word}", scenario.with_parameters(**{each.name: value})


def main(
    futures: Annotated[int, typer.Option(min=1, help="Futures under each seed.")] = 2,
    workers: Annotated[int | None, typer.Option(min=1, help="Threads; default: all cores.")] = None,
) -> None:
    """Change every parameter by half, one at a time, and say which conclusions flip; renews docs/robustness.md."""
    scenario = load_scenario("six-weeks")
    cases = list(changes(scenario))
    load = scenario.problems.problems_per_customer
    loads = [scenario.with_parameters(problems_per_customer=load * factor) for factor in LOADS]
    with ThreadPoolExecutor(workers) as pool:
        everything = pool.map(lambda one: lived(one, futures), [scenario, *(one for _, one in cases), *loads])
        found = list(track(everything, "half up, half down", total=1 + len(cases) + len(loads)))
    ordinary, changed, loaded = found[0], found[1 : 1 + len(cases)], found[1 + len(cases) :]
    names = [name for name, _ in cases]
    refresh(
        PAGE, page(ordinary, dict(zip(names, changed, strict=True)), dict(zip(LOADS, loaded, strict=True)), futures)
    )


def page(ordinary: Found, changed: dict[str, Found], loaded: dict[float, Found], futures: int) -> str:
    """The page as text."""
    rows = []
    for each in CONCLUSIONS:
        apart = ordinary[each.one][each.measure] - ordinary[each.other][each.measure]
        verdicts = {name: verdict(each, found) for name, found in changed.items()}
        flips = [name for name, word in verdicts.items() if word == "flips"]
        wavers = [name for name, word in verdicts.items() if word == "wavers"]
        count = f"{len(verdicts) - len(flips) - len(wavers)} of {len(verdicts)}"
        rows.append((each.text, plain(float(apart.mean()), True), count, listed(flips), listed(wavers)))
    head = ("conclusion", "difference now", "stands in", "flips with", "wavers with")
    return (
        OPENING.format(futures=f"{futures} future{'s' if futures > 1 else ''}")
        + table(head, rows)
        + LOAD
        + by_load(loaded)
    )


def by_load(loaded: dict[float, Found]) -> str:
    """The table of the loads."""
    columns = [(policy, name) for policy in LOAD_SHOWN for name in LOAD_MEASURED]
    rows = [
        (f"× {factor:g}", *(plain(float(found[policy][name].mean())) for policy, name in columns))
        for factor, found in loaded.items()
    ]
    return table(("problems", *(f"{policy}: {MEASURES[name].label.lower()}" for policy, name in columns)), rows)


LISTED = 10
LOAD_SHOWN = (COMMISSION, GATE_AND_SHARED, FAIR)
LOAD_MEASURED = ("avoidable_handoffs", "silo_index", "satisfaction")

OPENING = """\
# What the conclusions hang on

<!-- Made by `python -m experiments.evidence.robustness`; do not edit it here. -->

Every parameter is made half as large and half as large again, one at a time, in the six-weeks company; {futures}
under each of three seeds, with the same luck under all policies. A conclusion *stands* if the difference has its sign
under all three seeds, *flips* if under none, and *wavers* if the seeds disagree. This is a first screening: two
assumptions that are wrong together can do more than either.

"""
LOAD = """
## More and fewer problems

The same people, with half, one and a half times and twice the problems.

"""


def listed(names: list[str]) -> str:
    """Names with commas, the first few of many, or a dash."""
    more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    return (", ".join(names[:LISTED]) or "–") + more


if __name__ == "__main__":
    typer.run(main)
