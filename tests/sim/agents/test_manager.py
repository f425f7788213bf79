"""What a manager feels, and how the agenda moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.deciding import next_agenda, set_agenda
from sim.agents.examples import manager, usual
from sim.agents.manager import (
    MOST_FIGHTING,
    Agenda,
    believe,
    believed,
    chance_ahead,
    contest_pays,
    customer_pays,
    days_pay,
    feel_as_manager,
    keep_agenda,
    neutral,
    outlook,
    points_pay,
    sales_pay,
    towards,
    weighed,
    welcome,
)
from sim.calendar import HOURS_A_WEEK
from sim.tables import PRICE_NAMES

prices = st.floats(-500.0, 500.0)
COLLEAGUES = ("unit_point", "out_point", "unit_day", "out_day")


def priced(status: float, behind: float = 0.5, **euro: float):
    me = manager(status_weight=status, behind=behind)
    for name, value in euro.items():
        me.prices[name] = value
    return me


@given(euro=st.fixed_dictionaries(dict.fromkeys(PRICE_NAMES, prices)), sabotage=st.booleans())
def test_who_does_not_care_for_status_feels_the_price_list(euro, sabotage):
    """But that a colleague's success is unwelcome, only where the model allows sabotage."""
    me = priced(0.0, **euro)
    feel_as_manager(me, 0.02, 1.0, 3, usual(sabotage=float(sabotage)))
    for name in PRICE_NAMES:
        least = 0.0 if name in COLLEAGUES and not sabotage else -1e9
        assert me.felt[name] == pytest.approx(max(0.02 * euro[name], least))
    assert me.contest == 0.0


# --------------------------------------------------------------------------------------------------- status


@given(
    euro=st.fixed_dictionaries(dict.fromkeys(PRICE_NAMES, prices)),
    status=st.floats(0.0, 3.0), behind=st.floats(0.0, 1.0), others=st.integers(1, 16),
)  # fmt: skip
def test_pay_is_felt_as_by_who_hates_to_be_behind(euro, status, behind, others):
    """Fehr & Schmidt: U = pay - status * mean of max(their pay - mine, 0), which is moved only as far as one is behind.

    A small amount to me moves the mean by -behind, and one to one of the others by behind / others.
    """
    me = priced(status, behind, **euro)
    feel_as_manager(me, 0.5, 1.0, others, usual(sabotage=1.0))
    mine, one_s = 1.0 + status * behind, status * behind / others
    for name in ("hour", "desk", "help", "own_point", "own_day"):
        assert me.felt[name] == pytest.approx(0.5 * mine * euro[name], abs=1e-9)
    for name in COLLEAGUES:
        own = euro["own_point" if name.endswith("point") else "own_day"]
        assert me.felt[name] == pytest.approx(0.5 * (mine * euro[name] - one_s * own), abs=1e-9)
    most = max(euro["own_point"], euro["own_day"], 0.0)
    assert me.contest == pytest.approx(0.5 * status * behind * most)


@given(
    euro=st.fixed_dictionaries(dict.fromkeys(PRICE_NAMES, prices)),
    status=st.floats(0.0, 1000.0), behind=st.floats(0.0, 1.0), others=st.integers(0, 16),
)  # fmt: skip
def test_at_any_strength_no_colleague_s_point_is_unwelcome_without_sabotage(euro, status, behind, others):
    me = priced(status, behind, **euro)
    feel_as_manager(me, 0.5, 1.0, others, usual(sabotage=0.0))
    assert min(me.felt[name] for name in COLLEAGUES) >= 0.0


@given(price=prices)
def test_a_colleague_s_success_is_unwelcome_only_where_the_model_allows_sabotage(price):
    assert welcome(price, usual(sabotage=1.0)) == price
    assert welcome(price, usual(sabotage=0.0)) == max(price, 0.0)


@given(euro=st.fixed_dictionaries(dict.fromkeys(PRICE_NAMES, prices)), status=st.floats(0.0, 1000.0))
def test_status_is_nothing_to_who_is_behind_nobody(euro, status):
    ambitious, humble = priced(status, 0.0, **euro), priced(0.0, 0.0, **euro)
    for me in (ambitious, humble):
        feel_as_manager(me, 0.5, 1.0, 0, usual())
    assert ambitious.felt == humble.felt
    assert ambitious.contest == 0.0


@given(name=st.sampled_from(["hour", "own_point", "own_day"]), status=st.floats(0.01, 3.0))
def test_status_moves_sales_as_well_as_customers(name, status):
    """Whatever raises the own pay counts by the same share more: status takes no side."""
    ambitious, humble = priced(status, 0.5, **{name: 40.0}), priced(0.0, 0.5, **{name: 40.0})
    for me in (ambitious, humble):
        feel_as_manager(me, 0.5, 1.0, 4, usual())
    assert ambitious.felt[name] / humble.felt[name] == pytest.approx(1.0 + 0.5 * status)


def test_who_expects_the_same_is_as_likely_ahead_as_behind():
    assert chance_ahead(900.0, 900.0, 600.0) == 0.5
    assert chance_ahead(1500.0, 900.0, 600.0) == pytest.approx(0.8413, abs=1e-4)  # one standard deviation
    assert chance_ahead(300.0, 900.0, 600.0) == pytest.approx(1.0 - 0.8413, abs=1e-4)
    assert chance_ahead(9000.0, 0.0, 600.0) == pytest.approx(1.0)


