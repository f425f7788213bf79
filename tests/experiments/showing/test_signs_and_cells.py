"""Signs that a terminal obeys, and cells that a spreadsheet would run: neither ever leaves the program as it came."""

import csv
import io
import json
import tomllib

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.showing.cells import as_csv, cell, cells
from experiments.showing.printable import obeyed_left_out, printable, turning_sign, visible
from sim.datafiles.spelling import spelled

FORMULAS = ("=1+1", "+x", "-x", "@SUM(A1)", "\t=1", " =1", "\n=1", "＝1", "-1+1", "=")
NUMBERS = ("-1", "+1", "-0.5", "-1,5", "1e-3", "-1e-3", "-.5")
any_text = st.text(st.characters(exclude_categories=["Cs"]))
_OBEYED = {*map(chr, (*range(9), 11, 12, *range(14, 32), *range(127, 160), 0x202E, 0x2066, 0x200F)), "\r"}


@given(any_text)
def test_what_is_made_visible_reads_the_same_in_json_and_toml(text: str) -> None:
    assert json.loads(visible(json.dumps(text, ensure_ascii=False))) == text
    assert tomllib.loads(visible(f"a = {spelled(text)}"))["a"] == text


@given(st.text())
def test_no_sign_that_is_obeyed_is_left(text: str) -> None:
    for shown in (visible(text), obeyed_left_out(text)):
        assert not _OBEYED & {*shown}
        assert turning_sign(shown) is None
        shown.encode()  # half a surrogate would end in an error here
    assert len(printable(text)) == len(text)
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_a_text(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", [*NUMBERS, "", "a=1", "fair-salary", "a-b"])
def test_a_number_stays_a_number_and_a_text_a_text(text: str) -> None:
    assert cell(text) == text


@given(st.lists(st.lists(any_text | st.floats() | st.integers() | st.none(), min_size=2, max_size=2), max_size=5))
def test_rows_are_read_back_and_none_of_them_is_a_formula(rows: list[list[object]]) -> None:
    found = [*csv.reader(io.StringIO(as_csv(rows), newline=""))]
    assert len(found) == len(rows)
    for was, now in zip(rows, found, strict=True):
        for given_cell, read in zip(was, now, strict=True):
            assert not read.strip().startswith(("=", "@"))
            if isinstance(given_cell, str):
                assert read.removeprefix("'") == printable(given_cell).replace("\r", " ").removeprefix("'")
            elif given_cell is None or given_cell != given_cell:
                assert read == ""
            else:
                assert float(read) == given_cell


def test_a_table_is_changed_in_its_formulas_only() -> None:
    frame = pd.DataFrame({"policy": ["=x", "fair", "=x"], "=head": [-1.5, 2.0, 3.0], "n": [-1, 2, 3]})
    frame["part"] = pd.Series(["@a", "b", "b"], dtype="category")
    frame["left"] = pd.Series(["-x", None, "y"], dtype="str")
    found = cells(frame)
    assert list(found.columns) == ["policy", "'=head", "n", "part", "left"]
    assert list(found["policy"]) == ["'=x", "fair", "'=x"]
    assert list(found["part"]) == ["'@a", "b", "b"]
    assert found["left"].fillna("").tolist() == ["'-x", "", "y"]
    assert found["n"].tolist() == [-1, 2, 3]
    assert frame["policy"].tolist() == ["=x", "fair", "=x"]
