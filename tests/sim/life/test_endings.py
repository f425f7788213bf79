"""What an ended problem counts for: the two halves of its hand-offs, and in which silo index its table counts."""

import pytest

from sim.agents.examples import problem
from sim.life.endings import count_end
from sim.tables import WEEK, Row, rows


def counted(gave_up: bool = False, **columns: float) -> Row:
    """A week in which one problem ended that needed divisions 0 and 1 and came in at 0, unless said otherwise."""
    week: Row = rows(WEEK, 1)[0]
    count_end(week, problem(**columns), 1.0, 7.5, gave_up, False)
    return week


@pytest.mark.interpreted
@pytest.mark.parametrize(
    ("columns", "strict", "lenient"),
    [
        ({"tabled": 1, "together": 1}, 1, 1),  # at one table at once
        ({"tabled": 1, "together": 1, "handoffs": 1, "passes": 1}, 0, 1),  # volleyed to the table
        ({"tabled": 1, "together": 1, "handoffs": 1, "passes": 1, "front": 5}, 1, 1),  # forwarded from the wrong door
        ({"tabled": 1, "together": 0, "handoffs": 1}, 0, 1),  # one part was done before
        ({"together": 0, "handoffs": 1}, 0, 0),  # in turn
        ({"tabled": 1, "together": 1, "parts": 1}, 0, 0),  # needed one division only
    ],
)
def test_a_table_counts_strictly_if_all_sat_down_at_once_and_leniently_in_any_case(columns, strict, lenient):
    week = counted(**columns)
    assert (week.joint, week.tabled) == (strict, lenient)
    assert week.shared == (columns.get("parts", 2) > 1)


@pytest.mark.interpreted
@pytest.mark.parametrize("gave_up", [False, True])
def test_what_was_passed_on_unhandled_is_volleyed_whether_solved_or_given_up(gave_up):
    week = counted(gave_up, handoffs=5, passes=3)
    assert (week.handoffs, week.volleys, week.avoidable) == (5, 3, 5)
    assert week.handoffs - week.volleys == 2  # hand-ons
