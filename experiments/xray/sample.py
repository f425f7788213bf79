"""The ticket log that comes along to try things on: made by the model, so that it is nobody's secret.

    python -m experiments.xray.sample

writes experiments/examples/simulated.csv: some weeks of the six-weeks company under sales commission, as a service desk
would export them.
"""

from pathlib import Path

import pandas as pd

from experiments.catalogue import load_scenario
from experiments.comparing.course import load_course
from experiments.xray.simulated import future_log

SAMPLE = Path(__file__).parents[1] / "examples" / "simulated.csv"
CASES = 400
_WEEKS, _SEED = 4, 7


def sample() -> pd.DataFrame:
    """The first CASES tickets that came after the start, with a row for each event: ticket, at, team, unit, state."""
    log = future_log(load_scenario("six-weeks"), load_course("sales-commission"), _WEEKS, _SEED, 0)
    first = log.groupby("case", sort=False)["time"].min().sort_values(kind="stable").index[:CASES]
    numbers = {case: f"T-{place + 1:04d}" for place, case in enumerate(first)}
    kept = log[log["case"].isin(numbers)].sort_values(["time", "case"], kind="stable")
    names = {"case": "ticket", "time": "at", "group": "team", "division": "unit", "status": "state"}
    told = kept.assign(case=kept["case"].map(numbers), time=pd.to_datetime(kept["time"]).dt.strftime("%Y-%m-%dT%H:%M"))
    return told.rename(columns=names)[[name for old, name in names.items() if old in told]]


def main() -> None:
    """Write the file."""
    sample().to_csv(SAMPLE, index=False)


if __name__ == "__main__":
    main()
