"""Stand-ins are called in by the work that waits, with a delay, up to a share of the heads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.examples import division, usual
from sim.agents.staffing import call_in, hands_each, hands_wanted
from sim.calendar import HOURS_A_DAY


@given(
    waiting=st.floats(0.0, 1000.0),
    heads=st.integers(1, 50),
    most=st.floats(0.0, 2.0),
    bound=st.floats(0.0, 10.0),
    days=st.floats(0.1, 20.0),
)
def test_as_many_as_would_clear_the_rest_in_time(waiting, heads, most, bound, days):
    p = usual(stand_ins_most=most, stand_ins_queue=bound, stand_ins_days=days)
    hands = hands_wanted(waiting, heads, 2.5, p)
    assert 0.0 <= hands <= most * heads
    if waiting <= bound * heads or most == 0.0:
        assert hands == 0.0
    elif hands < most * heads:
        assert hands * days * HOURS_A_DAY == pytest.approx((waiting - bound * heads) * 2.5)


@given(one=st.floats(0.0, 500.0), other=st.floats(0.0, 500.0))
def test_a_longer_queue_never_calls_for_fewer(one, other):
    low, high = sorted((one, other))
    assert hands_wanted(low, 10, 2.5, usual()) <= hands_wanted(high, 10, 2.5, usual())


@pytest.mark.interpreted
def test_a_queue_shows_with_the_delay_and_is_forgotten_likewise():
    p = usual(stand_ins_delay=4.0, stand_ins_queue=0.0, stand_ins_most=5.0, stand_ins_days=1.0)
    ours = division(heads=10, queue=8)
    for week in range(1, 9):
        call_in(ours, 2.0, p)
        assert ours.waiting == pytest.approx(8.0 * (1.0 - 0.75**week))
        assert ours.stand_ins == pytest.approx(ours.waiting * 2.0 / HOURS_A_DAY)
    there = ours.stand_ins
    ours.queue = 0
    for week in range(1, 9):
        call_in(ours, 2.0, p)
        assert ours.stand_ins == pytest.approx(there * 0.75**week)


def test_a_single_bad_week_calls_for_nobody():
    ours = division(heads=10, queue=200)  # 20 each, and 4 may wait
    call_in(ours, 2.5, usual(stand_ins_queue=4.0, stand_ins_delay=6.0))
    assert ours.stand_ins == 0.0


def test_hands_are_shared_by_all():
    assert hands_each(division(heads=8, stand_ins=2.0)) == 0.25
    assert hands_each(division(heads=8)) == 0.0
