"""One employee's turn from outside the loop: for agents that decide in Python."""

from sim.agents.employee import Situation
from sim.chance import Luck
from sim.compiled import loop
from sim.life.desk import situation
from sim.life.work import begin, in_view
from sim.tables import World


@loop
def problem_in_view(w: World, i: int) -> int:
    """Row of the problem at the head of employee i's queue; -1 if there is none yet."""
    return in_view(w, i)


@loop
def situation_of(w: World, i: int, j: int) -> Situation:
    """What employee i sees with problem j in view."""
    return situation(w, i, j, True)


@loop
def act(w: World, luck: Luck, i: int, chosen: int) -> None:
    """Employee i does what was chosen with that problem."""
    begin(w, luck, i, chosen)
