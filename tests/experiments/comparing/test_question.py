"""A question says the same in an address, a file and on the command line, and nothing of it is read from a disk."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.comparing.question import MOST_COURSES, Question
from experiments.comparing.question_file import (
    packed,
    pairs_of,
    query_text,
    question_of_query,
    question_of_toml,
    question_to_query,
    question_to_toml,
    unpacked,
)
from experiments.errors import RequestError
from sim.policies import catalogue
from sim.policies.reading import policy_to_toml

NAMES = st.sampled_from(sorted(catalogue()))
TEXTS = st.text(max_size=40)
QUESTIONS = st.builds(
    Question,
    policies=st.lists(st.one_of(NAMES, TEXTS), min_size=1, max_size=MOST_COURSES).map(tuple),
    scenario=st.sampled_from(["six-weeks", "small-shop", "<script>", "é & =#"]),
    settings=st.dictionaries(
        st.text(min_size=1, max_size=20).filter(lambda key: "=" not in key), TEXTS, max_size=5
    ).map(lambda values: tuple(sorted(values.items()))),
    weeks=st.one_of(st.none(), st.integers(1, 520)),
    seed=st.one_of(st.none(), st.integers(0, 2**63 - 1)),
    replicates=st.one_of(st.none(), st.integers(1, 1_000)),
    own_policies=st.lists(TEXTS, max_size=3).map(tuple),
)


@given(QUESTIONS)
def test_an_address_gives_the_question_again(question: Question) -> None:
    assert question_of_query(pairs_of(query_text(question_to_query(question)))) == question


@given(QUESTIONS, TEXTS)
def test_a_file_gives_the_question_again(question: Question, company: str) -> None:
    brought = question.replace(own_scenario=company, scenario="six-weeks") if company else question
    assert question_of_toml(question_to_toml(brought)) == brought


@given(st.text(max_size=300))
def test_a_packed_text_is_unpacked(text: str) -> None:
    assert unpacked(packed(text)) == text


@given(st.text(max_size=100))
def test_what_was_not_packed_is_refused_or_is_a_text(text: str) -> None:
    try:
        found = unpacked(text)
    except RequestError as error:
        found = str(error)
    assert isinstance(found, str)


def test_a_text_that_grows_beyond_measure_is_refused() -> None:
    bomb = packed("0" * 50_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(RequestError, match="larger than"):
        unpacked(bomb)


@pytest.mark.parametrize(
    "query",
    [
        "policy=" + "&policy=".join(["fair-salary"] * 9), "set=oops", "weeks=0", "weeks=-1", "weeks=1e9", "seed=x",
        "replicates=100000", "v=2", "company=!!!", "contract=AAAA",
        "set=" + "&set=".join(f"a{i}=1" for i in range(201)),
        "&".join("a=b" for _ in range(1_001)), "a" * 60_001,
    ],
)  # fmt: skip
def test_what_is_wrong_in_an_address_is_said_in_one_line(query: str) -> None:
    with pytest.raises(RequestError) as caught:
        question_of_query(pairs_of(query))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "question",
    [
        Question(policies=("/etc/hostname.toml",)), Question(policies=("no-such-policy",)),
        Question(policies=("fair-salary", "fair-salary")), Question(scenario="../six-weeks.toml"),
        Question(own_scenario='[run]\nstart_policy = "/etc/hostname.toml"'),
        Question(settings=(("run.start_policy", "/etc/hostname.toml"),)),
        Question(settings=(("choice.meaning", "many"),)), Question(settings=(("choice.meanin", "1"),)),
        Question(weeks=10, policies=("fair-salary > sales-commission@26",)),
        Question(own_policies=("id = 1",), policies=("fair-salary",)), Question(policies=("a" * 3_000,)),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused(question: Question) -> None:
    with pytest.raises(ValueError, match=r"\S") as caught:
        _ = question.own, question.of_courses
    assert "\n" not in str(caught.value)
    assert "No such file" not in str(caught.value)


def test_an_own_policy_takes_the_place_of_its_name() -> None:
    text = policy_to_toml(catalogue()["fair-salary"]).replace('id = "fair-salary"', 'id = "mine"')
    question = Question(policies=("sales-commission", "mine > sales-commission@4"), own_policies=(text,))
    assert [policy.id for policy in question.of_courses[1].policies] == ["mine", "sales-commission"]


def test_settings_are_set_and_taken_back() -> None:
    question = Question().with_setting("choice.meaning", "0.5")
    assert question.of_scenario.choice.meaning == 0.5
    assert question.base_scenario.choice.meaning != 0.5
    assert question.with_setting("choice.meaning", None) == Question()


def test_the_command_says_the_same() -> None:
    question = Question(settings=(("choice.meaning", "0.5"),), weeks=8, replicates=3)
    words = shlex.split(question.command)
    assert words[:4] == ["siloscope", "compare", *question.policies]
    assert words[words.index("--set") + 1] == "choice.meaning=0.5"
    assert words[words.index("--weeks") + 1] == "8"
