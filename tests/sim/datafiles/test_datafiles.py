"""Data files: what is refused before it is read, and that what is spelled in TOML is read back."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.company.checks import ScenarioError
from sim.company.file import read_scenario
from sim.datafiles.mistakes import near, nearest, place, wrong
from sim.datafiles.reading import DataFileError, parse_toml, read_bytes, read_text
from sim.datafiles.spelling import spelled
from sim.policies.checks import PolicyError
from sim.policies.reading import CATALOGUE, LARGEST, read_policy

pytestmark = pytest.mark.interpreted

any_text = st.text(st.characters(exclude_categories=["Cs"]))


@given(any_text | st.integers() | st.booleans() | st.floats(allow_nan=False))
def test_what_is_spelled_is_read_back(value: object) -> None:
    found = tomllib.loads(f"value = {spelled(value)}\n")["value"]
    assert found == value
    assert type(found) is type(value)


@given(st.text(st.sampled_from([chr(code) for code in (*range(33), 34, 39, 92, 127, 133, 0x2028, 0xFEFF)])))
def test_so_are_the_signs_that_need_care(text: str) -> None:
    assert parse_toml(f"{spelled('key')} = {spelled(text)}", "here", DataFileError) == {"key": text}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_makes_no_difference(tmp_path: Path, mark: bytes) -> None:
    original = CATALOGUE / "fair-salary.toml"
    copy = tmp_path / original.name
    copy.write_bytes(mark + original.read_bytes().replace(b"\n", b"\r\n"))
    assert read_policy(copy) == read_policy(original)


@pytest.mark.parametrize(("read", "error"), [(read_policy, PolicyError), (read_scenario, ScenarioError)])
def test_what_is_no_sensible_file_is_refused_in_the_same_words(tmp_path: Path, read, error) -> None:
    large, pipe = tmp_path / "large.toml", tmp_path / "pipe.toml"
    large.write_bytes(b"#" * 2_000_001)
    os.mkfifo(pipe)  # reading it would wait for ever
    for path, words in [
        (large, "is larger than"),
        (pipe, "is no regular file, so it cannot be read"),
        (tmp_path, "is a folder, so it cannot be read"),
        (tmp_path / "none.toml", "there is no such file, so it cannot be read"),
    ]:
        with pytest.raises(error) as found:
            read(path)
        assert str(found.value).startswith(f"{path}: {words}")


def test_the_limit_is_the_first_size_that_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 10)
    assert read_bytes(path, DataFileError, 10) == b"x" * 10
    with pytest.raises(DataFileError, match="larger than 9 bytes"):
        read_bytes(path, DataFileError, 9)
    assert max(policy.stat().st_size for policy in CATALOGUE.glob("*.toml")) < LARGEST / 50


def test_no_text_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abc\xff")
    with pytest.raises(DataFileError, match="no text in UTF-8: invalid start byte at byte 3"):
        read_text(path, DataFileError)


@given(st.lists(st.text("abcAB", min_size=1), min_size=1), st.text("abcAB", min_size=1))
def test_a_name_that_is_known_is_the_nearest_to_itself(known: list[str], given_name: str) -> None:
    found = near(given_name, [*known, given_name])
    assert found[0].lower() == given_name.lower()
    assert set(found) <= {*known, given_name}
    assert found[0] in nearest(given_name, [*known, given_name])


def test_places_and_values_stay_on_one_line_of_reasonable_length() -> None:
    deep = place(("company", "tree", *(("units", 3) * 40), "name"), {"tree": "unit", "units": "unit"})
    assert len(deep) == 60
    assert deep.endswith("unit 4: name")
    said = wrong("a\nb\x1b" + "c" * 100, "x\n" * 100, "is wrong").message()
    assert said.isprintable()
    assert len(said) <= 60 + 3 + 60 + len(" is wrong")
