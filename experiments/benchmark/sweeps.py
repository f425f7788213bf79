"""How fast and how large sweeps are, and what a million runs would take: `python -m experiments.benchmark.sweeps`.

A run is one company under one policy in one future. Figures are ratios within one measurement wherever they can be, so
that they say the same on another machine; close other programs first all the same. `--quick` takes a tenth of the runs
and is noisier; `--json` prints the figures by key.
"""

import argparse
import json
import sys
from typing import NamedTuple

from rich.console import Console

from experiments.benchmark.figures import WORDS, Figure
from experiments.benchmark.inside import share_outside
from experiments.benchmark.machine import machine
from experiments.benchmark.one_sweep import swept
from experiments.benchmark.report import table
from experiments.showing.language import LANGUAGES
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import experiment_of_toml

NIGHT_HOURS, MILLION = 10.0, 1e6
TWO = 2  # policies in each unit, and cores
FIGURES = (
    Figure("speed_up", "×", 1.8, decimals=2),
    Figure("cpu_ratio", "×", decimals=2),
    Figure("storing_percent", "%", 5.0, at_most=True, decimals=2),
    Figure("outside_percent", "%", 20.0, at_most=True, decimals=1),
    Figure("runs_per_second", "a second", decimals=1),
    Figure("runs_per_cpu_second", "a second", decimals=1),
    Figure("bytes_a_run", "bytes"),
    Figure("memory_ratio", "×", 1.25, at_most=True, decimals=2),
    Figure("memory_worker_ratio", "×", 1.25, at_most=True, decimals=2),
    Figure("memory_megabytes", "MB"),
    Figure("memory_worker_megabytes", "MB"),
    Figure("million_cores", "cores", decimals=1),
    Figure("million_gigabytes", "GB", decimals=2),
)


class Plan(NamedTuple):
    """How many runs are lived for what."""

    runs: int = 2_000
    few: int = 1_000
    many: int = 50_000
    units_inside: int = 100
    weeks: int = 52


FULL, QUICK = Plan(), Plan(200, 100, 5_000, 20)


def usual(runs: int, weeks: int) -> Experiment:
    """The six-weeks company, 26 weeks and then `weeks` under two policies; ten futures a point."""
    return _experiment("six-weeks", runs, 10, weeks, "")


def tiny(runs: int) -> Experiment:
    """The smallest company for a week: next to nothing to live, and as much as ever to keep."""
    return _experiment("small-shop", runs, 50, 1, '"run.warmup_weeks" = 1')


def measure(plan: Plan) -> dict[str, float]:
    """All figures by key. Raises RuntimeError if a sweep fails."""
    asked = usual(plan.runs, plan.weeks)
    one, two = swept(asked, 1), swept(asked, TWO)
    few, many = swept(tiny(plan.few), TWO), swept(tiny(plan.many), TWO)
    if any(each["failed"] for each in (one, two, few, many)):
        raise RuntimeError("a unit failed, so nothing can be said")
    runs = asked.many * asked.replicates.most * TWO
    pace, size = runs / two["seconds"], two["bytes"] / runs
    return {
        "speed_up": one["seconds"] / two["seconds"],
        "cpu_ratio": two["cpu_seconds"] / one["cpu_seconds"],
        "storing_percent": 100.0 * one["storing_seconds"] / one["seconds"],
        "outside_percent": 100.0 * share_outside(asked, plan.units_inside),
        "runs_per_second": pace,
        "runs_per_cpu_second": runs / two["cpu_seconds"],
        "bytes_a_run": size,
        "memory_ratio": many["memory"] / few["memory"],
        "memory_worker_ratio": many["memory_worker"] / few["memory_worker"],
        "memory_megabytes": many["memory"] / 1e6,
        "memory_worker_megabytes": many["memory_worker"] / 1e6,
        "million_cores": MILLION / (NIGHT_HOURS * 3600.0 * pace / TWO),
        "million_gigabytes": MILLION * size / 1e9,
    }


def _experiment(scenario: str, runs: int, futures: int, weeks: int, settings: str) -> Experiment:
    return experiment_of_toml(f"""
name = "benchmark"
scenario = "{scenario}"
policies = ["sales-commission", "gate-and-shared-target"]
weeks = {weeks}
[set]
{settings}
[vary]
"choice.meaning" = {{}}
[design]
kind = "grid"
size = {max(2, runs // (TWO * futures))}
[replicates]
number = {futures}
""")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    given = parser.parse_args()
    found = {**machine(), **measure(QUICK if given.quick else FULL)}
    if given.json:
        sys.stdout.write(json.dumps(found, indent=2) + "\n")
    else:
        Console().print(table(found, given.lang, FIGURES, WORDS.say("sweeps", given.lang)))


if __name__ == "__main__":
    main()
