"""A comparison as CSV says what the comparison says, and holds no formula."""

from io import StringIO

import numpy as np
import pandas as pd
import pytest

from experiments.comparing.as_csv import COLUMNS, to_csv
from experiments.comparing.comparison import Comparison
from experiments.comparing.course import Course, Step, load_course
from sim.company.scenario import Scenario
from sim.policies.parts import Words
from sim.tables import WEEK

BASE = load_course("sales-commission")


def test_it_says_what_the_comparison_says_and_no_formula() -> None:
    rows = np.zeros((2, 3, 26 + 13), WEEK)
    rows["sold"] = np.random.default_rng(1).uniform(100, 200, rows.shape)
    evil = Course("=1+1", Words(en="@evil", nl="-kwaad"), (Step(0, load_course("fair-salary").first),))
    found = Comparison(Scenario(), (BASE, evil), 1, rows)
    table = pd.read_csv(StringIO(to_csv(found, ["sold", "silo_index"], "en")))
    assert tuple(table.columns) == COLUMNS
    assert len(table) == 2 * 2 * 2
    assert table["policy"].unique().tolist() == [BASE.id, "'=1+1"]
    assert "'@evil" in set(table["name"])
    one = table[(table["window"] == "last_quarter") & (table["measure"] == "sold")].set_index("policy")
    expected = found.paired()[evil.id]["last_quarter"]["sold"]
    assert one.loc["'=1+1", "difference"] == pytest.approx(expected.mean)
    assert one.loc["'=1+1", "higher_in"] == expected.higher_in
    assert one.loc[BASE.id, "mean"] == pytest.approx(found.summary()[BASE.id]["last_quarter"]["sold"].mean)
    assert np.isnan(one.loc[BASE.id, "difference"])
    assert table.loc[table["measure"] == "silo_index", "mean"].isna().all()  # undefined is empty
