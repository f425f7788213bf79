"""Courses: one text and one file that say the same, errors that name the remedy, and one calendar of changes."""

from itertools import chain, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.comparing.course import (
    MOST_WEEKS,
    Course,
    Step,
    course_to_toml,
    load_course,
    parse_course,
    read_course,
)
from experiments.comparing.playing import live_on, play
from experiments.errors import RequestError
from sim.company.scenario import Company, Run, Scenario
from sim.policies import PolicyError, catalogue, load_policy
from sim.policies.policy import Words
from sim.policies.reading import policy_to_toml
from sim.simulation import Simulation

BACK = "gate-and-shared-target > sales-commission@26"
FILE = """\
id = "there-and-back"
name.en = "There and back"
name.nl = "Heen en terug"
[[steps]]
week = 0
policy = "gate-and-shared-target"
[[steps]]
week = 26
policy = "sales-commission"
"""
TINY = Scenario(company=Company(units=1, divisions=2, employees=2), run=Run(warmup_weeks=2, weeks=9, seed=3))

policies = st.sampled_from(sorted(catalogue())).map(load_policy)
later_weeks = st.lists(st.integers(1, MOST_WEEKS), unique=True, max_size=5).map(sorted)
one_line = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=30
).filter(str.strip)


@st.composite
def steps(draw: st.DrawFn) -> tuple[Step, ...]:
    return tuple(Step(week, draw(policies)) for week in (0, *draw(later_weeks)))


@given(steps())
def test_the_text_says_all_of_a_course_without_a_name_of_its_own(given_steps: tuple[Step, ...]) -> None:
    course = Course.of(*given_steps)
    assert course.id == course.text
    assert parse_course(course.text) == course == load_course(course.text)
    assert parse_course(course.text.replace(" > ", ">").replace("@", " @ ")) == course
    assert hash(parse_course(course.text)) == hash(course)


@given(steps(), one_line, one_line, one_line)
def test_the_file_says_all_of_a_course(
    tmp_path_factory: pytest.TempPathFactory, given_steps: tuple[Step, ...], id_: str, name: str, naam: str
) -> None:
    course = Course(id_, Words(en=name, nl=naam), given_steps)
    path = tmp_path_factory.mktemp("courses") / "mine.toml"
    path.write_text(course_to_toml(course), encoding="utf-8", newline="")
    assert read_course(path) == course == load_course(path) == load_course(str(path))


@pytest.mark.parametrize("name", list(catalogue()))
def test_a_policy_is_the_shortest_course_and_keeps_its_name(name: str, tmp_path: Path) -> None:
    policy = load_policy(name)
    (tmp_path / f"{name}.toml").write_text(policy_to_toml(policy), encoding="utf-8")
    courses = [load_course(each) for each in (name, policy, tmp_path / f"{name}.toml", str(tmp_path / f"{name}.toml"))]
    assert len(set(courses)) == 1
    assert (courses[0].id, courses[0].name, courses[0].steps) == (policy.id, policy.name, (Step(0, policy),))


def test_names_in_both_languages() -> None:
    course = parse_course("fair-salary > sales-commission@1 > fair-salary@26")
    fair, commission = load_policy("fair-salary").name, load_policy("sales-commission").name
    assert course.name.en == f"{fair.en}, after 1 week {commission.en}, after 26 weeks {fair.en}"
    assert course.name.nl == f"{fair.nl}, na 1 week {commission.nl}, na 26 weken {fair.nl}"
    assert course.policies == (load_policy("fair-salary"), load_policy("sales-commission"))


@given(steps(), st.integers(1, MOST_WEEKS))
def test_stretches_and_weeks_tell_the_same_story(given_steps: tuple[Step, ...], weeks: int) -> None:
    course = Course.of(*given_steps)
    if course.steps[-1].week >= weeks:
        with pytest.raises(RequestError, match=r"let it come sooner"):
            course.stretches(weeks)
        return
    stretches = list(course.stretches(weeks))
    ends = [0, *(each.ends for each in stretches)]
    assert ends[-1] == weeks
    assert all(one < other for one, other in pairwise(ends))
    for (begins, last), stretch in zip(pairwise(ends), stretches, strict=True):
        assert course.policy_in(begins + 1) == course.policy_in(last) == stretch.policy


