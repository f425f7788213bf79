"""The report of a sweep: true to `siloscope results`, safe from what users write, and there for every kind of sweep."""

import hashlib
import json
import math
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from experiments.cli.app import app
from experiments.comparing.reported import label_of, reported
from experiments.reporting.parts import Answer, Gallery, Paragraph, Picture, Table
from experiments.reporting.render import Report, page
from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.numbers import shown
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import experiment_of_toml
from experiments.sweeping.found import found_in
from experiments.sweeping.report.made import report_of
from experiments.sweeping.units import Unit
from sim.policies import load_policy
from sim.policies.reading import policy_to_toml
from tests.experiments.sweeping.made_up import luck, made_up

MEANING, LOAD, TRIAGE = "choice.meaning", "problems.problems_per_customer", "problems.triage"
MARKUP = '<script>alert("1")</script><img src=x onerror=alert(2)> & {braces} $dollar'


def asked(
    vary: tuple[str, ...] = (MEANING,),
    *,
    policies: tuple[str, ...] = ("sales-commission", "fair-salary"),
    design: str = 'kind = "grid"\nsize = 4',
    replicates: str = "number = 4",
    **top: str,
) -> Experiment:
    """An experiment that keeps one number, over these keys."""
    head = {"name": '"made up"', "asks": '"Why?"', "scenario": '"small-shop"', "weeks": "4",
            "measures": '["satisfaction"]', "windows": '["last_quarter"]'}  # fmt: skip
    lines = [f"{key} = {value}" for key, value in {**head, **top}.items()]
    lines += [f"policies = {json.dumps(policies)}", "[vary]", *(f'"{key}" = {{}}' for key in vary)]
    lines += ["[design]", design, "[replicates]", replicates]
    return experiment_of_toml("\n".join(lines))  # fmt: skip


def value(unit: Unit, key: str) -> float:
    """What is set there."""
    return float(dict(unit.settings)[key])


def ahead(unit: Unit, place: int) -> float:
    """Each policy is a point above the one before it, with a little luck."""
    return 5.0 + place * (1.0 + 0.1 * luck(unit)) + luck(unit)


def turning(unit: Unit, place: int) -> float:
    """The second policy is ahead where meaning is high, and behind where it is low."""
    return 5.0 + luck(unit) + place * (10.0 * (value(unit, MEANING) - 0.4) + 0.1 * luck(unit))


