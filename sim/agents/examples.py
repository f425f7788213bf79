"""Ordinary people, desks and customers, made from the defaults: for the examples and tests of the rules in this room.

Each function takes the columns (or facts) that shall differ from the ordinary.
"""

import numpy as np

from sim.agents.guest import Invitation
from sim.agents.reasons import Situation
from sim.parameters import PARAMETERS, declared
from sim.tables import CUSTOMER, DIVISION, EMPLOYEE, MANAGER, PRICE_NAMES, PROBLEM, Row, rows

type Value = float | list[float] | list[int]

A_SITUATION = Situation(
    hours_own=1.0, hours_table=1.5, hours_pass=0.25, hours_ask=0.25, hour=0.0,
    mine=0.0, theirs=0.0, mine_day=0.0, theirs_day=0.0, desk=0.0,
    credit_sell=1.0, credit_own=1.0, credit_pass=1.0, credit_table=1.0,
    score_volleyed=7.0, score_in_turn=7.5, score_table=8.0, score_level=7.0,
    days_volleyed=3.0, days_in_turn=2.0, days_table=1.0, days_level=3.0,
    chance_all_come=0.5, others_needed=1, can_sell=True, can_pass=True, can_ask=True, passes=0, queue_a_head=0.0,
)  # fmt: skip

AN_INVITATION = Invitation(
    credit=0.0, mine=0.0, theirs=0.0, mine_day=0.0, theirs_day=0.0,
    score_in_turn=7.5, score_table=8.0, days_in_turn=2.0, days_table=1.0,
    trust=0.5, hours_away=0.75, help=0.0, hour=0.0,
)  # fmt: skip


def usual(**changed: float) -> Row:
    """The parameters at their defaults."""
    values = {each.name: float(each.default) for each in declared()}
    return filled(PARAMETERS, **(values | changed))


def employee(**columns: Value) -> Row:
    """One who works at effort 1, of skill 1, without habits, whom nothing pays; `own_point=0.4` is felt (utils)."""
    at_first: dict[str, Value] = {"effort": 1.0, "desk_effort": 1.0, "skill": 1.0, "problem": -1}
    return filled(EMPLOYEE, **(at_first | columns))


def manager(**columns: Value) -> Row:
    """One whom nothing pays, with the agenda of such a one: sales and customers alike, and a little politics."""
    at_first: dict[str, Value] = {
        "present": 1, "agenda_sales": 5 / 11, "agenda_customer": 5 / 11, "agenda_politics": 1 / 11,
    }  # fmt: skip
    return filled(MANAGER, **(at_first | columns))


def division(**columns: Value) -> Row:
    """One that works with the divisions 1, 2 and 3 and trusts each by half; beliefs as at the start of a run."""
    at_first: dict[str, Value] = {
        "heads": 4, "partners_known": 3, "partners": [1, 2, 3] + [0] * 13, "trust": 0.5,
        "believed_score": [7.0, 7.5, 8.0], "believed_days": [3.0, 2.0, 1.0],
    }  # fmt: skip
    return filled(DIVISION, **(at_first | columns))


def problem(**columns: Value) -> Row:
    """One of a customer of division 0 that also needs division 1, fresh on the desk of division 0; all luck is nil."""
    at_first: dict[str, Value] = {
        "parts": 2, "needs": [0, 1, 0], "hours": 1.0, "workers": -1, "before": -1, "visits": 1, "together": 1,
    }  # fmt: skip
    return filled(PROBLEM, **(at_first | columns))


def customer(**columns: Value) -> Row:
    """One who is with us, at a satisfaction of 7.5."""
    at_first: dict[str, Value] = {"satisfaction": 7.5, "present": 1}
    return filled(CUSTOMER, **(at_first | columns))


def situation(**facts: float) -> Situation:
    """A problem that needs us for an hour, and one other division, at an empty desk; nothing pays."""
    return Situation(**(A_SITUATION._asdict() | facts))


def invitation(**facts: float) -> Invitation:
    """To a table about a colleague's customer, from somebody trusted by half; nothing pays."""
    return Invitation(**(AN_INVITATION._asdict() | facts))


def filled(dtype: np.dtype[np.void], **columns: Value) -> Row:
    """One row with these columns set, and all others zero; a price that is no column of the row is a felt one."""
    row = rows(dtype, 1)[0]
    for name, value in columns.items():
        if name in PRICE_NAMES:
            row.felt[name] = value
        else:
            row[name] = value
    return row
