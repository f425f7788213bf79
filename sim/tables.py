"""The columns of everything the model remembers: one dtype for each kind of row. This file is the data dictionary.

Rules read a row as `me.trust`. Times are working hours since the start. Money is in euro. A row number of -1 means
nobody, nowhere or nothing. Raw counts (see `Raw`) are what pay and standings are computed from.

A rule is given rows, or the whole `World` and row numbers. Some names are one letter, everywhere the same: `w` the
world, `c` the row of the company, `p` that of the parameters; `i` the row number of an employee (`g` of a guest at a
table), `j` of a problem, `d` of a division, `u` of a unit; `k` whatever is counted through.
"""

from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import DTypeLike, NDArray

type Rows = np.recarray[Any, Any]
"""A table. Its rows are records: `table[i].column`."""

type Row = Any
"""One row of a table (or an array in it): the columns have their types at run time, in the dtypes below."""


class Choice(IntEnum):
    """What an employee can do with a problem: leave it for an hour and sell, three ways to handle it, or idle."""

    SELL = 0
    OWN_PART = 1
    PASS_ON = 2
    TABLE = 3
    IDLE = 4


class Task(IntEnum):
    """What an employee's hours are spent on. The first four follow from a choice, and so does idling."""

    SELLING = 0
    OWN_PART = 1
    PASSING = 2
    TABLE = 3
    ASKING = 4
    GUEST = 5
    DISPUTE = 6
    WAITING = 7
    IDLING = 8


class Treatment(IntEnum):
    """How a problem was handled, as far as its customer can tell; divisions learn a score for each."""

    VOLLEYED = 0
    IN_TURN = 1
    TABLE = 2


class Raw(IntEnum):
    """What is counted of a person's or a division's work; the metrics of pay contracts are made from these."""

    SALES = 0  # euro sold
    BOUGHT = 1  # euro that the own customers bought again
    SCORES = 2  # sum of survey answers, 0-10
    ANSWERS = 3  # number of survey answers
    PROMOTERS = 4  # promoters less detractors among the answers
    OFF_DESK = 5  # problems that left the desk
    DAYS = 6  # working days to solve, summed over solved problems
    SOLVED = 7  # number of solved problems behind DAYS
    MENTIONS = 8  # times named by a customer
    NOMINATIONS = 9  # times named by a colleague
    HELP = 10  # hours given at other divisions' tables


class Flow(IntEnum):
    """What goes from division to division and is counted by week, where that is asked for."""

    HANDOFF = 0  # a problem, properly or not
    HELP = 1  # from the host who called to the guest who came
    VOLLEY = 2  # those hand-offs whose sender did nothing to the problem


COUNTS = len(Raw)
ASKED = (Raw.SCORES, Raw.ANSWERS, Raw.PROMOTERS)  # counts that come in with the survey's delay
DELAY_MOST = 13  # weeks of delay that are remembered
WAYS = 3  # to handle a problem: own part, pass on, table
PARTNERS_MOST = 16  # other divisions that one division works with
VISITS_MOST = 24  # divisions that a problem remembers having seen; volleying ends well before
PARTS_MOST = 3  # divisions that a problem can need
DAY_BINS = 80  # logarithmic bins for days to solve
LINES_AT_FIRST = 4096  # of an event log that begins
LINES_AT_ONCE = 64  # free lines of the event log without which nobody begins a turn
PERIODS = 3  # month, quarter, year

_REAL, _WHOLE, _FLAG = "f8", "i4", "i1"
_RAW = (_REAL, (COUNTS,))
_BOOKS = (_REAL, (PERIODS, COUNTS))
_RECENT = (_REAL, (DELAY_MOST, len(ASKED)))


def _table(*columns: tuple[str, DTypeLike] | tuple[str, DTypeLike, tuple[int, ...]]) -> np.dtype[np.void]:
    return np.dtype(list(columns), align=True)


# What the outcomes of one's own acts are worth: euro to the person paid (price list) or utils as felt (felt prices).
PRICE_NAMES = (
    "hour",  # an hour of selling
    "own_point",  # a point of satisfaction of our own customer, for one problem
    "unit_point",  # the same, of a colleague's customer in our unit
    "out_point",  # the same, outside our unit
    "own_day",  # a working day sooner, our own customer's problem
    "unit_day",
    "out_day",
    "desk",  # a problem off the desk
    "help",  # an hour of help given
)
PRICES = _table(*((name, _REAL) for name in PRICE_NAMES))

