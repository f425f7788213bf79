"""What runs the model many times: comparisons, runs, sweeps, x-rays of real logs, verification, emergence.

`experiments.load(FOLDER)` gives what a sweep found, as a pandas frame.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd


def load(folder: "Path | str") -> "pd.DataFrame":
    """All rows that a sweep has so far, one a policy and unit; see sweeping/load.py. Raises RequestError or OSError."""
    from experiments.sweeping.load import load as rows

    return rows(folder)
