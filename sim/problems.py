"""A problem's life: it arrives, waits on a desk, travels, and ends solved or given up. Nothing is lost."""

import math

from sim.agents.customer import answer, judge, mention_chance, promotes, score
from sim.agents.learning import learn_days, learn_score, treatment_of
from sim.calendar import HOURS_A_DAY, HOURS_A_WEEK
from sim.chance import Luck, pick
from sim.compiled import rule
from sim.log import EventKind
from sim.policies.vocabulary import Attribution
from sim.tables import DAY_BINS, PARTS_MOST, VISITS_MOST, Raw, Row, World

NOBODY, LOG_IS_FULL, POOL_IS_FULL = -1, -2, -3  # signals to model.py; others are rows of employees to be asked
MORNING, ARRIVING, WORKING = 0, 1, 2  # stages of an hour

FIRST_BIN_DAYS = 0.02  # upper edge of the lowest bin of days to solve
BIN_RATIO = 1.15
VOLLEYS_END = VISITS_MOST - PARTS_MOST  # after so many divisions nobody volleys a problem any more


@rule
def note(w: World, time: float, problem: int, kind: int, division: int, other: int, employee: int) -> None:
    """Write a line in the event log, if one is kept."""
    c = w.company[0]
    if c.events >= 0:
        line = w.events[c.events]
        line.time = time
        line.problem = problem
        line.kind = kind
        line.division = division
        line.other = other
        line.employee = employee
        c.events += 1


@rule
def queue_up(w: World, j: int, d: int, at: float) -> None:
    """Problem j joins the queue of division d, behind all that lay there before it."""
    problem, division = w.problems[j], w.divisions[d]
    problem.at = d
    problem.ready_at = at
    problem.next = -1
    if division.queue == 0:
        division.queue_head = division.queue_tail = j
    elif w.problems[division.queue_tail].ready_at <= at:
        w.problems[division.queue_tail].next = j
        division.queue_tail = j
    else:
        before, after = -1, division.queue_head
        while w.problems[after].ready_at <= at:
            before, after = after, w.problems[after].next
        problem.next = after
        if before < 0:
            division.queue_head = j
        else:
            w.problems[before].next = j
    division.queue += 1


@rule
def take_head(w: World, d: int) -> int:
    """The longest waiting problem leaves the queue of division d, into somebody's hands."""
    division = w.divisions[d]
    j = division.queue_head
    division.queue_head = w.problems[j].next
    division.queue -= 1
    return int(j)


@rule
def customers_come(w: World, luck: Luck) -> int:
    """Customers of a region come with problems during this hour: Poisson, the same ones under every policy.

    Every draw is made whether or not the customer is still with us, so that a customer who left in one future does not
    change the problems of the others. Goes on where it stopped; returns NOBODY when the hour is done, or what must grow
    first: POOL_IS_FULL, LOG_IS_FULL.
    """
    c, p = w.company[0], w.parameters[0]
    region = w.regions[c.region]
    rate = p.problems_per_customer * region.seats / HOURS_A_WEEK
    if rate <= 0.0:
        return NOBODY
    if c.stage == MORNING:
        c.next_arrival = c.hour + luck.arrivals.standard_exponential() / rate
        c.stage = ARRIVING
    while c.next_arrival < c.hour + 1.0:
        if c.free_problems == 0:
            return POOL_IS_FULL
        if c.events >= 0 and c.events == len(w.events):
            return LOG_IS_FULL
        who = region.first_seat + pick(luck.arrivals.random(), region.seats)
        arrive(w, luck, who, c.next_arrival)
        c.next_arrival += luck.arrivals.standard_exponential() / rate
    return NOBODY


@rule
def arrive(w: World, luck: Luck, who: int, at: float) -> None:
    """A problem as it is made: what it needs, how hard it is, and the luck that it carries with it."""
    c, p = w.company[0], w.parameters[0]
    j = c.free_problem
    problem = w.problems[j]
    problem.id = c.next_id
    c.next_id += 1
    owner = w.customers[who].division
    known = w.divisions[owner].partners_known
    draw = luck.problems
    second, third, door = draw.random(), draw.random(), draw.random()
    which_second, which_third, which_door = draw.random(), draw.random(), draw.random()
    difficulty = draw.gamma(p.difficulty_shape) / p.difficulty_shape
    for part in range(PARTS_MOST):
        problem.hours[part] = p.hours_least + p.hours_mean * difficulty * draw.standard_exponential()
        problem.done[part] = 0
        problem.workers[part] = -1
    problem.gives_up_at = at + p.patience * HOURS_A_DAY * draw.standard_exponential()
    problem.luck_score = draw.standard_normal()
    problem.luck_answer = draw.standard_normal()
    problem.luck_survey = draw.random()
    problem.luck_leave = draw.random()
    problem.luck_mention = draw.random()
    if not w.customers[who].present:
        return

    c.free_problem = problem.next
    c.free_problems -= 1
    c.open += 1
    problem.customer = who
    problem.owner = owner
    problem.needs[0] = owner
    problem.parts = 1
    if known > 0 and second < p.second_division:
        at_slot = pick(which_second, known)
        problem.needs[1] = w.divisions[owner].partners[at_slot]
        problem.parts = 2
        if known > 1 and third < p.third_division:
            further = (at_slot + 1 + pick(which_third, known - 1)) % known
            problem.needs[2] = w.divisions[owner].partners[further]
            problem.parts = 3
    front = owner
    if known > 0 and door >= p.triage:
        front = w.divisions[owner].partners[pick(which_door, known)]
    problem.front = front
    problem.before = -1
    problem.arrived = at
    problem.handoffs = problem.passes = problem.returns = 0
    problem.visits = 1
    problem.visited[0] = front
    problem.pingpong = problem.together = problem.tabled = 0
    problem.harm = 0.0
    w.weeks[c.row].arrived += 1
    note(w, at, problem.id, EventKind.ARRIVED, front, -1, -1)
    queue_up(w, j, front, at)


