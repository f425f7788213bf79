"""A line of the event log, as the engine writes it. What can be made of a log is in events.py."""

from enum import IntEnum

import numpy as np


class EventKind(IntEnum):
    """What happened to a problem."""

    ARRIVED = 0  # at the division where the customer knocked
    PICKED_UP = 1  # by an employee who looks at it
    PASSED = 2  # volleyed on to `other`, unhandled
    HANDED_ON = 3  # own part done, the rest properly to `other`
    INVITED = 4  # `other` is called to the table
    CAME = 5  # `other` came
    REFUSED = 6  # `other` did not
    SOLVED = 7  # the last part is done, in turn or at a table
    GIVEN_UP = 8  # by the customer
    SURVEYED = 9  # the customer was asked
    TABLE = 10  # a session at one table begins


EVENT: np.dtype[np.void] = np.dtype(
    [
        ("time", "f8"),  # working hours since the start
        ("problem", "i8"),
        ("kind", "i4"),  # EventKind
        ("division", "i4"),  # where it is, who acts
        ("other", "i4"),  # to where it goes, or the guest's division; -1: none
        ("employee", "i4"),  # -1: none
    ],
    align=True,
)
