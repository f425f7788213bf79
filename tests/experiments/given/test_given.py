"""What users give: refused by kind and size before it is read, the same for every reader; and names that turn."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.choosing.choice_file import load_choice
from experiments.comparing.course import Course, Step
from experiments.comparing.question import Question
from experiments.comparing.question_file import question_of_toml, question_to_toml, read_question
from experiments.errors import RequestError
from experiments.given import files
from experiments.given.files import STANDARD_INPUT, TOML, bytes_in, text_in, text_of
from experiments.given.names import plain, plain_policy, plain_scenario
from experiments.given.refusing import Refusal
from experiments.storing.folder import PROVENANCE, write_folder
from experiments.sweeping.claiming import claim
from experiments.sweeping.experiment_file import load_experiment
from experiments.sweeping.load import experiment_in
from experiments.xray.reading import LogError, read_log
from sim.company.file import parse_scenario
from sim.datafiles.reading import DataFileError
from sim.policies import catalogue

READERS = {
    "question": read_question,
    "experiment": load_experiment,
    "choice": load_choice,
    "log": lambda path: read_log(path, "ticket", "at", "team"),
    "text": text_in,
}
TURNING = ["\u202e", "\u202a", "\u2066", "\u200f", "\u061c"]


def coming(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(files.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(raw), closed=False))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", ["pipe", "endless", "folder", "absent", "huge"])
def test_what_is_no_file_of_sensible_size_is_refused_at_once(reader: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "given.toml"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "endless":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    elif kind == "huge":
        with path.open("wb") as file:
            file.truncate(300_000_000)
    with pytest.raises((RequestError, DataFileError)) as error:
        READERS[reader](path)
    said = str(error.value)
    assert said.startswith(str(path))
    assert ("is larger than" if kind == "huge" else "so it cannot be read") in said


@pytest.mark.parametrize("name", ["experiment.toml", PROVENANCE])
def test_folders_of_results_are_read_by_the_same_rule(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises((RequestError, OSError)):
        experiment_in(tmp_path) if name == "experiment.toml" else write_folder(tmp_path, {}, {})
    if name == "experiment.toml":
        experiment = load_experiment(Path(__file__).parents[3] / "experiments/studies/half-and-double.toml")
        with pytest.raises(RequestError, match="is no regular file"):
            claim(tmp_path, SimpleNamespace(), experiment)  # type: ignore[arg-type]


def test_a_question_may_come_in_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Question(settings=(("choice.meaning", "0.5"),))
    coming(monkeypatch, b"\xef\xbb\xbf" + question_to_toml(asked).encode())
    assert read_question(Path(STANDARD_INPUT)) == asked


@pytest.mark.parametrize(
    ("raw", "english", "dutch"),
    [
        (b"#" * (TOML + 1), "is larger than 2,000,000 bytes", "is groter dan"),
        (b"a = '\xff'", "is no text in UTF-8", "is geen tekst in UTF-8"),
    ],
)
def test_standard_input_has_the_same_limits(
    raw: bytes, english: str, dutch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    coming(monkeypatch, raw)
    with pytest.raises(Refusal, match=english) as error:
        text_in(Path(STANDARD_INPUT))
    assert dutch in error.value.in_words("nl")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_makes_no_difference(mark: bytes) -> None:
    assert text_of(mark + "é = 1".encode(), "x", 10) == "é = 1"


def test_without_standard_input_there_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.sys, "stdin", None)
    with pytest.raises(Refusal, match="name a file instead"):
        bytes_in(Path(STANDARD_INPUT), LogError, 10)


@given(st.text(st.characters(exclude_characters="".join(map(chr, [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F),
                                                                  *range(0x2066, 0x206A)])))))  # fmt: skip
def test_any_script_may_be_in_a_name(text: str) -> None:
    assert plain("name", f"a{text}") == f"a{text}"


@pytest.mark.parametrize("sign", TURNING)
def test_a_name_that_reads_as_another_is_refused_wherever_it_stands(sign: str) -> None:
    fair = catalogue()["fair-salary"]
    name = f"lot{sign}txt"
    policy = fair.model_copy(update={"name": fair.name.model_copy(update={"nl": name})})
    with pytest.raises(Refusal, match=r"name\.nl = .*U\+") as error:
        plain_policy(policy)
    assert sign not in str(error.value)
    with pytest.raises(Refusal):
        Course.of(Step(0, policy))
    company = f'name = "x"\n[[company.tree]]\nname = "A"\ndivisions = [{{ name = "{name}", employees = 2 }}]\n'
    with pytest.raises(Refusal, match="unit 1, division 1: name"):
        plain_scenario(parse_scenario(company, "mine"))
    asked = question_of_toml(question_to_toml(Question(own_scenario=company)))
    with pytest.raises(Refusal):
        _ = asked.of_scenario
    with pytest.raises(Refusal):
        _ = Question(settings=(("name", name),)).of_scenario


@pytest.mark.parametrize("kind", ["morris", "sobol"])
def test_a_sampled_design_of_nothing_is_refused(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "study.toml"
    path.write_text(f'scenario = "small-shop"\n[design]\nkind = "{kind}"\nsize = 4\n', encoding="utf-8")
    with pytest.raises(RequestError, match=r"study\.toml: \[design\] needs numbers to vary"):
        load_experiment(path)


def test_a_grid_of_nothing_is_the_company_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "study.toml"
    path.write_text('scenario = "small-shop"\n', encoding="utf-8")
    assert load_experiment(path).many == 1


@pytest.mark.parametrize("name", ["\u200b", "\u200b \u2060", "\ufeff\ufe0f"])
def test_a_name_that_nobody_can_see_is_refused(name: str) -> None:
    with pytest.raises(Refusal, match="none that can be seen"):
        plain("name", name)
    assert plain("name", f"a{name}") == f"a{name}", "between letters such signs are how some languages are written"
