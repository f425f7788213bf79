"""A calibration from end to end: what is found, what is written, and what other commands make of it.

The bank is made up, so that it is known what there is to find and nothing costs; one test lives a few futures.
"""

import csv
import gzip
import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from experiments.calibrating import calibrate as calibrating
from experiments.calibrating import folder as folders
from experiments.calibrating import fresh
from experiments.calibrating.calibrate import Calibration
from experiments.calibrating.calibration import learn
from experiments.calibrating.figures import COLUMNS
from experiments.calibrating.fresh import Chosen
from experiments.calibrating.measuring import FITTED
from experiments.calibrating.report import report_of
from experiments.calibrating.saying import more, told
from experiments.catalogue import load_scenario
from experiments.cli.app import app
from experiments.errors import RequestError
from experiments.reporting.render import page
from experiments.showing.language import LANGUAGES, Lang
from experiments.sweeping.experiment_file import load_experiment
from experiments.xray.reading import open_log
from experiments.xray.times import HOURS
from tests.experiments.calibrating.logs import TOLD_BY, known, made_up, six_weeks, write

LOG = made_up()
MEASURED = six_weeks(LOG)


@pytest.fixture(scope="module")
def found() -> Calibration:
    """The made-up log, whose bank tells three parameters."""
    figures = MEASURED.figures.copy()
    figures[[COLUMNS.index(column) for column in TOLD_BY]] = 0.4
    measured = MEASURED.__class__(**{**vars(MEASURED), "figures": figures})
    learned = learn(measured, known(measured))
    chosen = Chosen(learned.draws[0], np.tile(figures, (2, 1)))
    return Calibration("tickets.csv", measured, learned, chosen, 1_000, 0)


def test_what_the_figures_tell_is_told_and_the_rest_is_not(found: Calibration) -> None:
    fits = found.learned.fits
    assert [fit.key for fit in fits if fit.told] == list(FITTED[:3])
    for fit, dimension in zip(fits[:3], MEASURED.setting.dimensions, strict=False):
        assert fit.low < dimension.value(0.4) < fit.high
    assert all(fit.width > 0.85 for fit in fits[3:])
    assert not found.strange


def test_a_bank_of_other_logs_is_refused() -> None:
    bank = known(MEASURED, draws=450)
    bank.figures[300:, COLUMNS.index("whole return")] = np.nan
    with pytest.raises(RequestError, match=r"only 300 of 450 .* give more --draws"):
        learn(MEASURED, bank)


def test_the_folder_is_what_other_commands_take(found: Calibration, tmp_path: Path) -> None:
    log = write(LOG, tmp_path / "tickets.csv")
    packed = tmp_path / "tickets.csv.gz"
    packed.write_bytes(gzip.compress(log.read_bytes()))
    sha256 = open_log(packed).sha256
    assert sha256 == open_log(log).sha256 == hashlib.sha256(log.read_bytes()).hexdigest()
    (tmp_path / "found").mkdir()
    folders.write(tmp_path / "found", found, sha256)
    scenario = load_scenario(str(tmp_path / "found" / "scenario.toml"))
    assert scenario.name == "like tickets.csv"
    assert scenario.parameters() == found.scenario.parameters()
    experiment = load_experiment(tmp_path / "found" / "plausible.toml")
    assert [each.key for each in experiment.dimensions] == list(FITTED)
    assert 50 < experiment.many <= folders.MOST_ROWS
    assert experiment.at(experiment.point(0)).of_scenario.company == scenario.company
    with (tmp_path / "found" / "plausible.csv").open() as file:
        rows = np.array([*csv.reader(file)][1:], dtype=float)
    low, high = (np.array([getattr(each, end) for each in MEASURED.setting.dimensions]) for end in ("low", "high"))
    assert ((rows >= low) & (rows <= high)).all()
    note = json.loads((tmp_path / "found" / "provenance.json").read_text())
    kept = json.loads((tmp_path / "found" / "calibration.json").read_text())
    assert note["log_sha256"] == kept["log_sha256"] == sha256
    assert str(tmp_path) not in (tmp_path / "found" / "scenario.toml").read_text()
    assert note["packages"]["scikit-learn"]


