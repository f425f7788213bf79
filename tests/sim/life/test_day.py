"""One loop of life, and a Friday to which a mechanism adds its own step."""

from collections.abc import Callable

import numpy as np
import pytest
from builders import company

from sim.chance import Luck
from sim.compiled import in_order, loop, rule
from sim.life.bookkeeping import NEXT_REGION, this_week
from sim.life.day import live
from sim.life.friday import STEPS, the_week_is_written
from sim.simulation import Simulation
from sim.tables import World


@rule
def everybody_gets_a_day_s_pay(w: World) -> None:
    """A mechanism that somebody adds: it needs no luck."""
    for i in range(len(w.employees)):
        w.employees[i].pay += 100.0


@rule
def a_customer_is_lost(w: World, luck: Luck) -> None:
    """One that needs luck."""
    k = int(luck.market.random() * len(w.customers))
    w.customers[k].present = 0
    this_week(w).left += 1


ADDED = (everybody_gets_a_day_s_pay, a_customer_is_lost)
longer, shorter = in_order((*STEPS[:2], *ADDED, *STEPS[2:])), in_order((STEPS[0], *ADDED, the_week_is_written))


@loop
def longer_friday(w: World, luck: Luck) -> None:
    longer(w, luck)


@loop
def shorter_friday(w: World, luck: Luck) -> None:
    shorter(w, luck)


def on_friday() -> Simulation:
    """A company in its third week whose Friday afternoon has not come yet."""
    run = Simulation(company(1, 2, 2), "fair-salary")
    run.live_weeks(2)
    run.live(39)
    return run


@pytest.mark.parametrize("friday", [shorter_friday, pytest.param(longer_friday, marks=pytest.mark.long)])
def test_a_mechanism_adds_its_step_to_friday(friday: Callable[[World, Luck], None]) -> None:
    run = on_friday()
    run.world.company[0].hour = 3 * 40
    friday(run.world, run.lucks[0])
    assert (run.world.employees.pay == 100.0).all()
    assert len(run.weeks) == 3
    assert run.weeks[-1].left >= 1


def test_the_steps_come_in_their_order() -> None:
    order: list[int] = []
    steps = [lambda _w, _luck, n=n: order.append(n) for n in range(5)]
    for many in range(1, 6):
        order.clear()
        interpreted = in_order([_two(step) for step in steps[:many]])
        interpreted(None, None)
        assert order == list(range(many))


def _two(step):
    def act(w: object, luck: object) -> None:
        step(w, luck)

    return act


def test_the_loop_asks_for_the_luck_of_the_next_region_and_comes_back_to_the_first() -> None:
    run = Simulation(company(2, 20, 60), "fair-salary", weeks=1)
    regions = len(run.world.regions)
    assert regions == len(run.lucks) > 1
    c = run.world.company[0]
    for region in range(regions):
        assert c.region == region
        assert c.lived == 0
        assert live(run.world, run.luck, 40) == NEXT_REGION
    assert run.luck is run.lucks[0]
    assert live(run.world, run.luck, 40) != NEXT_REGION
    assert (c.lived, c.region, len(run.weeks)) == (40, 0, 1)


def test_a_large_company_lives_the_same_however_its_hours_are_cut() -> None:
    whole, cut = (Simulation(company(2, 20, 60), weeks=2) for _ in range(2))
    whole.live(80)
    for hours in (40, 3, 37):
        cut.live(hours)
    for name in whole.weeks.dtype.names:  # sums of hours and euro are added up in another order
        np.testing.assert_allclose(whole.weeks[name], cut.weeks[name], rtol=1e-9, err_msg=name)
        if whole.weeks[name].dtype.kind == "i":
            np.testing.assert_array_equal(whole.weeks[name], cut.weeks[name], err_msg=name)
