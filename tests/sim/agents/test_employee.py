"""How an employee decides what to do with the problem in view."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.agents.employee import (
    NEVER,
    chance_to_sell,
    choose,
    handles,
    likelihoods,
    remember,
    thinks_of,
    utilities,
)
from sim.agents.examples import division, employee, problem, situation, usual
from sim.tables import WAYS, Choice

scores = st.floats(0.0, 10.0)
prices = st.floats(-3.0, 3.0)
EVEN = {"credit_sell": 0.6, "credit_own": 0.6, "credit_pass": 0.6, "credit_table": 0.6}
TO_THE_LAST = {"credit_sell": 1.0, "credit_own": 1.0, "credit_pass": 0.0, "credit_table": 1.0}


@given(level=scores, days=st.floats(0.0, 20.0), mine=prices, theirs=prices)
def test_where_the_choice_does_not_decide_who_is_credited_the_level_does_not_matter(level, days, mine, theirs):
    seen = {"mine": mine, "theirs": theirs, "mine_day": 0.1 * mine, "theirs_day": 0.1 * theirs, **EVEN}
    options = [
        utilities(employee(), situation(**seen, score_level=score, days_level=day), usual())
        for score, day in ((7.0, 3.0), (level, days))
    ]
    for choice in (Choice.OWN_PART, Choice.PASS_ON, Choice.TABLE):
        gaps = [each[choice] - each[Choice.SELL] for each in options]
        assert gaps[0] == pytest.approx(gaps[1], abs=1e-9)


def passing_on(expected: float, **seen: float) -> float:
    """How much more attractive passing on is than the own part (utils), whatever one does the customer says this."""
    see = situation(score_volleyed=expected, score_in_turn=expected, score_table=expected, **seen)
    options = utilities(employee(), see, usual())
    return options[Choice.PASS_ON] - options[Choice.OWN_PART]


@given(level=st.floats(2.0, 8.0), gap=st.floats(0.01, 2.0), mine=st.floats(0.1, 3.0))
def test_credited_to_the_last_one_sheds_who_will_disappoint_and_keeps_who_will_not(level, gap, mine):
    last = {"score_level": level, "mine": mine, **TO_THE_LAST}
    nothing = passing_on(level, **last)
    assert passing_on(level - gap, **last) == pytest.approx(nothing + mine * gap)
    assert passing_on(level + gap, **last) == pytest.approx(nothing - mine * gap)
    assert passing_on(level - gap, score_level=level - gap, mine=mine, **EVEN) == pytest.approx(nothing)


@given(level=scores, bad=scores, price=prices)
def test_shedding_pays_nothing_where_a_colleague_s_customer_counts_as_much(level, bad, price):
    seen = {"score_level": level, "mine": price, "theirs": price, **TO_THE_LAST}
    assert passing_on(bad, **seen) == pytest.approx(passing_on(level, **seen), abs=1e-9)


@pytest.mark.parametrize(
    ("facts", "cannot"),
    [
        ({"can_sell": False}, [Choice.SELL, Choice.IDLE]),
        ({"hours_own": 0.0}, [Choice.OWN_PART]),
        ({"can_pass": False}, [Choice.PASS_ON]),
        ({"can_ask": False}, [Choice.TABLE]),
        ({"others_needed": 0}, [Choice.TABLE]),
    ],
)
def test_what_cannot_be_done_is_never_attractive(facts, cannot):
    options = utilities(employee(habits=1.0), situation(**facts), usual())
    assert [choice for choice in Choice if options[choice] == NEVER] == cannot


@pytest.mark.parametrize(
    ("facts", "lower", "higher"),
    [
        ({"hour": 1.0}, Choice.OWN_PART, Choice.SELL),  # selling pays
        ({"desk": 1.0}, Choice.SELL, Choice.PASS_ON),  # clearing the desk pays
        ({"mine": 1.0}, Choice.PASS_ON, Choice.TABLE),  # customers pay
        ({"mine": 1.0, "chance_all_come": 1.0}, Choice.OWN_PART, Choice.TABLE),  # and colleagues are trusted
        ({"passes": 9}, Choice.PASS_ON, Choice.OWN_PART),  # passed on often enough
    ],
)
def test_what_pays_attracts(facts, lower, higher):
    before, after = utilities(employee(), situation(), usual()), utilities(employee(), situation(**facts), usual())
    assert after[higher] - after[lower] > before[higher] - before[lower]


def test_the_less_one_trusts_the_more_a_table_is_like_asking_in_vain():
    p = usual()
    options = {trust: utilities(employee(), situation(mine=1.0, chance_all_come=trust), p) for trust in (0.0, 0.4, 1.0)}
    vain, held = options[0.0][Choice.TABLE], options[1.0][Choice.TABLE]
    assert vain == pytest.approx(options[0.0][Choice.OWN_PART] - 0.25 * p.toil)  # a quarter of an hour of asking
    assert options[0.4][Choice.TABLE] == pytest.approx(0.4 * held + 0.6 * vain)


# ---------------------------------------------------------------------------------------------------- idling


@given(seen=st.fixed_dictionaries({name: st.floats(0.0, 2.0) for name in ("mine", "theirs", "desk", "mine_day")}))
def test_who_cares_for_nothing_idles_as_gladly_as_sells_where_selling_pays_nothing(seen):
    """And on everything else an hour of selling and an idle hour agree: the problem waits in both."""
    options = utilities(employee(), situation(hour=0.0, **seen), usual(duty=0.0, toil=0.0))
    assert options[Choice.IDLE] == options[Choice.SELL]
    assert chance_to_sell(0.0, usual(duty=0.0)) == 0.5


@given(hour=st.floats(0.0, 2.0), duty=st.floats(0.0, 2.0), toil=st.floats(0.0, 1.0), more=st.floats(0.01, 2.0))
def test_duty_and_the_price_of_an_hour_make_idling_rarer(hour, duty, toil, more):
    def gap(hour: float, duty: float) -> float:
        options = utilities(employee(), situation(hour=hour), usual(duty=duty, toil=toil))
        return options[Choice.SELL] - options[Choice.IDLE]

    assert gap(hour, duty) == pytest.approx(hour + duty)
    assert gap(hour + more, duty) > gap(hour, duty)
    assert gap(hour, duty + more) > gap(hour, duty)
    assert chance_to_sell(hour + more, usual(duty=duty)) > chance_to_sell(hour, usual(duty=duty))
    assert chance_to_sell(hour, usual(duty=duty + more)) > chance_to_sell(hour, usual(duty=duty))


@given(hour=prices, duty=st.floats(0.0, 2.0), temperature=st.floats(0.05, 2.0))
def test_people_sell_or_idle_at_an_empty_desk_as_they_would_with_a_problem_in_view(hour, duty, temperature):
    p = usual(duty=duty, temperature=temperature)
    options = utilities(employee(), situation(hour=hour), p)
    sell, idle = (
        math.exp((options[choice] - options[Choice.SELL]) / temperature) for choice in (Choice.SELL, Choice.IDLE)
    )
    assert chance_to_sell(hour, p) == pytest.approx(sell / (sell + idle))


@pytest.mark.parametrize("hour", [-1e5, 1e5])
def test_a_price_beyond_all_bounds_is_borne(hour):
    assert chance_to_sell(hour, usual(temperature=0.01)) == pytest.approx(1.0 if hour > 0.0 else 0.0)


@given(toil=st.floats(0.0, 2.0), own=st.floats(0.1, 8.0))
def test_toil_is_felt_for_each_hour_on_a_problem_and_for_none_of_selling_or_idling(toil, own):
    see = situation(hours_own=own, hours_table=own + 0.5, chance_all_come=1.0)
    tired, fresh = (utilities(employee(), see, usual(toil=each)) for each in (toil, 0.0))
    lost = [fresh[choice] - tired[choice] for choice in Choice]
    assert lost == pytest.approx([0.0, own * toil, 0.25 * toil, (own + 0.5) * toil, 0.0], abs=1e-9)


# ------------------------------------------------------------------------------------------- choice and habit


@given(options=st.tuples(*[st.one_of(st.just(NEVER), prices)] * len(Choice)), temperature=st.floats(0.2, 5.0))
def test_choices_are_logit(options, temperature):
    assume(max(options) > NEVER)
    weights = [math.exp(option / temperature) for option in options]
    draws = (np.arange(2000) + 0.5) / 2000
    chosen = np.bincount([choose(options, temperature, draw) for draw in draws], minlength=len(Choice)) / 2000
    assert chosen == pytest.approx(np.array(weights) / sum(weights), abs=1e-3)


@given(options=st.tuples(*[st.one_of(st.just(NEVER), prices)] * len(Choice)), temperature=st.floats(0.2, 5.0))
def test_likelihoods_are_held_against_the_best(options, temperature):
    likely = likelihoods(options, temperature)
    assert max(likely) == (1.0 if max(options) > NEVER else 0.0)
    for option, each in zip(options, likely, strict=True):
        assert (each == 0.0) == (option == NEVER)


def test_who_can_do_nothing_sells():
    assert choose((NEVER,) * len(Choice), 1.0, 0.5) == Choice.SELL


def test_three_choices_are_ways_to_handle_a_problem():
    assert [choice for choice in Choice if handles(choice)] == [Choice.OWN_PART, Choice.PASS_ON, Choice.TABLE]
    assert sum(handles(choice) for choice in Choice) == WAYS


@given(done=st.lists(st.sampled_from(list(Choice)), min_size=1, max_size=30), rate=st.floats(0.0, 1.0))
def test_habits_are_shares_that_lean_to_how_problems_were_handled(done, rate):
    me = employee(habits=1 / WAYS)
    for choice in done:
        before = me.habits.copy()
        remember(me, choice, rate)
        if handles(choice):
            assert me.habits[choice - Choice.OWN_PART] >= before[choice - Choice.OWN_PART] - 1e-12
        else:
            assert np.array_equal(me.habits, before)
    assert me.habits.sum() == pytest.approx(1.0)
    assert (me.habits >= 0.0).all()


PARTNERS = [4, 5, 6, 7] + [0] * 12


@given(before=st.sampled_from([-1, 4, 5, 6, 7]), slot=st.integers(0, 3))
def test_who_does_not_know_sends_it_anywhere_but_back(before, slot):
    ours = division(partners_known=4, partners=PARTNERS)
    to = thinks_of(ours, 0, problem(needs=[5, 6, 0], before=before), False, slot)
    assert to in PARTNERS[:4]
    assert to != before
    assert to == PARTNERS[slot] or before == PARTNERS[slot]


def test_with_one_partner_only_it_goes_back_if_it_must():
    assert thinks_of(division(partners_known=1, partners=[4] + [0] * 15), 0, problem(before=4), False, 0) == 4


@pytest.mark.parametrize(
    ("columns", "to"),
    [
        ({"needs": [0, 6, 0]}, 6),  # needs us and division 6
        ({"needs": [5, 6, 0], "done": [1, 0, 0]}, 6),  # division 5 is done
        ({"needs": [0, 6, 0], "done": [0, 1, 0], "owner": 7}, 7),  # nobody else: to the owner
        ({"needs": [0, 6, 0], "done": [0, 1, 0], "owner": 0}, 5),  # who is us: anywhere
    ],
)
def test_who_knows_sends_it_where_it_is_needed(columns, to):
    assert thinks_of(division(partners_known=4, partners=PARTNERS), 0, problem(**columns), True, 1) == to