class Elements(HTMLParser):
    """All elements of a page with their attributes; fails where a tag closes nothing."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: text or "" for name, text in attrs}))
        if tag not in ("meta", "img"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: text or "" for name, text in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.found if name == tag]


def pictures_of(report: Report) -> list[Picture]:
    found: list[Picture] = []
    for part in report.parts:
        found += [part] if isinstance(part, Picture) else part.pictures if isinstance(part, Gallery) else []
    return found


def answer_of(report: Report) -> str:
    return next(part.text for part in report.parts if isinstance(part, Answer))


def words_of(report: Report) -> str:
    return " ".join(part.text for part in report.parts if isinstance(part, Answer | Paragraph))


# ---------------------------------------------------------------------------------------------------------- numbers


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_figures_are_those_of_results(tmp_path: Path, lang: Lang) -> None:
    """Every figure that `siloscope results` gives stands in the table, as it writes it."""
    experiment = asked(
        policies=("sales-commission", "fair-salary", "gate-and-shared-target"),
        measures='["satisfaction", "profit", "silo_index", "table_share"]', windows='["week6", "last_quarter"]',
    )  # fmt: skip
    folder = made_up(experiment, tmp_path / "s", lambda unit, place: 0.1 * turning(unit, place))
    told = json.loads(CliRunner().invoke(app, ["results", str(folder), "--json"]).stdout)
    tables = [part for part in report_of(folder, lang).parts if isinstance(part, Table)]
    assert len(tables) == 2
    cells = {
        (window, str(getattr(row[0], "text", ""))): row[1:]
        for window, table in zip(("week6", "last_quarter"), tables, strict=True)
        for row in table.rows
    }
    policies = list(dict.fromkeys(row["policy"] for row in told["rows"]))
    scales: dict[str, float] = {}
    for row in told["rows"]:
        scales[row["number"]] = max(scales.get(row["number"], 0.0), abs(row["mean"]))
    for row in told["rows"]:
        window, _, measure = row["number"].partition(".")
        cell = cells[window, label_of(measure, lang)][policies.index(row["policy"])]
        assert not isinstance(cell, str)
        unit, scale = reported()[measure].unit, scales[row["number"]]
        assert cell.text == shown(row["mean"], unit, scale, lang)
        if row["policy"] == policies[0]:
            assert cell.below == ""
            continue
        assert cell.below.startswith(shown(row["difference"], unit, scale, lang, signed=True))
        for end in ("low", "high"):
            assert shown(row[end], unit, scale, lang, signed=True) in cell.below
        counts = [int(each) for each in re.findall(r"\b\d+\b", cell.below.partition(";")[2])]
        assert counts == [row["higher"], told["points"], row["lower"], row["unclear"]]


def test_who_is_ahead_is_said_first_and_where_it_turns(tmp_path: Path) -> None:
    said = answer_of(report_of(made_up(asked(), tmp_path / "ahead", ahead)))
    assert "“Fair salary” is ahead of “Sales commission”" in said
    assert "at all 4 points" in said
    said = answer_of(report_of(made_up(asked(), tmp_path / "turns", turning)))
    assert "ahead at 2, behind at 2" in said
    assert "turns round" in said
    few = asked((MEANING, LOAD), design='kind = "grid"\nsize = 5')
    said = answer_of(
        report_of(made_up(few, tmp_path / "few", lambda unit, place: (unit.place > 0 or -1) * ahead(unit, place)))
    )
    assert "ahead at 24, behind at 1" in said
    assert "may be chance" in said
    said = answer_of(report_of(made_up(asked(), tmp_path / "alike", lambda unit, place: luck(unit) * (1 - 2 * place))))
    assert "cannot be told" in said
    said = answer_of(report_of(made_up(asked(), tmp_path / "unknown", lambda unit, place: math.nan)))
    assert "cannot be compared" in said
    said = answer_of(report_of(made_up(asked(replicates="number = 1"), tmp_path / "once", ahead)))
    assert "how sure that is cannot be told" in said


def test_where_less_is_better_the_lower_one_is_ahead(tmp_path: Path) -> None:
    experiment = asked(measures='["silo_index"]')
    said = answer_of(report_of(made_up(experiment, tmp_path / "s", lambda unit, place: -ahead(unit, place))))
    assert "“Fair salary” is ahead" in said


# --------------------------------------------------------------------------------------------------------- pictures


KINDS = {
    "one": (asked(), 2, "Lines: means"),
    "logarithmic": (asked(("problems.patience",)), 2, "Lines: means"),
    "grid": (asked((MEANING, LOAD)), 1, "Each cell"),
    "latin": (asked((MEANING, LOAD, TRIAGE), design='kind = "latin"\nsize = 12'), 4, "Dots:"),
    "one at a time": (asked((MEANING, LOAD), design='kind = "one"\nsize = 3'), 3, "Dots:"),
    "one policy": (asked((MEANING, LOAD), policies=("fair-salary",)), 3, "Dots:"),
    "companies": (asked((), scenarios='["small-shop", "six-weeks"]'), 1, "Dots:"),
    "companies and meaning": (asked(scenarios='["small-shop", "six-weeks"]'), 4, "Lines: means"),
    "one company": (asked(()), 0, ""),
}


@pytest.mark.parametrize(("lang", "kind"), [("en", kind) for kind in KINDS] + [("nl", "grid"), ("nl", "latin")])
def test_every_kind_of_sweep_has_its_pictures(tmp_path: Path, kind: str, lang: Lang) -> None:
    experiment, many, note = KINDS[kind]
    report = report_of(made_up(experiment, tmp_path / "s", ahead), lang)
    html = page(report)
    elements = Elements(html)
    pictures = pictures_of(report)
    assert len(pictures) == many
    assert lang != "en" or not many or note in pictures[0].note
    figures, charts = elements.all("figure"), [each for each in elements.all("svg") if "chart" in each["class"]]
    assert len(figures) == many
    assert charts or not many
    assert all(each["role"] == "img" and len(each["aria-label"]) > 20 for each in charts)
    assert len(elements.all("button")) == 2 * many
    assert elements.all("html")[0]["lang"] == lang
    assert not re.search(
        r"(src|href)=|@import|url\(|https?://(?!www\.w3\.org/)", re.sub(r"<script>.*</script>", "", html, flags=re.S)
    )


def test_a_table_of_ones_own_may_leave_numbers_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "points.csv").write_text(f"{MEANING},{LOAD}\n0.2,\n,0.1\n0.3,0.2\n")
    text = 'name = "t"\nscenario = "small-shop"\nweeks = 4\n[design]\nkind = "table"\nfile = "points.csv"\n'
    report = report_of(made_up(experiment_of_toml(text, "t", tmp_path), tmp_path / "s", ahead))
    assert "<svg" in page(report)


# ------------------------------------------------------------------------------------------ unfinished, failed, unsafe


def test_many_points_are_written_once_and_not_into_every_file(tmp_path: Path) -> None:
    points = "\n".join(f"  [{0.1 + place / 20_000}]," for place in range(8_000))
    design = f'kind = "table"\npoints = [\n{points}\n]'
    text = (
        f'name = "many"\nscenario = "small-shop"\nweeks = 4\nmeasures = ["satisfaction"]\n[vary]\n"{MEANING}" = {{}}\n'
    )
    experiment = experiment_of_toml(f"{text}[design]\n{design}\n[replicates]\nnumber = 1")
    folder = made_up(experiment, tmp_path / "s", ahead, stop_at=4_000)
    assert (folder / "experiment.toml").stat().st_size > 100_000
    for part in (folder / "parts").glob("*.parquet"):
        said = json.loads(pq.read_schema(part).metadata[b"siloscope"])
        assert said["experiment_sha256"] == hashlib.sha256((folder / "experiment.toml").read_bytes()).hexdigest()
        assert len(str(said)) < 300
    html = page(report_of(folder))
    assert len(html) < 600_000
    assert re.search(r"400 of \d+ points are drawn", html)


def test_an_unfinished_sweep_says_so(tmp_path: Path) -> None:
    folder = made_up(asked(), tmp_path / "s", ahead, stop_at=9)
    report = report_of(folder)
    assert "Not finished: 2 of 4 points are done" in words_of(report)
    assert found_in(folder).points == 3
    assert page(report)


def test_what_stayed_undecided_is_said_before_what_was_found(tmp_path: Path) -> None:
    """The difference is plain at each point, and yet not known as well as was wished: both are said."""
    rule = 'measure = "satisfaction"\nwidth = 0.0001\nleast = 5\nmost = 8'
    folder = made_up(asked(replicates=rule), tmp_path / "s", ahead)
    report = report_of(folder)
    first = [part.text for part in report.parts[:3] if isinstance(part, Paragraph)]
    assert any("Points that had the most futures (8)" in text and text.endswith(": 4.") for text in first)
    assert "Decided at all 4 points" in answer_of(report)
    assert found_in(folder).undecided == 4
    told = CliRunner(env={"COLUMNS": "200"}).invoke(app, ["results", str(folder)]).stdout
    assert "4 points stayed undecided" in told
    assert found_in(made_up(asked(), tmp_path / "t", ahead)).undecided == 0


def test_a_sweep_in_which_nothing_is_lived_has_a_page(tmp_path: Path) -> None:
    folder = made_up(asked(), tmp_path / "s", ahead, stop_at=1)
    for part in (folder / "parts").glob("*"):
        part.unlink()
    (folder / "journal.sqlite").unlink()
    report = report_of(folder)
    assert "Nothing yet" in answer_of(report)
    assert pictures_of(report) == []
    assert page(report)


def test_failures_are_named_with_point_future_and_error(tmp_path: Path) -> None:
    def fails(unit: Unit, place: int) -> float:
        if unit.place == 2 and unit.replicate == 1:
            raise ValueError(f"broken {MARKUP}")
        return ahead(unit, place)

    html = page(report_of(made_up(asked(), tmp_path / "s", fails)))
    assert "Futures that failed: 1." in html
    failed = html[html.index("The first 1 of 1") :]
    row = re.search(rf'<tr><th scope="row">(.*?)</th>{4 * "<td>(.*?)</td>"}</tr>', failed)
    assert row
    assert row[1] == "2"
    assert row[2] == "1"
    assert row[3] == "1"  # the seed
    assert row[4].startswith(MEANING)
    assert unescape(row[5]) == f"broken {MARKUP}"
    assert "<img" not in html


def test_what_users_write_is_never_markup(tmp_path: Path) -> None:
    """Name, question, and the names of own policies: text wherever they stand, in pictures too."""
    own = policy_to_toml(load_policy("fair-salary")).replace('id = "fair-salary"', 'id = "mine"')
    for name in ("Fair salary", load_policy("fair-salary").name.nl):
        own = own.replace(json.dumps(name, ensure_ascii=False), json.dumps(MARKUP[:60]), 1)
    told = json.dumps(MARKUP + "\x01\u2028")
    experiment = asked(
        (MEANING, LOAD), policies=("sales-commission", "mine"), name=told, asks=told, contracts=f"[{json.dumps(own)}]"
    )
    html = page(report_of(made_up(experiment, tmp_path / "s", ahead)))
    elements = Elements(html)
    assert len(elements.all("script")) == 1
    assert elements.all("img") == []
    assert not any(name.startswith("on") for _, attributes in elements.found for name in attributes)
    assert "\x01" not in html
    assert unescape(html).count(MARKUP) >= 3
    assert unescape(html).count(MARKUP[:60]) > 6


# ---------------------------------------------------------------------------------------------- command and notebooks


def test_the_command_writes_a_page_and_refuses_in_a_line(tmp_path: Path) -> None:
    folder = made_up(asked(()), tmp_path / "s", ahead)
    run = CliRunner()
    told = run.invoke(app, ["report", str(folder), "--lang", "nl"])
    assert told.exit_code == 0, told.output
    assert "Wat er gevonden is" in (folder / "report.html").read_text()
    assert run.invoke(app, ["results", str(folder)]).exit_code == 0
    for words, problem in (
        ([str(tmp_path / "none")], "holds no sweep"),
        ([str(folder), "--html", str(tmp_path)], "is a folder"),
        ([str(folder), "--html", str(tmp_path / "no" / "page.html")], "there is no folder"),
    ):
        told = run.invoke(app, ["report", *words])
        assert told.exit_code == 2
        assert problem in told.output
        assert "Traceback" not in told.output
    (folder / "provenance.json").write_text("{")
    told = run.invoke(app, ["report", str(folder)])
    assert told.exit_code == 2
    assert "is damaged" in told.output
    assert list(tmp_path.rglob("*.draft")) == []


def test_what_a_sweep_gives_shows_itself(tmp_path: Path) -> None:
    experiment = asked(asks=json.dumps(MARKUP))
    folder = made_up(experiment, tmp_path / "s", ahead)
    for html in (experiment._repr_html_(), found_in(folder)._repr_html_()):
        assert MARKUP in unescape(html)
        assert "<script" not in html
        Elements(html)
    frame = Elements(report_of(folder)._repr_html_()).all("iframe")[0]
    assert "<h1>made up</h1>" in frame["srcdoc"]