# --------------------------------------------------------------------------------------------------- belief


@given(now=prices, before=prices, belief=st.floats(0.0, 1.0))
def test_what_is_believed_lies_between_the_old_contract_and_the_new(now, before, belief):
    assert min(now, before) - 1e-9 <= believed(now, before, belief) <= max(now, before) + 1e-9
    assert believed(now, before, 1.0) == pytest.approx(now)
    assert believed(now, before, 0.0) == before
    assert believed(now, now, belief) == pytest.approx(now)


def test_a_whole_price_list_is_believed_alike():
    me, out = priced(0.0, **{name: 10.0 * n for n, name in enumerate(PRICE_NAMES)}), manager().felt
    for n, name in enumerate(PRICE_NAMES):
        me.before[name] = -float(n)
    believe(out, me.prices, me.before, 0.25)
    assert [float(out[name]) for name in PRICE_NAMES] == pytest.approx([1.75 * n for n in range(len(PRICE_NAMES))])


def agenda(me) -> list[float]:
    return [float(me.agenda_sales), float(me.agenda_customer), float(me.agenda_politics)]


def test_when_nothing_pays_a_neutral_agenda_stays():
    p = usual()
    me = manager(agenda_sales=neutral(p), agenda_customer=neutral(p), agenda_politics=1.0 - 2.0 * neutral(p))
    before = agenda(me)
    set_agenda(me, 4.0, p)
    assert agenda(me) == pytest.approx(before)


@given(felt=st.fixed_dictionaries({name: st.floats(-5.0, 5.0) for name in PRICE_NAMES}), hours=st.floats(0.0, 200.0))
def test_an_agenda_is_shares_whatever_pays(felt, hours):
    me = manager(disputes=hours, **felt)
    for _ in range(5):
        set_agenda(me, 4.0, usual())
    assert sum(agenda(me)) == pytest.approx(1.0)
    assert min(agenda(me)) >= 0.0
    assert me.disputes == 0.0


@pytest.mark.parametrize(
    ("felt", "grows"), [({"hour": 1.0}, 0), ({"own_point": 1.0}, 1), ({"unit_day": 1.0}, 1), ({"contest": 1.0}, 2)]
)
def test_the_agenda_moves_towards_what_pays(felt, grows):
    me = manager(**felt)
    before = agenda(me)
    set_agenda(me, 4.0, usual())
    assert [after > earlier for after, earlier in zip(agenda(me), before, strict=True)].index(True) == grows
    still = manager(**felt)
    set_agenda(still, 4.0, usual(agenda_rate=0.0))
    assert agenda(still) == pytest.approx(before)


def test_disputes_claim_their_hours_and_leave_a_little():
    half, drowned = manager(disputes=0.5 * HOURS_A_WEEK), manager(disputes=10.0 * HOURS_A_WEEK)
    for me in (half, drowned):
        set_agenda(me, 4.0, usual(agenda_rate=1.0, agenda_politics=0.0))
    assert half.agenda_politics == pytest.approx(0.5)
    assert drowned.agenda_politics == pytest.approx(MOST_FIGHTING)


@given(felt=st.fixed_dictionaries({name: st.floats(-5.0, 5.0) for name in PRICE_NAMES}), hours=st.floats(0.0, 60.0))
def test_what_a_manager_sees_is_all_that_the_rule_needs(felt, hours):
    me, other = manager(disputes=hours, contest=0.3, **felt), manager(disputes=hours, contest=0.3, **felt)
    see = outlook(me, 4.0)
    assert (see.hours_in_play, see.disputes, see.contest) == (4.0, hours, 0.3)
    assert all(getattr(see, name) == felt[name] for name in PRICE_NAMES if name in see._fields)
    set_agenda(me, 4.0, usual())
    keep_agenda(other, next_agenda(other, see, usual()))
    assert agenda(me) == agenda(other)


@given(own=st.floats(0.0, 5.0), more=st.floats(0.01, 5.0))
def test_the_more_a_point_is_worth_the_more_of_the_agenda_goes_to_customers(own, more):
    seen = (outlook(manager(own_point=worth), 2.0) for worth in (own, own + more))
    less, rather = (towards(see, weighed(see, usual()), usual()) for see in seen)
    assert rather.customer > less.customer
    assert rather.sales < less.sales


def test_an_agenda_that_is_kept_ends_the_disputes_of_the_week():
    me = manager(disputes=7.0)
    keep_agenda(me, Agenda(0.25, 0.5, 0.25))
    assert agenda(me) == [0.25, 0.5, 0.25]
    assert me.disputes == 0.0


@given(felt=st.fixed_dictionaries({name: st.floats(-5.0, 5.0) for name in PRICE_NAMES}), hours=st.floats(0.0, 9.0))
def test_a_subject_is_weighed_by_what_it_pays_and_never_below_rest(felt, hours):
    see, p = outlook(manager(contest=0.3, **felt), hours), usual()
    found = weighed(see, p)
    assert found.sales == pytest.approx(p.agenda_base + sales_pay(see))
    assert found.customer == pytest.approx(p.agenda_base + customer_pays(see))
    assert found.politics == pytest.approx(p.agenda_politics + contest_pays(see))
    assert customer_pays(see) == pytest.approx(points_pay(see) + days_pay(see))
    assert min(sales_pay(see), points_pay(see), days_pay(see)) >= 0.0
