"""The address is the whole state: reading it gives the view again; going back and forth loses nothing."""

from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from dashboard.state.history import MOST, History
from dashboard.state.view import FIRST, THEMES, View, address, read
from experiments.comparing.question import Question
from experiments.showing.language import LANGUAGES
from sim.policies import catalogue

NAMES = st.sampled_from(sorted(catalogue()))
QUESTIONS = st.builds(
    Question,
    policies=st.lists(NAMES, min_size=1, max_size=4, unique=True).map(tuple),
    scenario=st.sampled_from(["six-weeks", "small-shop"]),
    settings=st.sampled_from([(), (("choice.meaning", "0.5"),), (("choice.duty", "1"), ("choice.toil", "0.25"))]),
    weeks=st.one_of(st.none(), st.integers(1, 520)),
    replicates=st.integers(1, 1_000),
)
VIEWS = st.builds(
    View,
    page=st.sampled_from(["", "watch", "silo-map"]),
    lang=st.sampled_from(LANGUAGES),
    theme=st.sampled_from(THEMES),
    question=QUESTIONS,
    pinned=st.one_of(st.none(), QUESTIONS),
    options=st.dictionaries(
        st.sampled_from(["watch.week", "compare.hero"]), st.text(max_size=30).filter(lambda text: text.isprintable())
    ).map(MappingProxyType),
)


@given(VIEWS)
def test_an_address_gives_the_view_again(view: View) -> None:
    path, _, query = address(view).partition("?")
    again, mistake = read(path, query)
    assert mistake == ""
    assert again == view


@given(st.text(max_size=200), st.text(max_size=400))
def test_whatever_stands_in_an_address_it_is_read(path: str, query: str) -> None:
    view, mistake = read(path, query)
    assert view.lang in LANGUAGES
    assert isinstance(mistake, str)
    assert view.question.of_courses


def test_what_cannot_be_used_is_said_and_the_rest_is_kept() -> None:
    view, mistake = read("/watch", "lang=nl&policy=%3Cscript%3E&watch.week=3")
    assert "script" in mistake
    assert (view.page, view.lang, view.options["watch.week"], view.question) == ("watch", "nl", "3", FIRST)


@given(st.lists(QUESTIONS, min_size=1, max_size=8))
def test_all_steps_can_be_taken_back_and_made_again(questions: list[Question]) -> None:
    history, now = History(), FIRST
    for question in questions:
        history, now = history.asked(now), question
    last = now
    for expected in reversed([FIRST, *questions[:-1]]):
        now, history = history.back(now)
        assert now == expected
    assert history.back(now) == (now, history)
    for _ in questions:
        now, history = history.forth(now)
    assert now == last
    assert not history.after


def test_the_way_back_has_an_end() -> None:
    history = History()
    for _ in range(MOST + 10):
        history = history.asked(FIRST)
    assert len(history.before) == MOST
