"""The books: what was counted in the week goes into those of division, unit and company, and into the running pace."""

from sim.compiled import rule
from sim.life.bookkeeping import this_week
from sim.tables import ASKED, COUNTS, DELAY_MOST, Raw, World


@rule
def books_are_brought_up(w: World) -> None:
    """What has been counted this week and is not in the books yet goes into those of division, unit and company."""
    c = w.company[0]
    for d in range(len(w.divisions)):
        division = w.divisions[d]
        unit = w.units[division.unit]
        for k in range(COUNTS):
            count = division.week[k] - division.booked[k]
            division.books[0, k] += count
            unit.books[0, k] += count
            c.books[0, k] += count
            division.booked[k] = division.week[k]


@rule
def books_are_kept(w: World) -> None:
    """The week's counts of every division go into the books, and into the running pace."""
    books_are_brought_up(w)
    answers_are_kept(w)
    touches_are_counted(w)
    c, p = w.company[0], w.parameters[0]
    for k in range(COUNTS):
        c.pace[k] = 0.0
        for u in range(len(w.units)):
            w.units[u].pace[k] = 0.0
    for d in range(len(w.divisions)):
        division = w.divisions[d]
        unit = w.units[division.unit]
        for k in range(COUNTS):
            if not is_asked(k):
                division.pace[k] += p.pace_rate * (division.week[k] - division.pace[k])
        if c.row >= int(p.survey_delay):  # earlier, nothing has come in yet
            news = (c.row - int(p.survey_delay)) % DELAY_MOST
            for k in range(len(ASKED)):
                division.pace[ASKED[k]] += p.pace_rate * (division.recent[news, k] - division.pace[ASKED[k]])
        for k in range(COUNTS):
            unit.pace[k] += division.pace[k]
            c.pace[k] += division.pace[k]
            division.week[k] = division.booked[k] = 0.0


@rule
def touches_are_counted(w: World) -> None:
    """In how many divisions' scores a problem counted lately: more than one, where all who touched it share."""
    c, asked, counted = w.company[0], this_week(w).surveyed, 0.0
    for d in range(len(w.divisions)):
        counted += w.divisions[d].week[Raw.ANSWERS]
    if asked > 0:
        c.touches += w.parameters[0].pace_rate * (counted / asked - c.touches)


@rule
def is_asked(k: int) -> bool:
    """Whether a raw count is of what customers are asked."""
    return bool(Raw.SCORES <= k <= Raw.PROMOTERS)


@rule
def answers_are_kept(w: World) -> None:
    """Remember the week's answers by themselves, in turn, until they have come in."""
    c = w.company[0]
    week = c.row % DELAY_MOST
    for k in range(len(ASKED)):
        c.recent[week, k] = 0.0
        for u in range(len(w.units)):
            w.units[u].recent[week, k] = 0.0
    for d in range(len(w.divisions)):
        division = w.divisions[d]
        unit = w.units[division.unit]
        for k in range(len(ASKED)):
            count = division.week[ASKED[k]]
            division.recent[week, k] = count
            unit.recent[week, k] += count
            c.recent[week, k] += count
