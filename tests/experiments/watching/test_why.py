"""Whys: read off the model by living the week again, to the bit, with parts that are those of the rule."""

from collections import Counter

import numpy as np
import pytest
from filmed import company

from experiments.showing.language import LANGUAGES
from experiments.watching import Watching
from experiments.watching.by_rule import RULE_PARTS
from experiments.watching.replay import Asked, AtDesk, Replay
from experiments.watching.why import WORDS, leaves, parts_of
from sim.agents.deciding import Rule
from sim.agents.employee import NEVER, choose, utilities
from sim.agents.examples import employee, invitation, situation, usual
from sim.agents.guest import pulls, urge_to_come
from sim.agents.reasons import consider, sum_at_table, sum_of
from sim.calendar import HOURS_A_WEEK
from sim.log import EventKind
from sim.tables import Choice

WEEK = 2  # of the film: the first after the switch
LEFT_OUT = {"events", "standings", "so_far", "foreseen"}
FLAGS = {"company": ("asked", "answer", "events"), "employees": ("decides_in_python", "comes_in_python")}


@pytest.mark.parametrize("person", [0, 7, 23])
def test_a_week_lived_again_is_the_week_on_film_to_the_bit(watched: Watching, person: int) -> None:
    tape = watched.tapes[1]
    again = Replay(tape, person, WEEK)
    for _ in again.decisions():
        pass
    then, now = tape.starts[WEEK + 1].world, again.simulation.world
    for name in set(then._fields) - LEFT_OUT:
        one, other = np.array(getattr(then, name)), np.array(getattr(now, name))
        for column in FLAGS.get(name, ()):
            one[column] = other[column] = 0
        assert one.tobytes() == other.tobytes(), name


@pytest.mark.parametrize("person", [0, 7, 23])
def test_the_decisions_are_those_of_the_log(watched: Watching, person: int) -> None:
    tape = watched.tapes[1]
    made = list(Replay(tape, person, WEEK).decisions())
    hours = (WEEK * HOURS_A_WEEK, (WEEK + 1) * HOURS_A_WEEK)
    mine = tape.events[(tape.events["employee"] == person)]
    mine = mine[(mine["time"] >= hours[0]) & (mine["time"] < hours[1])]
    handled = [each for each in made if isinstance(each, AtDesk) and Choice.OWN_PART <= each.chosen <= Choice.TABLE]
    picked = mine[mine["kind"] == EventKind.PICKED_UP]
    assert [(each.hour, int(each.problem.id)) for each in handled] == list(
        zip(picked["time"].tolist(), picked["problem"].tolist(), strict=True)
    )
    answers = Counter(each.came for each in made if isinstance(each, Asked))
    assert answers[True] == (mine["kind"] == EventKind.CAME).sum()
    assert answers[False] == (mine["kind"] == EventKind.REFUSED).sum()
    assert handled


@pytest.mark.parametrize("person", [2, 11])
def test_the_parts_add_up_to_the_utilities_of_the_film_to_the_bit(watched: Watching, person: int) -> None:
    made = [each for each in Replay(watched.tapes[1], person, WEEK).decisions() if isinstance(each, AtDesk)]
    assert len(made) > 5
    for each in made:
        parts = each.parts
        sums = (
            sum_of(parts.sell), sum_of(parts.own_part), sum_of(parts.pass_on), sum_at_table(parts.table),
            sum_of(parts.idle),
        )  # fmt: skip
        assert all(option in (total, NEVER) for option, total in zip(each.options, sums, strict=True))


def test_every_person_can_be_asked_why_at_any_time(watched: Watching) -> None:
    kinds = Counter()
    for person in range(24):
        for lang in LANGUAGES:
            why = watched.why(person, 6.5 * person, lang, course=1)
            kinds[why["kind"]] += 1
            assert why["hour"] >= 6.5 * person or why["kind"] == "none"
            if why["kind"] != "none":
                chosen = [each for each in why["options"] if each["chosen"]]
                assert len(chosen) == 1
                assert chosen[0]["chance"] > 0.0
                assert sum(each["chance"] for each in why["options"]) == pytest.approx(1.0)
    assert set(kinds) >= {"desk", "invitation"}