def test_files_explain_themselves_in_the_language_asked_for(found: Calibration, tmp_path: Path) -> None:
    sha256 = open_log(write(LOG, tmp_path / "tickets.csv")).sha256
    texts = {}
    for lang in LANGUAGES:
        (tmp_path / lang).mkdir()
        folders.write(tmp_path / lang, found, sha256, lang)
        files = [(tmp_path / lang / name).read_text() for name in (folders.SCENARIO, folders.EXPERIMENT)]
        texts[lang] = {line for text in files for line in text.splitlines() if line.startswith("# ")}
    shared = {line for line in texts["en"] & texts["nl"] if "siloscope" not in line}
    assert len(texts["en"]) == len(texts["nl"]) > 10
    assert shared == set()
    taken = [load_scenario(str(tmp_path / lang / folders.SCENARIO)) for lang in LANGUAGES]
    assert taken[0].parameters() == taken[1].parameters()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_and_words_say_what_was_found(found: Calibration, lang: Lang) -> None:
    note = {"source_hash": "0", "log_sha256": "1", "made": "", "command": "siloscope calibrate <b>.csv"}
    text = page(report_of(found, note, "name = 'x'", lang))
    assert "<b>.csv" not in text
    assert "http://" not in text.replace("http://www.w3.org", "")
    assert told(found, lang).split(":")[0] in text
    assert any("--people" in each for each in more(found, lang))


def test_a_scenario_takes_the_values_whose_logs_are_nearest(
    found: Calibration, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of candidates whose figures are given away by their first parameter, the one like the log is taken."""

    def live(setting: object, values: np.ndarray) -> np.ndarray:
        return MEASURED.figures + values[0] + 0.001 * np.arange(fresh.FUTURES)[:, None]

    monkeypatch.setattr(fresh, "_live_one", live)
    draws = np.column_stack([np.linspace(0.0, 2.3, 24), np.ones((24, 9))])
    chosen = fresh.choose(MEASURED, found.learned._replace(draws=draws), calibrating.engine(1))
    assert chosen.values[0] == 0.0
    assert chosen.figures.shape == (fresh.FUTURES, len(COLUMNS))


def test_a_scenario_is_no_corner_of_what_is_plausible_and_keeps_what_goes_together() -> None:
    luck = np.random.default_rng(4)
    one = luck.normal(size=2_000)
    draws = np.column_stack([one, -one + 0.1 * luck.normal(size=one.shape), luck.normal(size=one.shape)])
    rows = fresh.usual(np.concatenate([draws, draws[:50]]))
    assert len(np.unique(rows, axis=0)) == len(rows) == fresh.CANDIDATES
    assert set(map(tuple, rows)) <= set(map(tuple, draws))
    assert (np.abs(rows) < 1.0).all()
    assert np.corrcoef(rows[:, 0], rows[:, 1])[0, 1] < -0.5
    assert len(fresh.usual(draws[:3])) == 3


def test_hours_are_read_as_hours() -> None:
    days = (LOG.events["time"] - LOG.events["time"].min()).dt.total_seconds() / 86_400
    hours = LOG._replace(events=LOG.events.assign(time=days / 7 * 40), times=LOG.times._replace(read_as=HOURS))
    assert six_weeks(hours).figures[:8] == pytest.approx(MEASURED.figures[:8], nan_ok=True, abs=0.02)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--group", "team"], "team"),
        (["--group", "group", "--fit", "problems.triag"], "triage"),
        (["--group", "group"], "30 cases"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_written(arguments: list[str], says: str, tmp_path: Path) -> None:
    log = write(made_up(cases=25), tmp_path / "log.csv")
    given = ["calibrate", str(log), "--case", "case", "--time", "time", "--out", str(tmp_path / "found"), *arguments]
    result = CliRunner().invoke(app, given)
    come_in = CliRunner().invoke(app, [given[0], "-", *given[2:]], input=log.read_text())
    assert come_in.stderr == result.stderr.replace(str(log), "standard-input")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "found").exists()
    assert says in result.stderr


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep me")
    with pytest.raises(RequestError, match="other things"):
        calibrating.calibrate(LOG, tmp_path, where=calibrating.engine(1))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
