"""The order of life in the company, hour by hour: the table of contents of the model.

Friday afternoon has a list of steps of its own: friday.py.

What is everywhere has a name of one letter: `w` is the world (all tables), `c` the company's row, `p` the parameters;
`i` and `g` number an employee and a guest, `d` a division, `j` a problem, and `k` counts through a list.
"""

from sim.calendar import HOURS_A_DAY, HOURS_A_WEEK
from sim.chance import Luck, pick
from sim.compiled import loop, rule
from sim.life.arrivals import MORNING, WORKING, customers_come
from sim.life.bookkeeping import LOG_IS_FULL, NEXT_REGION, NOBODY, hour_fits_the_log
from sim.life.books import books_are_brought_up
from sim.life.endings import customers_give_up
from sim.life.friday import close_the_week, managers_see_prices, people_feel_what_pays
from sim.life.work import MANY, people_work
from sim.pay.agreeing import agree_salaries, set_references
from sim.pay.payday import settle_pay
from sim.tables import World


@loop
def live(w: World, luck: Luck, until: int) -> int:
    """The company lives until the hour `until`, and goes on where it stopped.

    Region by region (most companies are one region), at most a week at a time; on Friday afternoon the week is closed.
    Returns NOBODY when the hours are lived; otherwise what must be done before it can go on (see bookkeeping.py): let a
    table grow, ask somebody who decides in Python, or call it with the luck of the region whose turn it is. After
    the last region comes the first again, whose luck is the market's too.
    """
    c = w.company[0]
    while c.lived < until:
        ends = min(until, (c.lived // HOURS_A_WEEK + 1) * HOURS_A_WEEK)
        if c.region < len(w.regions):
            signal = live_on(w, luck, ends)
            if signal != NOBODY:
                return signal
            c.region += 1
            c.hour = c.lived
            if len(w.regions) > 1:
                return NEXT_REGION
        c.hour = ends
        if ends % HOURS_A_WEEK == 0:
            signal = close_the_week(w, luck)
            if signal != NOBODY:
                return signal
        c.region = 0
        c.lived = ends
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
            c.turn = c.member = 0
            c.turns_from = pick(luck.people.random(), w.regions[c.region].divisions)
            c.members_from = pick(luck.people.random(), MANY)
            c.stage = WORKING
        signal = people_work(w, luck)
        if signal != NOBODY:
            return signal
        if not hour_fits_the_log(w):
            return LOG_IS_FULL
        c.hour += 1
        c.stage = MORNING
        if c.hour % HOURS_A_DAY == 0:
            customers_give_up(w)
    return NOBODY


@loop
def settle_early(w: World) -> None:
    """Pay all open periods for the part that has passed and open new books: before a new contract, or at the end."""
    books_are_brought_up(w)
    settle_pay(w, True)


@loop
def begin_contract(w: World) -> None:
    """A contract begins: the levels that its terms count from, and the salary at which it is agreed."""
    set_references(w)
    agree_salaries(w)


@loop
def see_prices(w: World) -> None:
    """Everybody reads the contract in force."""
    managers_see_prices(w)
    people_feel_what_pays(w)