def test_paths_in_a_file_are_seen_from_its_folder(tmp_path: Path) -> None:
    own = load_policy("fair-salary").model_copy(update={"id": "own@home"})
    (tmp_path / "own@home.toml").write_text(policy_to_toml(own), encoding="utf-8")
    (tmp_path / "mine.toml").write_text(FILE.replace("sales-commission", "own@home.toml"), encoding="utf-8")
    assert read_course(tmp_path / "mine.toml").steps[1] == Step(26, own)
    assert parse_course(f"fair-salary > {tmp_path}/own@home.toml@26").steps[1] == Step(26, own)
    assert parse_course(f"{tmp_path}/own@home.toml > fair-salary@26").first == own


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fair-salary >", "a policy is missing"),
        ("", "a policy is missing"),
        ("fair-salary > @26", "a policy is missing"),
        ("fair-salary > sales-commission", r"step 2 \(sales-commission\): week = 0 must be from 1 to 5,200"),
        ("fair-salary@3", r"step 1 \(fair-salary\): week = 3 must be 0"),
        ("fair-salary > sales-commission@-1", 'week "-1" must be a whole number'),
        ("fair-salary > sales-commission@2.5", 'week "2.5" must be a whole number'),
        ("fair-salary > sales-commission@", 'week "" must be a whole number'),
        ("fair-salary > sales-commission@26 > fair-salary@26", "step 3 .* from 27 to 5,200"),
        ("fair-salary > sales-commission@9999", "week = 9999"),
    ],
)
def test_a_text_that_is_no_course(text: str, said: str) -> None:
    with pytest.raises(RequestError, match=said) as error:
        load_course(text)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("week = 26", "week = -26", r"mine.toml: step 2: week = -26 must be a whole number of weeks"),
        ("week = 26", "week = 2.5", r"mine.toml: step 2: week = 2.5 must be a whole number"),
        ("week = 26", "week = true", r"mine.toml: step 2: week = true must be a whole number"),
        ("week = 26", "", r"mine.toml: step 2: week is missing"),
        ("week = 26", "weak = 26", r'mine.toml: step 2: weak = 26 is an unknown key; did you mean "week"'),
        ("week = 26", "week = 0", r"mine.toml: .*step 2 .*must be from 1"),
        ("week = 0", "week = 4", r"mine.toml: .*step 1 .*must be 0"),
        ("id =", "ids =", r"mine.toml: ids .* is an unknown key"),
        ("name.nl", "name.de", r"mine.toml: name: .*unknown|mine.toml: name.de"),
        ('policy = "sales-commission"', "policy = 3", r"mine.toml: step 2: policy = 3 must be a text"),
    ],
)
def test_a_file_that_is_no_course(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(FILE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RequestError, match=said) as error:
        load_course(path)
    assert "\n" not in str(error.value)


def test_steps_that_are_no_list_and_no_steps_at_all(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    head = FILE[: FILE.index("[[steps]]")]
    path.write_text(f"{head}steps = 3\n", encoding="utf-8")
    with pytest.raises(RequestError, match=r"steps = 3 must be a list"):
        load_course(path)
    path.write_text(f"{head}steps = []\n", encoding="utf-8")
    with pytest.raises(RequestError, match="has no steps"):
        load_course(path)


def test_what_is_neither_is_read_as_a_policy_that_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="cannot be read"):
        load_course(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_text("id = [", encoding="utf-8")
    with pytest.raises(PolicyError, match="not readable as TOML"):
        load_course(tmp_path / "bad.toml")
    with pytest.raises(PolicyError, match='did you mean "fair-salary"'):
        load_course("gate-and-shared-target > fair-sallary@3")


# -------------------------------------------------------------------------------------------------- lived through


def warmed() -> Simulation:
    simulation = Simulation(TINY, weeks=11)
    simulation.live_weeks(2)
    return simulation


@pytest.mark.interpreted
def test_a_course_is_adopting_its_policies_when_their_week_is_over() -> None:
    by_hand = warmed()
    by_hand.adopt("fair-salary")
    by_hand.live_weeks(3)
    by_hand.adopt("desk-clearing")
    by_hand.live_weeks(4)
    by_hand.close_books()
    played = warmed()
    assert list(play(played, parse_course("fair-salary > desk-clearing@3"), 7)) == [1, 2, 3, 4, 5, 6, 7]
    assert played.weeks.tobytes() == by_hand.weeks.tobytes()
    assert played.policy.id == "desk-clearing"


@given(st.integers(1, 12))
def test_the_stride_changes_no_bit(stride: int) -> None:
    course = parse_course("fair-salary > desk-clearing@3 > sales-commission@4")
    weekly, striding = warmed(), warmed()
    assert list(play(weekly, course, 9)) == list(range(1, 10))
    told = list(play(striding, course, 9, stride))
    assert {3, 4, 9} <= set(told)
    assert all(0 < other - one <= stride for one, other in pairwise(chain([0], told)))
    assert striding.weeks.tobytes() == weekly.weeks.tobytes()


def test_nothing_is_lived_of_a_course_that_cannot_be_finished() -> None:
    simulation = warmed()
    with pytest.raises(RequestError, match="fair-salary comes at week 7, but week 7 is the last"):
        next(play(simulation, parse_course("desk-clearing > fair-salary@7"), 7))
    assert len(simulation.weeks) == 2
    assert list(live_on(simulation, 0)) == []
