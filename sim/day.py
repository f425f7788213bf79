"""The order of life in the company, hour by hour: the table of contents of the model."""

from sim.calendar import HOURS_A_DAY, HOURS_A_WEEK
from sim.chance import Luck, pick
from sim.compiled import loop, rule
from sim.payday import settle_pay
from sim.problems import LOG_IS_FULL, MORNING, NOBODY, WORKING, customers_come, customers_give_up
from sim.scoreboard import write_the_week
from sim.tables import LINES_AT_ONCE, World
from sim.week import (
    books_are_brought_up,
    books_are_kept,
    customers_reconsider,
    managers_see_prices,
    managers_set_agendas,
    people_feel_what_pays,
    sight_and_trust_fade,
)
from sim.work import people_work

STRETCH = 8  # hours that a region lives before the next one does


@loop
def live(w: World, luck: Luck, until: int) -> int:
    """Live hour by hour until the hour `until`. Goes on where it stopped.

    A company of up to a thousand is one region, and everybody lives the same hour. A larger one is lived region by
    region, a day at a time; nothing is handed from one region to another (see organisation.py).

    Returns NOBODY when done; otherwise what the model must do first (see problems.py): let a table grow, or ask an
    employee who decides in Python.
    """
    c = w.company[0]
    while c.lived < until:
        ends = min(until, (c.lived // STRETCH + 1) * STRETCH)
        while c.region < len(w.regions):
            signal = live_region(w, luck, ends)
            if signal != NOBODY:
                return signal
            c.region += 1
            c.hour = c.lived
        c.region = 0
        c.lived = c.hour = ends
        if c.hour % HOURS_A_WEEK == 0:
            close_the_week(w, luck)
    return NOBODY


@rule
def live_region(w: World, luck: Luck, ends: int) -> int:
    """The people and customers of one region live on until the hour `ends`; returns as `live` does."""
    c = w.company[0]
    while c.hour < ends:
        if c.stage != WORKING:
            signal = customers_come(w, luck)
            if signal != NOBODY:
                return signal
            c.turn = c.seat = 0
            c.turns_from = pick(luck.people.random(), w.regions[c.region].divisions)
            c.stage = WORKING
        signal = people_work(w, luck)
        if signal != NOBODY:
            return signal
        if c.events >= 0 and c.events + 2 * c.open + LINES_AT_ONCE > len(w.events):
            return LOG_IS_FULL
        c.hour += 1
        c.stage = MORNING
        if c.hour % HOURS_A_DAY == 0:
            customers_give_up(w)
    return NOBODY


@rule
def close_the_week(w: World, luck: Luck) -> None:
    """Friday afternoon."""
    customers_reconsider(w, luck)
    books_are_kept(w)
    settle_pay(w, False)
    managers_see_prices(w)
    managers_set_agendas(w)
    people_feel_what_pays(w)
    sight_and_trust_fade(w)
    write_the_week(w)


@loop
def settle_early(w: World) -> None:
    """Pay all open periods for the part that has passed and open new books: before a new contract, or at the end."""
    books_are_brought_up(w)
    settle_pay(w, True)


@loop
def see_prices(w: World) -> None:
    """Everybody reads the contract in force."""
    managers_see_prices(w)
    people_feel_what_pays(w)
