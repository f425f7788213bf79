"""The order of life in the company, hour by hour: the table of contents of the model."""

from sim.calendar import HOURS_A_DAY, HOURS_A_WEEK
from sim.chance import Luck, pick
from sim.compiled import loop, rule
from sim.life.arrivals import MORNING, WORKING, customers_come
from sim.life.endings import customers_give_up
from sim.life.friday import (
    books_are_brought_up,
    books_are_kept,
    customers_reconsider,
    managers_see_prices,
    managers_set_agendas,
    people_feel_what_pays,
    sight_and_trust_fade,
)
from sim.life.scoreboard import write_the_week
from sim.life.signals import LOG_IS_FULL, NOBODY
from sim.life.work import MANY, people_work
from sim.pay.payday import settle_pay
from sim.tables import LINES_AT_ONCE, World


@loop
def live(w: World, luck: Luck, until: int) -> int:
    """A company of one region lives hour by hour until the hour `until`. Goes on where it stopped.

    Returns NOBODY when done; otherwise what the model must do first (see signals.py): let a table grow, or ask an
    employee who decides in Python. How larger companies live: see simulation.py.
    """
    c = w.company[0]
    while c.lived < until:
        ends = min(until, (c.lived // HOURS_A_WEEK + 1) * HOURS_A_WEEK)
        signal = live_on(w, luck, ends)
        if signal != NOBODY:
            return signal
        everybody_lived(w, luck, ends)
    return NOBODY


@rule
def live_on(w: World, luck: Luck, ends: int) -> int:
    """The people and customers of the region whose turn it is live on until the hour `ends`; returns as `live` does."""
    c = w.company[0]
    while c.hour < ends:
        if c.stage != WORKING:
            signal = customers_come(w, luck)
            if signal != NOBODY:
                return signal
            c.turn = c.seat = 0
            c.turns_from = pick(luck.people.random(), w.regions[c.region].divisions)
            c.seats_from = pick(luck.people.random(), MANY)
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
def everybody_lived(w: World, luck: Luck, ends: int) -> None:
    """All regions have lived until the hour `ends`; on Friday the week is closed."""
    c = w.company[0]
    c.region = 0
    c.lived = c.hour = ends
    if ends % HOURS_A_WEEK == 0:
        close_the_week(w, luck)


@loop
def live_region(w: World, luck: Luck, ends: int) -> int:
    """`live_on` by itself, for a company of several regions."""
    return live_on(w, luck, ends)


@loop
def meet(w: World, luck: Luck, ends: int) -> None:
    """`everybody_lived` by itself."""
    everybody_lived(w, luck, ends)


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
