"""A problem ends, solved or given up: its customer judges, it is counted, and whoever had a part in it is credited."""

import math

from sim.agents.customer import answer, judge, mention_chance, promotes, score
from sim.agents.learning import learn_days, learn_score, treatment_of
from sim.calendar import HOURS_A_DAY
from sim.compiled import rule
from sim.life.attribution import EVERYBODY, credited, is_credited
from sim.life.bookkeeping import count_for, division_week, keeps_divisions, note, this_week
from sim.life.problems import least_handoffs, was_at
from sim.log import EventKind
from sim.tables import DAY_BINS, Raw, Row, World

FIRST_BIN_DAYS = 0.02  # upper edge of the lowest bin of days to solve
BIN_RATIO = 1.15


@rule
def end(w: World, j: int, at: float, gave_up: bool) -> None:
    """The problem is solved or given up: its customer judges, perhaps answers a survey, and may leave at once."""
    c, p, problem = w.company[0], w.parameters[0], w.problems[j]
    days = (at - problem.arrived) / HOURS_A_DAY
    customer = w.customers[problem.customer]
    felt = score(problem, days, gave_up, p)
    asked = problem.luck_survey < c.coverage
    said = answer(problem, felt, c.survey_noise)
    leaves = gave_up and customer.present and problem.luck_leave < p.leave_given_up
    count_end(this_week(w), problem, days, felt, gave_up, leaves)
    if keeps_divisions(w):
        count_end(division_week(w, problem.owner), problem, days, felt, gave_up, leaves)
    note(w, at, problem.id, EventKind.GIVEN_UP if gave_up else EventKind.SOLVED, problem.at, -1, -1)
    judge(customer, felt, p.satisfaction_rate)
    treatment = treatment_of(problem)
    compares = problem.parts > 1  # only where several divisions are needed is there anything to compare
    if compares and not gave_up:
        learn_days(w.divisions[problem.owner], treatment, days, p.learning)
    if asked:
        this_week(w).surveyed += 1
        if keeps_divisions(w):
            division_week(w, problem.owner).surveyed += 1
        if compares:
            learn_score(w.divisions[problem.owner], treatment, said, p.learning)
        note(w, at, problem.id, EventKind.SURVEYED, problem.at, -1, -1)
    credit_divisions(w, problem, days, said, asked, gave_up)
    credit_workers(w, problem, days, felt, said, asked, gave_up)
    if leaves:
        customer.present = 0
        c.customers -= 1
    problem.next = c.free_problem
    c.free_problem = j
    c.free_problems += 1
    c.open -= 1


@rule
def count_end(week: Row, problem: Row, days: float, felt: float, gave_up: bool, leaves: bool) -> None:
    """Count an ended problem in a row of the week (see sim/records/measures for what is made of it)."""
    least = least_handoffs(problem)
    if gave_up:
        week.given_up += 1
    else:
        week.solved += 1
        week.days[day_bin(days)] += 1
    week.handoffs += problem.handoffs
    week.volleys += problem.passes
    week.avoidable += max(problem.handoffs - least, 0)
    week.returns += problem.returns
    week.pingpong += problem.pingpong
    if problem.handoffs == 0:
        week.no_handoff += 1
    elif problem.handoffs == 1:
        week.one_handoff += 1
    elif problem.handoffs == 2:
        week.two_handoffs += 1
    else:
        week.more_handoffs += 1
    if problem.parts > 1:
        week.shared += 1
        if problem.together and problem.handoffs <= least:
            week.joint += 1
        week.tabled += problem.tabled
    week.scores += felt
    balance = promotes(felt)
    if balance > 0:
        week.promoters += 1
    elif balance < 0:
        week.detractors += 1
    week.left += leaves


@rule
def day_bin(days: float) -> int:
    """The logarithmic bin that holds this many working days."""
    if days <= FIRST_BIN_DAYS:
        return 0
    return min(int(1.0 + math.log(days / FIRST_BIN_DAYS) / math.log(BIN_RATIO)), DAY_BINS - 1)


@rule
def credit_divisions(w: World, problem: Row, days: float, said: float, asked: bool, gave_up: bool) -> None:
    """Whose score it counts in: the owner's, that of the last to have it, or of all who touched it, guests too."""
    one = credited(problem, w.company[0].attribution)
    if one != EVERYBODY:
        credit(w.divisions[one].week, days, said, asked, gave_up)
        return
    for k in range(problem.visits):
        credit(w.divisions[problem.visited[k]].week, days, said, asked, gave_up)
    for part in range(problem.parts):
        i = problem.workers[part]
        if i >= 0 and not was_at(problem, w.employees[i].division):  # who only came to a table
            credit(w.divisions[w.employees[i].division].week, days, said, asked, gave_up)


@rule
def credit_workers(w: World, problem: Row, days: float, felt: float, said: float, asked: bool, gave_up: bool) -> None:
    """Those who worked on it share in the score of their division, and a pleased customer may name one of them."""
    named = asked and not gave_up and problem.luck_mention < mention_chance(felt, w.parameters[0])
    for part in range(problem.parts):
        i = problem.workers[part]
        if i >= 0:
            me = w.employees[i]
            if is_credited(problem, me.division, w.company[0].attribution):
                credit(me.books[0], days, said, asked, gave_up)
            if named:
                named = False
                count_for(w, i, Raw.MENTIONS, 1.0)


@rule
def credit(book: Row, days: float, said: float, asked: bool, gave_up: bool) -> None:
    """Enter one ended problem in somebody's raw counts."""
    if not gave_up:
        book[Raw.DAYS] += days
        book[Raw.SOLVED] += 1.0
    if asked:
        book[Raw.SCORES] += said
        book[Raw.ANSWERS] += 1.0
        book[Raw.PROMOTERS] += promotes(said)


@rule
def customers_give_up(w: World) -> None:
    """At the end of the day, customers of the region whose patience has run out give up waiting."""
    c = w.company[0]
    region = w.regions[c.region]
    now = c.hour + 0.0
    for d in range(region.first, region.first + region.divisions):
        division = w.divisions[d]
        before, j, waiting = -1, division.queue_head, division.queue
        for _ in range(waiting):
            problem = w.problems[j]
            after = problem.next
            if problem.gives_up_at <= now and problem.ready_at <= now:
                if before < 0:
                    division.queue_head = after
                else:
                    w.problems[before].next = after
                if j == division.queue_tail:
                    division.queue_tail = before
                division.queue -= 1
                end(w, j, now, True)
            else:
                before = j
            j = after
