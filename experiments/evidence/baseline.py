"""The numeric baseline: what a few small runs gave when we last looked. Changing it is a visible decision.

python -m experiments.evidence.baseline     writes tests/baseline.json anew; say why in CHANGELOG.md
"""

import json
from pathlib import Path

from experiments.catalogue import load_scenario
from sim.records.measures import window
from sim.simulation import Simulation, week_rows

FILE = Path(__file__).parents[2] / "tests" / "baseline.json"
RUNS = (
    ("six-weeks", "sales-commission"),
    ("six-weeks", "gate-and-shared-target"),
    ("six-weeks", "ranking-tournament"),
    ("volvo-baseline", "fair-salary"),
    ("small-shop", "peer-nomination"),
    ("conglomerate", "customer-scorecard"),
)
WEEKS = 15  # a quarter has been settled, and two weeks more


def baseline() -> dict[str, dict[str, float | None]]:
    """Measures of the last two weeks of each run, nine significant digits; None where undefined."""
    found: dict[str, dict[str, float | None]] = {}
    for name, policy in RUNS:
        scenario = load_scenario(name)
        run = Simulation(scenario, policy, weeks=WEEKS)
        run.live_weeks(WEEKS)
        measures = window(week_rows([run]), WEEKS - 2, WEEKS, scenario.money.margin_rate)
        found[f"{name} under {policy}"] = {
            key: None if value[0] != value[0] else float(f"{value[0]:.9g}") for key, value in measures.items()
        }
    return found


if __name__ == "__main__":
    FILE.write_text(json.dumps(baseline(), indent=1) + "\n")