# The columns that every turn touches come first: in a company of 100,000 a row is fetched from memory each hour.
EMPLOYEE = _table(
    ("free_at", _REAL),  # hour at which the task in hand ends
    ("task", _WHOLE),  # Task
    ("problem", _WHOLE),  # in hand
    ("division", _WHOLE),
    ("decides_in_python", _FLAG),  # a subclass of the Mesa agent has its own mind (model.py)
    ("comes_in_python", _FLAG),  # and its own manners, when invited
    ("kind", _FLAG),  # of reciprocator, see people.py
    ("effort", _REAL),  # at selling
    ("desk_effort", _REAL),  # at problems
    ("skill", _REAL),  # factor on speed
    ("courtesy", _REAL),  # utils
    ("reciprocity", _REAL),  # utils
    ("sells", _REAL),  # chance to sell in an hour at an empty desk, and not to idle
    ("hours", _REAL, (len(Task),)),  # spent so far, by Task
    ("habits", _REAL, (WAYS,)),  # how often lately, of the ways to handle a problem, from OWN_PART on; sums to one
    ("felt", PRICES),  # utils for one style-unit, own money, meaning and the manager's together
    ("credit", _REAL),  # euro of own pay that hangs on a sale's credit
    ("books", *_BOOKS),  # raw counts of the open month, quarter and year
    ("prices", PRICES),  # euro, by the own contract
    ("before", PRICES),  # euro, as believed when the contract changed
    ("money_weight", _REAL),  # utils a monthly salary
    ("meaning_weight", _REAL),  # utils a point
    ("in_group", _REAL),  # share
    ("help_effort", _REAL),  # at a table of a colleague in our unit
    ("pay", _REAL),  # variable pay received so far
    # What only some rules of decision use (agents/deciding.py); by Choice, in utils a choice:
    ("brought", _REAL, (len(Choice),)),  # what each lately brought
    ("coming_brought", _REAL),  # and coming to a table
    ("fared", _REAL),  # and all that one did
    ("at_stake", _REAL, (2,)),  # what the table brings that one calls: if it is held, and if not
    ("way", _REAL, (len(Choice),)),  # how often one makes each choice; sums to one
    ("comes", _REAL),  # chance that one comes when asked
)

MANAGER = _table(
    ("division", _WHOLE),
    ("present", _FLAG),  # 0: the division manages itself
    ("decides_in_python", _FLAG),
    ("money_weight", _REAL),
    ("status_weight", _REAL),
    ("agenda_sales", _REAL),
    ("agenda_customer", _REAL),
    ("agenda_politics", _REAL),
    ("prices", PRICES),  # euro
    ("before", PRICES),  # euro, as believed when the contract changed
    ("felt", PRICES),  # utils
    ("credit", _REAL),  # euro that hangs on whose success a problem is
    ("expected", _REAL),  # variable pay that the open period promises, euro a month
    ("behind", _REAL),  # share of the managers one compares with who can expect more, near ones in part
    ("contest", _REAL),  # utils: what pays for its standing among the others alone
    ("disputes", _REAL),  # hours this week
    ("pay", _REAL),
    ("way", _REAL, (3,)),  # shares of sales, customer and politics that one copies; only for imitation
)

DIVISION = _table(
    ("unit", _WHOLE),
    ("first", _WHOLE),  # employees are rows first .. first + heads - 1
    ("heads", _WHOLE),
    ("queue_head", _WHOLE),
    ("queue_tail", _WHOLE),
    ("queue", _WHOLE),  # problems waiting
    ("closing", _WHOLE),  # first of the problems that a table here is about to solve
    ("partners_known", _WHOLE),
    ("believed_score", _REAL, (len(Treatment),)),
    ("believed_days", _REAL, (len(Treatment),)),
    ("partners", _WHOLE, (PARTNERS_MOST,)),  # divisions we work with
    ("trust", _REAL, (PARTNERS_MOST,)),  # how likely we think that they come when we ask
    ("week", *_RAW),  # raw counts of this week
    ("booked", *_RAW),  # what of them is in the books already: the contract changed in mid-week
    ("pace", *_RAW),  # running weekly mean of the raw counts
    ("books", *_BOOKS),
    ("recent", *_RECENT),  # survey counts of the latest weeks, in turn: what is not known yet
    ("customers", _WHOLE),  # present
    ("effort", _REAL),  # mean over the division, last week
    ("waiting", _REAL),  # problems in the queue on Fridays, running mean
    ("stand_ins", _REAL),  # called in because of them, in heads
)