@rule
def part_of(problem: Row, d: int) -> int:
    """Which part of the problem division d still has to do; -1 if none."""
    for part in range(problem.parts):
        if problem.needs[part] == d and problem.done[part] == 0:
            return part
    return -1


@rule
def next_part(problem: Row) -> int:
    """The first part that is still to do; -1 if all is done."""
    for part in range(problem.parts):
        if problem.done[part] == 0:
            return part
    return -1


@rule
def hand_to(w: World, j: int, to: int, at: float) -> None:
    """The problem moves to another division: a hand-off, properly or not."""
    problem = w.problems[j]
    problem.handoffs += 1
    if problem.before == to:
        problem.pingpong = 1
    seen = False
    for k in range(problem.visits):
        if problem.visited[k] == to:
            seen = True
    if seen:
        problem.returns += 1
    elif problem.visits < VISITS_MOST:
        problem.visited[problem.visits] = to
        problem.visits += 1
    problem.before = problem.at
    queue_up(w, j, to, at)


@rule
def least_handoffs(problem: Row) -> int:
    """Hand-offs that even one table cannot do without: one if the problem came in at a division it does not need."""
    for part in range(problem.parts):
        if problem.needs[part] == problem.front:
            return 0
    return 1


@rule
def day_bin(days: float) -> int:
    """The logarithmic bin that holds this many working days."""
    if days <= FIRST_BIN_DAYS:
        return 0
    return min(int(1.0 + math.log(days / FIRST_BIN_DAYS) / math.log(BIN_RATIO)), DAY_BINS - 1)


@rule
def end(w: World, j: int, at: float, gave_up: bool) -> None:
    """The problem is solved or given up: its customer judges, perhaps answers a survey, and may leave at once."""
    c, p, week, problem = w.company[0], w.parameters[0], w.weeks[w.company[0].row], w.problems[j]
    days = (at - problem.arrived) / HOURS_A_DAY
    customer = w.customers[problem.customer]
    felt = score(problem, days, gave_up, p)
    count_end(week, problem, days, felt, gave_up)
    note(w, at, problem.id, EventKind.GIVEN_UP if gave_up else EventKind.SOLVED, problem.at, -1, -1)
    judge(customer, felt, p.satisfaction_rate)
    treatment = treatment_of(problem)
    compares = problem.parts > 1  # only where several divisions are needed is there anything to compare
    if compares and not gave_up:
        learn_days(w.divisions[problem.owner], treatment, days, p.learning)
    asked = problem.luck_survey < c.coverage
    said = answer(problem, felt, c.survey_noise)
    if asked:
        week.surveyed += 1
        week.answers += said
        if compares:
            learn_score(w.divisions[problem.owner], treatment, said, p.learning)
        note(w, at, problem.id, EventKind.SURVEYED, problem.at, -1, -1)
    credit_divisions(w, problem, days, said, asked, gave_up)
    credit_workers(w, problem, days, felt, said, asked, gave_up)
    if gave_up and customer.present and problem.luck_leave < p.leave_given_up:
        customer.present = 0
        c.customers -= 1
        week.left += 1
    problem.next = c.free_problem
    c.free_problem = j
    c.free_problems += 1
    c.open -= 1


@rule
def count_end(week: Row, problem: Row, days: float, felt: float, gave_up: bool) -> None:
    """Count an ended problem in the week's row (see measures.py for what is made of it)."""
    least = least_handoffs(problem)
    if gave_up:
        week.given_up += 1
    else:
        week.solved += 1
        week.days[day_bin(days)] += 1
    week.handoffs += problem.handoffs
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
    week.scores += felt
    balance = promotes(felt)
    if balance > 0:
        week.promoters += 1
    elif balance < 0:
        week.detractors += 1


@rule
def credit_divisions(w: World, problem: Row, days: float, said: float, asked: bool, gave_up: bool) -> None:
    """Whose score it counts in: the owner's, that of the last to have it, or of all who touched it."""
    rule_of_credit = w.company[0].attribution
    if rule_of_credit == Attribution.OWNER:
        credit(w.divisions[problem.owner].week, days, said, asked, gave_up)
    elif rule_of_credit == Attribution.LAST:
        credit(w.divisions[problem.at].week, days, said, asked, gave_up)
    else:
        for k in range(problem.visits):
            credit(w.divisions[problem.visited[k]].week, days, said, asked, gave_up)


@rule
def is_credited(problem: Row, d: int, attribution: int) -> bool:
    """Whether a problem counts in the score of division d."""
    if attribution == Attribution.OWNER:
        return bool(problem.owner == d)
    if attribution == Attribution.LAST:
        return bool(problem.at == d)
    return True


@rule
def credit_workers(w: World, problem: Row, days: float, felt: float, said: float, asked: bool, gave_up: bool) -> None:
    """Those who worked on it share in the score of their division, and a pleased customer may name one of them."""
    named = asked and not gave_up and problem.luck_mention < mention_chance(felt)
    for part in range(problem.parts):
        i = problem.workers[part]
        if i >= 0:
            me = w.employees[i]
            if is_credited(problem, me.division, w.company[0].attribution):
                credit(me.books[0], days, said, asked, gave_up)
            if named:
                named = False
                me.books[0, Raw.MENTIONS] += 1.0
                w.divisions[me.division].week[Raw.MENTIONS] += 1.0


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
