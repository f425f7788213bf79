"""A small experiment that many tests run."""

from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import experiment_of_toml

SMALL = """
name = "small"
scenario = "small-shop"
policies = ["sales-commission", "gate-and-shared-target"]
weeks = 4
measures = ["satisfaction", "profit"]
windows = ["last_quarter"]
[set]
"run.warmup_weeks" = 3
[vary]
"choice.meaning" = { low = 0.1, high = 0.7 }
"gate-and-shared-target:manager.2.threshold" = { values = [0.5, 0.6] }
[design]
kind = "grid"
size = 3
[replicates]
"""


def small(replicates: str = "number = 3", **changes: str) -> Experiment:
    """The small experiment, with other replicates or other lines."""
    text = SMALL + replicates
    for was, now in changes.items():
        text = text.replace(was.replace("_", " "), now)
    return experiment_of_toml(text)
