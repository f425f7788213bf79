"""One employee's turn from outside the loop: for agents that decide in Python."""

from sim.chance import Luck
from sim.compiled import loop
from sim.tables import World
from sim.work import begin, in_view


@loop
def problem_in_view(w: World, i: int) -> int:
    """Row of the problem at the head of employee i's queue; -1 if there is none yet."""
    return in_view(w, i)


@loop
def act(w: World, luck: Luck, i: int, chosen: int) -> None:
    """Employee i does what was chosen with that problem."""
    begin(w, luck, i, chosen)