UNIT = _table(
    ("first", _WHOLE),  # employees are rows first .. first + heads - 1
    ("heads", _WHOLE),
    ("divisions", _WHOLE),
    ("pace", *_RAW),
    ("books", *_BOOKS),
    ("recent", *_RECENT),
)

# Neighbours in the tree, lived through together for some hours, so that a large company's tables stay in the cache.
REGION = _table(
    ("first", _WHOLE),  # divisions are rows first .. first + divisions - 1
    ("divisions", _WHOLE),
    ("first_place", _WHOLE),  # and places for customers in the market likewise
    ("places", _WHOLE),
)

PROBLEM = _table(
    ("ready_at", _REAL),  # when it lies on the desk where it is; at a table: when it is solved
    ("next", _WHOLE),  # in the queue, among those closing, or in the list of free rows
    ("owner", _WHOLE),  # division
    ("parts", _WHOLE),  # divisions needed
    ("visits", _WHOLE),
    ("passes", _WHOLE),
    ("needs", _WHOLE, (PARTS_MOST,)),  # which divisions
    ("done", _WHOLE, (PARTS_MOST,)),  # 1 where the part is done
    ("hours", _REAL, (PARTS_MOST,)),
    ("id", "i8"),
    ("at", _WHOLE),  # division
    ("before", _WHOLE),  # division it came from
    ("front", _WHOLE),  # division where it came in
    ("customer", _WHOLE),
    ("handoffs", _WHOLE),
    ("returns", _WHOLE),
    ("pingpong", _FLAG),
    ("together", _FLAG),  # solved in one session with all divisions needed
    ("tabled", _FLAG),
    ("workers", _WHOLE, (PARTS_MOST,)),  # who did it
    ("arrived", _REAL),
    ("gives_up_at", _REAL),
    ("harm", _REAL),  # points lost to hurry and sabotage, less what helping effort added
    ("luck_score", _REAL),  # standard normal
    ("luck_answer", _REAL),
    ("luck_survey", _REAL),  # uniform
    ("luck_leave", _REAL),
    ("luck_mention", _REAL),
    ("visited", _WHOLE, (VISITS_MOST,)),
)

CUSTOMER = _table(
    ("satisfaction", "f4"),
    ("division", _WHOLE),
    ("present", _FLAG),
)

COMPANY = _table(
    ("people", _WHOLE),
    ("lived", _WHOLE),  # hours that everybody has lived, since the start
    ("hour", _WHOLE),  # hour that is being lived
    ("region", _WHOLE),  # by whom
    ("stage", _WHOLE),  # where in the hour we are (see day.py)
    ("turn", _WHOLE),  # whose turn it is among the region's divisions
    ("turns_from", _WHOLE),
    ("member", _WHOLE),  # and among the employees of that division
    ("members_from", _WHOLE),
    ("host", _WHOLE),  # employee whose guests are being invited
    ("part", _WHOLE),  # of the problem, for which somebody is
    ("guests", _WHOLE, (PARTS_MOST,)),  # who, by part
    ("managers_asked", _WHOLE),  # on Friday, about their agendas
    ("asked", _WHOLE),  # row of the guest or manager whom Python decides for
    ("answer", _WHOLE),  # of whoever was asked
    ("row", _WHOLE),  # of the week being written
    ("next_arrival", _REAL),
    ("next_id", "i8"),
    ("free_problem", _WHOLE),
    ("free_problems", _WHOLE),
    ("open", _WHOLE),
    ("customers", _WHOLE),
    ("lagged", _REAL),  # satisfaction that shows in buying
    ("satisfaction", _REAL),  # mean of customers present
    ("events", _WHOLE),  # rows written in the event log; -1: no log is kept
    ("attribution", _WHOLE),
    ("touches", _REAL),  # in how many divisions' scores a problem counts, running mean
    ("coverage", _REAL),
    ("survey_noise", _REAL),
    ("salary", _REAL, (2,)),  # by Role, as a share of the standard salary
    ("agreed", _REAL, (2,)),  # what the contract promised in all when it began, likewise; 0: the salary is fixed
    ("belief", _REAL, (2,)),  # how far people believe that the contract pays what it says, 0-1
    ("period_began", _WHOLE, (PERIODS,)),  # hour
    ("period_ends", _WHOLE, (PERIODS,)),
    ("period_share", _REAL, (PERIODS,)),  # of a whole calendar period; below 1 after a change of contract
    ("pace", *_RAW),
    ("books", *_BOOKS),
    ("recent", *_RECENT),
    # plan: what is expected of a head in a week
    ("plan_problems", _REAL),  # problems owned
    ("plan_sales", _REAL),
    ("plan_margin", _REAL),
    ("plan_hours", _REAL),  # mean hours of a part
    ("plan_parts", _REAL),
)

