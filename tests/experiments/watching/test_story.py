"""Stories: every problem has one, in both languages, and it agrees with the log."""

from collections import Counter

import numpy as np
import pytest

from experiments.showing.language import LANGUAGES
from experiments.watching import Watching
from experiments.watching.story import Teller
from sim.log import EventKind

TOLD = {
    "arrived": EventKind.ARRIVED, "picked_up": EventKind.PICKED_UP, "passed": EventKind.PASSED,
    "handed_on": EventKind.HANDED_ON, "came": EventKind.CAME, "refused": EventKind.REFUSED, "table": EventKind.TABLE,
    "solved": EventKind.SOLVED, "given_up": EventKind.GIVEN_UP, "surveyed": EventKind.SURVEYED,
}  # fmt: skip


@pytest.mark.parametrize("course", [0, 1])
def test_every_problem_has_a_story_that_tells_each_line_of_its_log(watched: Watching, course: int) -> None:
    tape = watched.tapes[course]
    seen = Counter()
    for problem in filter(tape.shows, range(len(tape.ids))):
        lines = tape.events_of(problem)
        stories = [watched.story(problem, lang, course=course) for lang in LANGUAGES]
        for story in stories:
            hours = [sentence["hour"] for sentence in story["sentences"]]
            assert hours == sorted(hours)
            assert hours
            assert all(
                sentence["text"].endswith((".", "!")) and "{" not in sentence["text"] for sentence in story["sentences"]
            )
            told = Counter(TOLD[each["kind"]] for each in story["sentences"] if each["kind"] in TOLD)
            assert told == Counter(EventKind(kind) for kind in lines["kind"] if kind != EventKind.INVITED)
        english, dutch = stories
        assert [each["kind"] for each in english["sentences"]] == [each["kind"] for each in dutch["sentences"]]
        assert english["state"] == dutch["state"]
        seen[english["state"]] += 1
        seen.update(each["kind"] for each in english["sentences"])
    assert set(TOLD) | {"open", "felt"} <= set(seen)  # so everything was told at least once
    assert seen["open"] == tape.open[-1]


def test_a_story_is_the_beginning_of_a_longer_one(watched: Watching) -> None:
    tape = watched.tapes[0]
    lines = Counter(tape.events["problem"].tolist())
    for identity, _ in lines.most_common(10):
        problem = tape.number_of(identity)
        whole = watched.story(problem, "en")["sentences"]
        for hour in {sentence["hour"] for sentence in whole if sentence["hour"] > 0.0}:
            part = watched.story(problem, "en", hour=hour)
            told = [each for each in part["sentences"] if each["kind"] not in ("in_hand", "lies")]
            assert told == [each for each in whole if each["hour"] <= hour and each["kind"] not in ("in_hand", "lies")]


def test_what_customers_feel_is_what_the_week_counts(watched: Watching) -> None:
    for tape in watched.tapes:
        felt = 0.0
        for problem in filter(tape.shows, range(len(tape.ids))):
            teller = Teller(tape, problem, "en")
            for line in tape.events_of(problem):
                teller.tell(line)
            felt += teller.felt
        assert felt == pytest.approx(tape.weeks["scores"].sum())


def test_a_volley_sounds_different_from_a_proper_hand_over(watched: Watching) -> None:
    """It names whether a part was left undone: never where there was none, always where there was."""
    tape = watched.tapes[0]
    undone = needless = 0
    for problem in filter(tape.shows, range(len(tape.ids))):
        row = tape.came_row(problem)
        to_do = {int(d) for d, done in zip(row.needs[: row.parts], row.done, strict=False) if not done}
        lines = {(float(line["time"]), int(line["kind"])): line for line in tape.events_of(problem)}
        for sentence in watched.story(problem, "en")["sentences"]:
            if sentence["kind"] == "handed_on":
                assert sentence["text"].startswith("A proper hand-over")
                to_do.discard(int(lines[sentence["hour"], EventKind.HANDED_ON]["division"]))
            if sentence["kind"] == "passed":
                here = int(lines[sentence["hour"], EventKind.PASSED]["division"])
                assert sentence["text"].startswith("A volley")
                assert ("undone" in sentence["text"]) == (here in to_do)
                undone += here in to_do
                needless += here not in to_do
    assert undone > 5
    assert needless > 5


def test_an_open_problem_says_where_it_is(watched: Watching) -> None:
    tape = watched.tapes[1]
    queues = np.zeros(len(tape.queues[0]), int)
    middle = 100.0
    for problem in filter(tape.shows, range(len(tape.ids))):
        if tape.came_row(problem).arrived > tape.began + middle:
            continue
        story = watched.story(problem, "nl", course=1, hour=middle)
        last = story["sentences"][-1]
        if last["kind"] == "lies":
            assert story["state"] == "open"
            here = next(d for d, name in enumerate(tape.end.division_names) if f"bij {name}," in last["text"])
            queues[here] += 1
    assert queues.tolist() == tape.queues[int(middle)].tolist()
