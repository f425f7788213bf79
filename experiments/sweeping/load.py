"""What a sweep found, as a table to work with.

    import experiments
    found = experiments.load("found")         # a pandas frame, one row a policy and unit
    found.groupby(["choice.meaning", "policy"])["last_quarter.satisfaction"].mean()

polars and DuckDB read the files themselves: pl.read_parquet("found/runs-*.parquet").
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from experiments.errors import RequestError
from experiments.given.files import text_in
from experiments.sweeping import folder as folders
from experiments.sweeping import parts
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import experiment_of_toml
from experiments.sweeping.recalled import POINTS, reading

if TYPE_CHECKING:
    import pandas as pd


def load(folder: Path | str) -> "pd.DataFrame":
    """All rows that a sweep has so far, with the values of their points. Raises RequestError or OSError.

    Columns: point, company, a column a dimension, seed, replicate, policy, error, and the numbers that were kept. What
    the experiment was stands in `attrs["experiment"]`.
    """
    folder = Path(folder)
    experiment = experiment_in(folder)
    rows = rows_in(folder, experiment)
    where = rows["point"].to_numpy()
    companies, values = experiment.companies_and_values(where)
    data: dict[str, object] = {"point": where, "company": companies}
    for column, dimension in enumerate(experiment.dimensions):
        data[dimension.key] = values[:, column]
    frame: pd.DataFrame = pa.table(data).to_pandas()
    rest = rows.select([name for name in rows.column_names if name not in ("point", "place", "key")]).to_pandas()
    for name in rest:
        frame[name] = rest[name]
    frame.insert(list(frame).index("replicate"), "seed", experiment.question.with_seed)
    frame.attrs["experiment"] = experiment.name
    return frame


def experiment_in(folder: Path) -> Experiment:
    """The experiment of a folder. Raises RequestError."""
    path = folder / folders.EXPERIMENT
    if not path.is_file():
        raise RequestError(f"{folder}: holds no sweep; siloscope sweep FILE --out {folder} makes one")
    return experiment_of_toml(text_in(path, None), path.name)


def rows_in(folder: Path, experiment: Experiment) -> pa.Table:
    """Every row of a sweep, finished or not, in the order of points, futures and policies."""
    with reading(folder) as journal:
        files = folders.finished(folder, journal)
        runs = [path for path in files if path.name != POINTS]
        if runs:
            return pa.concat_tables([parts.read(path) for path in runs])
        blocks = [*folders.rows_of(folder, journal, 0, experiment.many)]
    columns = folders.columns(experiment)
    return pa.concat_tables([block.cast(columns) for block in blocks] or [columns.empty_table()]).sort_by(parts.ORDER)