def test_parts_add_up_and_chances_are_those_by_which_the_rule_chooses(watched: Watching) -> None:
    tape = watched.tapes[0]
    p = tape.end.world.parameters[0]
    draws = (np.arange(500) + 0.5) / 500
    seen = 0
    for person in range(0, 24, 3):
        why = watched.why(person, 90.0, "en")
        for option in why["options"]:
            if option["possible"] and option["utility"]:
                assert sum(part["utility"] for part in option["parts"]) == pytest.approx(option["utility"], abs=6e-3)
        if why["kind"] == "desk":
            options = tuple(NEVER if each["utility"] is None else each["utility"] for each in why["options"])
            chosen = np.bincount([choose(options, p.temperature, draw) for draw in draws], minlength=5) / 500
            assert [each["chance"] for each in why["options"]] == pytest.approx(chosen, abs=3e-3)
            seen += 1
    assert seen > 2


@pytest.mark.parametrize(
    ("rule", "reasons"), [(Rule.LOGIT, None), (Rule.REINFORCEMENT, {"brought"}), (Rule.IMITATION, {"way"})]
)
def test_only_what_the_rule_looks_at_is_a_reason(rule: Rule, reasons: set[str] | None) -> None:
    """By another rule than the model's own: never a habit; the parts still add up, and the rule is told."""
    film = Watching(company(warmup=1, rule=float(rule)), ["sales-commission"], first_week=0, weeks=2)
    kinds = set()
    for person in range(0, 24, 4):
        why = film.why(person, 10.0, "en")
        kinds.add(why["kind"])
        if why["kind"] == "none":
            continue
        assert WORDS.say(f"why_by_{rule.name.lower()}", "en") in why["situation"]
        for option in why["options"]:
            keys = {part["key"] for part in option["parts"]}
            assert keys <= reasons if reasons else "habit" not in keys
            if option["possible"] and option["utility"]:
                assert sum(part["utility"] for part in option["parts"]) == pytest.approx(option["utility"], abs=6e-3)
    assert "desk" in kinds


def test_the_last_decision_comes_before_and_the_next_after(watched: Watching) -> None:
    for person in range(6):
        before, after = (watched.why(person, 100.0, "en", looking=looking) for looking in ("last", "next"))
        assert before["hour"] < 100.0 <= after["hour"]
    assert watched.why(3, 160.0, "en")["hour"] < 160.0  # at the film's end only the last is left


def test_who_has_nothing_to_choose_says_so() -> None:
    quiet = Watching(company(warmup=0, problems_per_customer=0.0), ["sales-commission"], first_week=0, weeks=1)
    why = quiet.why(3, 12.0, "en")
    assert (why["kind"], why["problem"], why["options"]) == ("none", None, [])
    assert "%" in why["situation"][0]
    assert [price["key"] for price in why["prices"]]


def test_the_single_parts_make_the_utility_for_anybody() -> None:
    me, p = employee(habits=[0.2, 0.5, 0.3], reciprocity=0.7, courtesy=0.4), usual()
    see = situation(mine=0.4, theirs=0.2, hour=0.3, passes=2, queue_a_head=1.5, desk=0.1, mine_day=0.1)
    options, considered = utilities(me, see, p), consider(me, see, p)
    for choice in Choice:
        assert sum(parts_of(considered, choice).values()) == pytest.approx(options[choice])
    asked = invitation(theirs=0.4, trust=0.8, hour=0.2, help=0.1)
    assert sum(leaves(pulls(me, asked, p)).values()) == pytest.approx(urge_to_come(me, asked, p))


def test_whatever_the_rule_names_has_words() -> None:
    me, p = employee(), usual()
    desk = leaves(consider(me, situation(), p).own_part)
    guest = leaves(pulls(me, invitation(), p))
    assert len(desk) == 12
    wanted = [f"why_part_{key}{end}" for key in (*desk, *guest, *RULE_PARTS) for end in ("", "_text")]
    wanted += [f"why_by_{rule.name.lower()}" for rule in Rule if rule != Rule.OWN]
    wanted += [f"why_{kind}_{choice.name.lower()}" for choice in Choice for kind in ("option", "chose")]
    assert [key for key in wanted if not WORDS.known(key)] == []
