"""What outcomes are worth to an employee: pay, the manager's voice and meaning add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.examples import employee, manager, usual
from sim.agents.feelings import colleague_day, colleague_point, feel_as_employee, heeded, worth
from sim.agents.manager import neutral
from sim.tables import PRICE_NAMES

MEANS = {"own_point": 0.4, "unit_point": 0.4 * 0.5, "out_point": 0.4 * 0.5 * 0.75}  # of a person who means 0.4 a point
SALES = ("hour",)
EITHER = ("desk", "help")  # which no agenda is about
shares = st.floats(0.0, 1.0)


def one_paid(**prices: float):
    me = employee(meaning_weight=0.4, in_group=0.25)
    for name, euro in prices.items():
        me.prices[name] = euro
    return me


@pytest.mark.parametrize("name", PRICE_NAMES)
def test_own_pay_and_meaning_are_all_that_is_felt_without_a_manager_s_voice(name):
    me = one_paid(**{name: 50.0})
    feel_as_employee(me, manager(**{name: 9.0}), 0.01, 1.0, usual(authority=0.0, meaning_colleague=0.5))
    for each in PRICE_NAMES:
        assert me.felt[each] == pytest.approx((0.5 if each == name else 0.0) + MEANS.get(each, 0.0))


@pytest.mark.parametrize("name", PRICE_NAMES)
def test_at_a_neutral_agenda_a_manager_s_price_is_felt_with_the_weight_of_authority(name):
    p = usual(authority=0.8, meaning_colleague=0.5)
    share = neutral(p)
    boss = manager(agenda_sales=share, agenda_customer=share, **{name: 2.0})
    me = one_paid()
    feel_as_employee(me, boss, 0.01, 1.0, p)
    assert me.felt[name] == pytest.approx(1.6 + MEANS.get(name, 0.0))


def test_people_hear_of_customers_only_from_a_manager_who_cares_for_them():
    p = usual(authority=1.0, attention=0.0)
    me = one_paid()
    feel_as_employee(me, manager(agenda_sales=0.9, agenda_customer=0.0, own_point=5.0, hour=1.0), 0.01, 1.0, p)
    assert me.felt.own_point == pytest.approx(0.4)
    assert me.felt.hour == pytest.approx(0.9 / neutral(p))


# --------------------------------------------------------------------------------------------- attention


@given(attention=shares, share=shares)
def test_a_subject_is_heeded_by_its_share_of_the_agenda_and_in_full_where_that_is_neutral(attention, share):
    p = usual(attention=attention)
    assert heeded(neutral(p), p) == pytest.approx(1.0)
    assert heeded(share, p) == pytest.approx(1.0 + attention * (share / neutral(p) - 1.0))
    assert heeded(share, usual(attention=0.0)) == 1.0
    assert heeded(0.0, usual(attention=1.0)) == 0.0


def felt_under(boss, p, **prices: float) -> dict[str, float]:
    me = one_paid(**prices)
    feel_as_employee(me, boss, 0.01, 1.0, p)
    return {name: float(me.felt[name]) for name in PRICE_NAMES}


@given(sales=shares, customer=shares)
def test_without_attention_an_agenda_that_nobody_voices_changes_nothing(sales, customer):
    paid = dict.fromkeys(PRICE_NAMES, 30.0)
    p = usual(attention=0.0, authority=0.0)
    mute = felt_under(manager(agenda_sales=sales, agenda_customer=customer), p, **paid)
    assert mute == felt_under(manager(), p, **paid)


@pytest.mark.parametrize("name", PRICE_NAMES)
def test_what_the_agenda_is_about_comes_to_mind_whoever_pays_for_it(name):
    """With the manager silent: own pay, and what the work means, are felt as far as their subject is talked about."""
    p = usual(attention=0.6, authority=0.0, meaning_colleague=0.5)
    boss = manager(agenda_sales=1.5 * neutral(p), agenda_customer=0.5 * neutral(p))
    felt = felt_under(boss, p, **{name: 50.0})[name]
    plain = 0.5 + MEANS.get(name, 0.0)
    factor = 1.0 if name in EITHER else 1.3 if name in SALES else 0.7
    assert felt == pytest.approx(factor * plain)


# ------------------------------------------------------------------------------------------------- belief


@given(belief=shares, old=st.floats(-90.0, 90.0), new=st.floats(-90.0, 90.0), name=st.sampled_from(PRICE_NAMES))
def test_a_contract_is_felt_as_far_as_it_is_believed_and_the_old_one_for_the_rest(belief, old, new, name):
    me = one_paid(**{name: new})
    me.before[name] = old
    feel_as_employee(me, manager(), 0.01, belief, usual(authority=0.0, meaning_colleague=0.5, sabotage=1.0))
    assert me.felt[name] == pytest.approx(0.01 * (belief * new + (1.0 - belief) * old) + MEANS.get(name, 0.0))


# ---------------------------------------------------------------------------------------------- colleagues


def test_a_colleague_s_customer_has_one_price_in_our_unit_and_one_outside():
    me = employee(unit_point=0.3, out_point=0.1, unit_day=0.02, out_day=0.01)
    assert (colleague_point(me, True), colleague_point(me, False)) == (0.3, 0.1)
    assert (colleague_day(me, True), colleague_day(me, False)) == (0.02, 0.01)


@given(own=st.floats(-90.0, 0.0), voice=st.floats(-5.0, 0.0), sabotage=st.booleans())
def test_a_rival_s_success_that_costs_me_is_felt_as_a_loss_only_where_the_model_allows_sabotage(own, voice, sabotage):
    me = one_paid(unit_point=own, out_point=own, unit_day=own, out_day=own)
    p = usual(sabotage=float(sabotage), authority=1.0, meaning_colleague=0.5)
    feel_as_employee(me, manager(unit_point=voice, out_point=voice, unit_day=voice, out_day=voice), 0.01, 1.0, p)
    for name in ("unit_point", "out_point", "unit_day", "out_day"):
        summed = 0.01 * own + voice + MEANS.get(name, 0.0)
        assert me.felt[name] == pytest.approx(summed if sabotage else max(summed, 0.0), abs=1e-9)


@given(credit=st.floats(0.0, 1.0), mine=st.floats(-5.0, 5.0), theirs=st.floats(-5.0, 5.0))
def test_worth_lies_between_ours_and_theirs(credit, mine, theirs):
    assert min(mine, theirs) - 1e-12 <= worth(credit, mine, theirs) <= max(mine, theirs) + 1e-12
    assert worth(1.0, mine, theirs) == mine
    assert worth(0.0, mine, theirs) == theirs
