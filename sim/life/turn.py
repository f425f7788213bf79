"""What people see who decide in Python (model.py): the loop has stopped at their question."""

from sim.agents.deciding import leanings
from sim.agents.employee import Options
from sim.agents.guest import Invitation
from sim.agents.reasons import Situation
from sim.compiled import loop
from sim.life.desk import situation
from sim.life.meeting import invitation
from sim.life.work import in_view
from sim.tables import World


@loop
def view(w: World, i: int) -> tuple[bool, Situation, Options]:
    """What employee i has in view, if anything, and how attractive each choice is (utils)."""
    j = in_view(w, i)
    see = situation(w, i, max(j, 0), True)
    return j >= 0, see, leanings(w.employees[i], see, w.parameters[0])


@loop
def invited(w: World, g: int) -> Invitation:
    """What employee g sees, whom the host of a table asks to come."""
    return invitation(w, g, w.problems[w.employees[w.company[0].host].problem])
