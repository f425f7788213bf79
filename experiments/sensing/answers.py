"""The numbers of a sweep's folder as one block, point by point and future by future, with the design that made them."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow.parquet as pq

from experiments.comparing.intervals import Floats
from experiments.errors import RequestError
from experiments.sweeping.designs import designs
from experiments.sweeping.experiment import TABLE, Experiment
from experiments.sweeping.load import experiment_in, rows_in
from experiments.sweeping.recalled import POINTS
from experiments.sweeping.units import names
from sim.datafiles.mistakes import nearest


class Answers(NamedTuple):
    """What one company of an experiment has answered so far.

    `shares` is the design, shape (points, dimensions), in shares of the way through each range (NaN: as it is);
    `numbers` has shape (points, futures, policies, numbers), NaN where undefined, failed or not lived yet.
    """

    experiment: Experiment
    company: str
    shares: Floats
    numbers: Floats
    failed: int
    """Units of all companies that failed."""

    @property
    def values(self) -> Floats:
        """The design in values, shape (points, dimensions)."""
        return self.experiment.values

    @property
    def lived(self) -> int:
        """Points with at least one future."""
        return int(np.isfinite(self.numbers).any(axis=(1, 2, 3)).sum())


def answers_in(folder: Path | str, company: str | None = None) -> Answers:
    """What a folder holds of one of its companies, the first unless it is named. Raises RequestError or OSError."""
    folder = Path(folder)
    experiment = experiment_in(folder)
    companies = experiment.companies or (experiment.question.scenario,)
    if company is not None and company not in companies:
        raise RequestError(f'{folder}: company "{company}" is not in it; {nearest(company, companies)}')
    place = companies.index(company) if company is not None else 0
    _check_points(folder, experiment)
    rows = rows_in(folder, experiment)
    if not rows.num_rows:
        raise RequestError(f"{folder}: nothing is lived yet; the command that began the sweep goes on with it")
    point, future = rows["point"].to_numpy(), rows["replicate"].to_numpy() - experiment.first
    policies, wide = len(experiment.question.policies), len(experiment.measures) * len(experiment.windows)
    block = np.full((len(experiment.values), int(future.max()) + 1, policies, wide), np.nan)
    owner, row = np.divmod(point, len(experiment.values))
    mine = owner == place
    columns = np.stack([rows[name].to_numpy() for name in names(experiment.measures, experiment.windows)], axis=-1)
    block[row[mine], future[mine], rows["place"].to_numpy()[mine]] = columns[mine]
    failed = (rows.num_rows - rows["error"].null_count) // policies
    return Answers(experiment, companies[place], shares_of(experiment), block, failed)


def shares_of(experiment: Experiment) -> Floats:
    """The design of an experiment in shares, as its points were made from. A table of one's own has none: NaN."""
    if experiment.design == TABLE:
        return np.full(experiment.values.shape, np.nan)
    seed = experiment.question.with_seed % 2**32
    return designs()[experiment.design].shares(experiment.dimensions, experiment.size, seed)


def _check_points(folder: Path, experiment: Experiment) -> None:
    """See that the design gives the points that were lived: another version of a library might make others."""
    path = folder / POINTS
    if not path.exists() or not experiment.dimensions:
        return
    kept = pq.read_table(path, columns=[each.key for each in experiment.dimensions])
    wide = np.stack([column.to_numpy() for column in kept.columns], axis=-1)[: len(experiment.values)]
    if not np.array_equal(wide, experiment.values, equal_nan=True):
        raise RequestError(
            f"{folder}: its points were made by another version of SALib or SciPy, whose design is not the same; "
            "analyse it with the version that made it"
        )
