"""A map is drawn: the same whoever works, nothing lived twice, and in numbers that a comparison would report."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from html import escape
from itertools import pairwise

import pytest
from synthetic import SMALL, question

from experiments.believing import drawing as drawing_module
from experiments.believing.asked import Asked
from experiments.believing.assumption import of
from experiments.believing.belief_map import BeliefMap
from experiments.believing.drawing import draw, drawn
from experiments.believing.lattice import Steps
from experiments.believing.lives import Lives
from experiments.believing.looking import Verdict
from experiments.believing.saying import says
from experiments.comparing.adjusting import adjusted_courses
from experiments.comparing.compare import compare
from experiments.comparing.course import Course, load_course
from experiments.comparing.jobs import Job, stream
from experiments.errors import RequestError
from sim.company.scenario import Scenario

LOOKS = (2, 4)


def asked_of(**changes: object) -> Asked:
    return question(looks=LOOKS, **changes)  # type: ignore[arg-type]


def same(one: BeliefMap, other: BeliefMap) -> bool:
    return dict(one.points) == dict(other.points) and one.blocks == other.blocks and one.verdicts == other.verdicts


@pytest.fixture(scope="module")
def whole() -> BeliefMap:
    return draw(asked_of(), workers=2)


def test_the_same_question_gives_the_same_map_whoever_works(whole: BeliefMap) -> None:
    assert same(whole, draw(asked_of(), workers=1))
    with ThreadPoolExecutor(5) as pool:
        assert same(whole, draw(asked_of(), executor=pool))
        assert pool.submit(int, "3").result() == 3
    assert len(whole.points) >= 25
    assert sum(whole.shares.values()) == pytest.approx(1.0)


def test_a_map_shows_itself_in_a_notebook(whole: BeliefMap) -> None:
    html = whole._repr_html_()
    assert escape(says(whole, "en")) in html
    assert html.count("<figure") == 1
    assert "<html" not in html


def test_a_number_of_a_contract_can_be_a_side_of_the_map() -> None:
    pay, threshold = "sales-commission:manager.pay", "gate-and-shared-target:manager.2.threshold"
    asked = Asked.about(
        SMALL, "gate-and-shared-target", "sales-commission", threshold, pay, looks=(2,), steps=Steps(2, 2, 2)
    )
    found = draw(asked, workers=2)
    for node, point in found.points.items():
        courses = adjusted_courses(
            asked.courses,
            {"gate-and-shared-target": {"manager.2.threshold": f"{point.across}"},
             "sales-commission": {"manager.pay": f"{point.up}"}},
        )  # fmt: skip
        assert asked.courses_at(node) == courses
        assert asked.scenario_at(node) == SMALL
        there = compare(SMALL, courses, replicates=2).measures("last_quarter")["satisfaction"]
        assert (point.first, point.second) == pytest.approx(tuple(there.mean(axis=1)))


def test_a_contract_that_cannot_be_is_refused_before_any_work() -> None:
    with pytest.raises(RequestError, match="take another range"):
        Asked.about(
            SMALL, "ranking-tournament", "sales-commission", "meaning",
            of("ranking-tournament:manager.1.winners", 0.2, 3.0, [load_course("ranking-tournament")]),
        )  # fmt: skip


def test_points_say_what_a_comparison_there_says(whole: BeliefMap) -> None:
    for node in ((0, 0), (8, 4), (4, 8)):
        point = whole.points[node]
        scenario = SMALL.with_parameters(problems_per_customer=point.across, meaning=point.up)
        futures = LOOKS[point.looks - 1]
        found = compare(scenario, ["sales-commission", "fair-salary"], replicates=futures)
        apart = found.paired()["fair-salary"]["last_quarter"]["satisfaction"]
        assert point.difference.mean == pytest.approx(apart.mean, abs=1e-12)
        assert (point.difference.higher_in, point.difference.n) == (apart.higher_in, apart.n)
        assert point.difference.low <= apart.low < apart.high <= point.difference.high
        assert point.first == pytest.approx(found.measures("last_quarter")["satisfaction"][1].mean())


def test_nothing_is_lived_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    lived: list[tuple[Course, Scenario, int]] = []

    def counted(jobs: dict[Job, object], **more: object) -> object:
        lived.extend((course, job.scenario, job.replicate) for job in jobs for course in job.courses)
        return stream(jobs, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(drawing_module, "stream", counted)
    lives = Lives()
    first = draw(asked_of(), lives=lives)
    once = len(lived)
    assert once == 2 * first.lived == 2 * first.done
    again = draw(asked_of(), lives=lives)
    assert (same(first, again), again.lived, again.done) == (True, 0, first.done)
    draw(replace(asked_of(), first=first.asked.second, second=first.asked.first), lives=lives)
    assert len(lived) == once  # the other way round is the same lives
    draw(asked_of(second="desk-clearing"), lives=lives)
    fine = draw(asked_of(steps=Steps(2, 8, 16)), lives=lives)
    assert len(lived) == len({(course.id, scenario.model_dump_json(), future) for course, scenario, future in lived})
    assert {point.across for point in first.points.values()} <= {point.across for point in fine.points.values()}


def test_it_grows_while_one_looks_and_says_how_far_it_is() -> None:
    seen = list(drawn(asked_of(), workers=2))
    assert seen[0].points == {}
    assert set(seen[0].verdicts.values()) == {None}
    assert [each.finished for each in seen] == [False] * (len(seen) - 1) + [True]
    assert all(a.done <= b.done and len(a.points) <= len(b.points) for a, b in pairwise(seen))
    assert all(each.done <= each.expected for each in seen)
    assert seen[-1].expected == seen[-1].done
    nine = next(each for each in seen if len(each.points) == 9)
    assert None not in nine.verdicts.values()  # coarse, but a whole map


@pytest.mark.parametrize("when", [0, 5])
def test_a_stop_leaves_what_there_is(when: int) -> None:
    stop = threading.Event()
    seen: list[BeliefMap] = []
    for found in drawn(asked_of(), workers=2, stop=stop):
        seen.append(found)
        if len(found.points) >= when:
            stop.set()
    assert not seen[-1].finished
    assert when <= len(seen[-1].points) < 25


def test_the_table_has_every_point_that_was_looked_at(whole: BeliefMap) -> None:
    frame = whole.frame()
    assert len(frame) == len(whole.points)
    assert list(frame.columns[:3]) == ["problems_per_customer", "meaning", "verdict"]
    assert set(frame["verdict"]) <= {each.value for each in Verdict}
    decided = frame[frame["verdict"] == "first"]
    assert (decided["low"] > 0).all()


def test_questions_without_an_answer_are_refused() -> None:
    def ask(**changes: object) -> None:
        given = {"first": "fair-salary", "second": "sales-commission", "across": "meaning", "up": "triage"} | changes
        Asked.about(SMALL, **given)  # type: ignore[arg-type]

    with pytest.raises(RequestError, match="two different assumptions"):
        ask(up="meaning")
    with pytest.raises(RequestError, match="given twice"):
        ask(second="fair-salary")
    with pytest.raises(RequestError, match='measure "hapiness" is not known'):
        ask(measure="hapiness")
    with pytest.raises(RequestError, match='window "ever" is not known'):
        ask(window="ever")
    with pytest.raises(RequestError, match="week 8 is the last"):
        ask(second="sales-commission > desk-clearing@26")


def test_kept_lives_are_forgotten_when_there_are_too_many() -> None:
    lives = Lives(most=10)
    draw(question(looks=(2,), steps=Steps(1, 1, 1)), lives=lives)
    assert len(lives) == 10
    assert lives.get("no such course", 0) is None
