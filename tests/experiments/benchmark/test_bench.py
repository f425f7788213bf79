"""The benchmark runs, says what it should, and knows better from worse. Nothing here depends on how fast it was."""

import json
import math
from pathlib import Path

import pytest
from rich.console import Console

from experiments.benchmark import bench
from experiments.benchmark.companies import company_of, decisions_of, tasks_of
from experiments.benchmark.figures import Figure, derived, figures, missed
from experiments.benchmark.machine import NAMES
from experiments.benchmark.pace import Effort
from experiments.benchmark.regression import BASELINE, check
from experiments.errors import RequestError
from experiments.showing.language import LANGUAGES
from sim.company.organisation import divisions_of
from sim.simulation import Simulation
from sim.tables import Task

ROOT = Path(__file__).resolve().parents[3]
TINY = bench.Plan(
    rounds=1, effort=Effort(1, 1, 1, 1), sample_weeks=1, sizes=(100,), windows=1, compare_rounds=1, replicates=1,
    commands=0, cold=False,
)  # fmt: skip


@pytest.fixture(scope="module")
def found() -> dict[str, object]:
    return bench.measure(plan=TINY)


def test_a_tiny_benchmark_measures_everything_it_was_asked_for(found: dict[str, object]) -> None:
    assert list(found) == [*NAMES, "quick", *(figure.key for figure in figures()), "missed"]
    asked = {key for key in found if not key.startswith(("people_1000", "first_table"))} - {"size_cost_ratio"}
    assert all(found[key] is not None for key in asked - {"load_before"})
    assert found["people_1000_ns_per_decision"] is None
    assert found["interpreted_is_identical"] is True
    assert all(float(str(found[f"multiple_{way}"])) > 0 for way in ("compiled", "two_threads", "mesa", "interpreted"))


def test_what_it_found_is_flat_json(found: dict[str, object]) -> None:
    again = json.loads(json.dumps(found, allow_nan=False))
    assert again == found
    assert not any(isinstance(value, dict) for value in again.values())


def test_the_table_shows_what_was_measured_with_bar_and_verdict(found: dict[str, object]) -> None:
    text = bench.as_text(found)
    assert "Interpreted leaves the same bits as compiled" in text
    assert "ok" in text
    assert "100 people: to build" in text
    assert "100,000 people" not in text
    assert "numba" in text


def test_the_tables_speak_dutch_and_their_figures_too() -> None:
    """Every figure has words (a key without any ends in an error), and numbers are written as the language does."""
    found: dict[str, object] = {"cores": 2, "load_before": 0.25}
    found |= {figure.key: True if not figure.unit else 1_234.5 for figure in figures()}
    for lang in LANGUAGES:
        text = bench.as_text(found, lang)
        said = [figure.says(lang) for figure in figures()]
        assert len({*said}) == len(said)
        assert [each for each in said if each[:20] not in text] == []  # a long one goes on in the next line
    assert "10.000 mensen: een beslissing" in text
    assert "0,25" in text
    assert "per seconde" in text
    console = Console(width=140)
    with console.capture() as shown:
        console.print(bench.check_table(check({"multiple_compiled": 1e6, "size_cost_ratio": 1e6}), "nl"))
    assert {"slechter", "goed"} < {*shown.get().split()}
    assert "niet gemeten" in shown.get()


def test_progress_is_told_from_none_to_all() -> None:
    told: list[tuple[int, int]] = []
    plan = bench.Plan(rounds=0, sizes=(), compare_rounds=1, replicates=1, sample_weeks=1, commands=0, cold=False)
    bench.measure(plan=plan, progress=lambda done, steps: told.append((done, steps)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("people", [10, 100, 1_000, 100_000])
def test_companies_have_the_size_they_are_named_for(people: int) -> None:
    plan = [division for _, _, division in divisions_of(company_of(people))]
    assert sum(division.employees + division.managed for division in plan) == people


def test_a_size_that_does_not_divide_is_refused() -> None:
    with pytest.raises(ValueError, match="15 people"):
        company_of(15)


def test_a_bar_is_a_least_or_a_most() -> None:
    least, most = Figure("a", "", 4.0), Figure("b", "", 1.5, at_most=True)
    assert [least.verdict(value) for value in (4.0, 3.9, None)] == ["ok", "missed", ""]
    assert [most.verdict(value) for value in (1.5, 1.6, None)] == ["ok", "missed", ""]
    assert Figure("c", "").verdict(1.0) == ""


def test_multiples_and_the_cost_of_size_are_made_of_what_was_measured() -> None:
    made = derived({
        "boltzmann_steps_per_second": 100.0, "decisions_per_second_compiled": 2_000.0,
        "people_1000_ns_per_decision": 100.0, "people_100000_ns_per_decision": 300.0,
    })  # fmt: skip
    assert made == {"multiple_compiled": 20.0, "size_cost_ratio": 3.0}
    assert missed(made) == ["size_cost_ratio"]


def test_as_good_as_the_baseline_passes_and_much_worse_does_not() -> None:
    as_measured = {held.figure.key: held.baseline for held in check({})}
    assert all(held.passes for held in check(as_measured))
    assert not any(held.passes for held in check({})), "what was not measured does not pass"
    for key, value in as_measured.items():
        worse = 0.5 * value if not next(f for f in figures() if f.key == key).at_most else 2.0 * value
        assert [held.figure.key for held in check({**as_measured, key: worse}) if not held.passes] == [key]


def test_the_table_of_the_check_says_what_is_worse() -> None:
    console = Console(width=140)
    with console.capture() as shown:
        console.print(bench.check_table(check({"multiple_compiled": 1e6, "size_cost_ratio": 1e6})))
    rows = {line.split("│")[1].strip(): line.split("│")[-2].strip() for line in shown.get().splitlines() if "│" in line}
    assert rows["Multiple of that: compiled, one core"] == "ok"
    assert rows["A decision among 100,000 costs, of one among 1,000"] == "worse"
    assert "not measured" in shown.get()


def test_the_baseline_leaves_room_for_noise_on_the_right_side() -> None:
    for held in check({}):
        if held.figure.at_most:
            assert held.limit >= 1.1 * held.baseline
        else:
            assert held.limit <= 0.6 * held.baseline + math.ulp(held.baseline) or held.baseline == 1


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("[multiple_of]\nmeasured = 1\nat_worst = 1", "is not a figure"),
        ("[size_cost_ratio]\nmeasured = 1", "two numbers"),
    ],
)
def test_a_wrong_baseline_is_refused_in_one_line(tmp_path: Path, line: str, part: str) -> None:
    file = tmp_path / BASELINE.name
    file.write_text(line, encoding="utf-8")
    with pytest.raises(RequestError, match=part) as error:
        check({}, file)
    assert "\n" not in str(error.value)


def test_every_key_of_the_json_is_explained() -> None:
    text = (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")
    sizes = {f"people_{people}" for people in (100, 1_000, 10_000, 100_000)}
    for key in (*NAMES, "quick", *(figure.key for figure in figures()), "missed"):
        said = next((key.replace(size, "people_N", 1) for size in sizes if key.startswith(f"{size}_")), key)
        assert f"`{said}`" in text, said


def test_at_an_empty_desk_every_hour_is_a_task_whether_people_sell_or_idle() -> None:
    without_work = company_of(10).with_parameters(problems_per_customer=0.0, duty=0.0, money_weight=0.0)
    run = Simulation(without_work, "fair-salary", weeks=2)
    run.live_weeks(2)
    assert run.weeks["hours"][:, Task.IDLING].sum() > 0
    assert decisions_of(run) == 0
    assert tasks_of(run) == 9 * 40 * 2