_COUNTS = (
    "arrived", "solved", "given_up", "handoffs", "volleys", "avoidable", "returns", "pingpong",
    "no_handoff", "one_handoff", "two_handoffs", "more_handoffs", "shared", "joint", "tabled",
    "sell", "own_part", "pass_on", "table", "idle", "asked_in", "came_in", "asked_out", "came_out",
    "promoters", "detractors", "surveyed", "backlog", "customers", "left", "joined", "sales_made",
    "disputes", "decisions",
)  # fmt: skip
_SUMS = (
    "scores", "sold", "bought_again", "base_pay", "bonus", "dispute_hours", "effort", "trust",
    "agenda_sales", "agenda_customer", "agenda_politics", "stand_in_hours", "stand_in_pay",
)  # fmt: skip

WEEK = _table(
    ("week", _WHOLE),  # since the start; the run's own calendar may call a later one week 0
    *((name, "i8") for name in _COUNTS),
    *((name, _REAL) for name in _SUMS),
    ("hours", _REAL, (len(Task),)),
    ("days", "i4", (DAY_BINS,)),
)


# Where one person stands with one term of the contract: made anew for each price list and each payday.
STANDING = _table(
    ("heads", _REAL),  # who share the level
    ("weeks", _REAL),  # length of the open period
    ("near", _REAL),  # share of the divisions one works with that are in one's unit
    ("level", _REAL),  # expected at its end; on payday: reached
    ("sd", _REAL),  # doubt about it
    ("move", _REAL),  # how far what is looked at would move it
    ("rivals", _WHOLE),  # how many others are ranked
    ("others", _REAL),  # mean level of those ranked
    ("rival_move", _REAL),  # how far it would move that
    ("later", _REAL),  # the same of the period that comes next
    ("later_sd", _REAL),
    ("later_move", _REAL),
    ("later_others", _REAL),
    ("later_rival_move", _REAL),
    ("ahead", _REAL),  # how many rivals rank above, ties half
    ("touched", _FLAG),  # what is looked at moves a level of the same metric
    ("open", _REAL),  # chance that all gates on the metric open, at the first of them
    ("opens", _REAL, (2,)),  # the same if nothing is moved, in this period and the next
    ("pays", _REAL, (2,)),  # euro expected if nothing is moved, the gates on the same metric considered
    ("paid", _REAL),  # euro
)


class World(NamedTuple):
    """Everything that a run remembers. A snapshot is a copy of these tables (and of the random streams)."""

    company: Rows  # COMPANY, one row
    parameters: Rows  # PARAMETERS, one row
    units: Rows
    regions: Rows
    divisions: Rows
    managers: Rows  # one a division, same row number
    employees: Rows
    customers: Rows
    problems: Rows  # a pool of rows, used again
    weeks: Rows
    division_weeks: Rows  # WEEK by week and division; (0, 0) where it is not kept
    flows: NDArray[np.int32]  # by week, Flow, division from and division to; empty where they are not kept
    terms: Rows  # the policy's pay contract, TERM
    spans: NDArray[np.int64]  # (2 roles, 2) first and last row of each role's terms
    references: NDArray[np.float64]  # (divisions, terms) level from which a term counts; 0 where it is a level itself
    events: Rows  # EVENT, grown by the model when full
    standings: Rows  # STANDING, one a term of the longest contract; scratch space, like the next two
    so_far: NDArray[np.float64]  # (COUNTS,) raw counts of an open period
    foreseen: NDArray[np.float64]  # (COUNTS,) the same as expected at its end


def rows(dtype: np.dtype[np.void], shape: int | tuple[int, ...]) -> Rows:
    """A new table of that many rows, all zero.

    Made empty and then cleared, because NumPy asks for huge pages only so: the tables of a company of 100,000 are
    looked up all over memory, and with small pages finding the page costs more than the row.
    """
    table = np.empty(shape, dtype)
    table.reshape(-1).view(np.uint8)[:] = 0
    return table.view(np.recarray)
