"""Tidy pandas tables of a comparison or a run: one row an observation, one column a variable."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from experiments.comparing.intervals import Floats


def weekly_frame(
    ids: Sequence[str], numbers: Sequence[int], weeks: np.ndarray, measures: Mapping[str, Floats]
) -> pd.DataFrame:
    """One row a course, replicate and week; `measures` have shape (courses, replicates, weeks).

    Columns: policy (the course's id), replicate (as in `numbers`), week (as in `weeks`), and every measure; NaN is
    undefined.
    """
    courses, replicates, length = next(iter(measures.values())).shape
    keys = {
        "policy": np.repeat(np.array(ids, dtype=object), replicates * length),
        "replicate": np.tile(np.repeat(np.array(numbers), length), courses),
        "week": np.tile(weeks, courses * replicates),
    }
    return _frame(keys, {name: values.ravel() for name, values in measures.items()})


def runs_frame(ids: Sequence[str], numbers: Sequence[int], windows: Mapping[str, Mapping[str, Floats]]) -> pd.DataFrame:
    """One row a course, replicate and window; the measures of a window have shape (courses, replicates).

    Columns: policy (the course's id), replicate (as in `numbers`), window, and every measure; NaN is undefined.
    """
    stacked = {
        name: np.stack([measures[name] for measures in windows.values()], axis=2)
        for name in next(iter(windows.values()))
    }
    courses, replicates, count = next(iter(stacked.values())).shape
    keys = {
        "policy": np.repeat(np.array(ids, dtype=object), replicates * count),
        "replicate": np.tile(np.repeat(np.array(numbers), count), courses),
        "window": np.tile(np.array(list(windows), dtype=object), courses * replicates),
    }
    return _frame(keys, {name: values.ravel() for name, values in stacked.items()})


def _frame(keys: Mapping[str, np.ndarray], values: Mapping[str, Floats]) -> pd.DataFrame:
    frame = pd.DataFrame({**keys, **values})
    texts = {name: "str" for name, column in keys.items() if column.dtype == object}
    return frame.astype(texts)
