"""Whoever decides in Python (model.py): what they are shown, and their answers, checked, for the loop to go on with."""

from typing import Protocol

import numpy as np

from sim.agents.employee import NEVER, Options
from sim.agents.guest import Invitation
from sim.agents.manager import Agenda, Outlook, keep_agenda, outlook
from sim.agents.reasons import Situation
from sim.compiled import straight
from sim.life.bookkeeping import GUEST_IS_ASKED, MANAGER_IS_ASKED, NOBODY
from sim.life.turn import invited, view
from sim.simulation import Simulation
from sim.tables import Choice, Row

ROUNDING = 1e-9  # by so much shares may miss to sum to one


class EmployeeMind(Protocol):
    """An employee of the model, as far as it decides."""

    def decide(self, see: Situation) -> Choice:
        """What to do with the problem in view."""

    def comes(self, see: Invitation) -> bool:
        """Whether to come to a colleague's table."""


class ManagerMind(Protocol):
    """A manager of the model, as far as it decides."""

    @property
    def row(self) -> Row:
        """The row of the table."""

    def decide(self, see: Outlook) -> Agenda:
        """The agenda of the next week."""


class Minds:
    """Everybody in a company with a mind of their own, by number."""

    def __init__(self, simulation: Simulation) -> None:
        """Nobody, at first."""
        self.employees: dict[int, EmployeeMind] = {}
        self.managers: dict[int, ManagerMind] = {}
        self.see: Situation | None = None  # what is in view of the employee who is asked just now
        self.options: Options = (NEVER, NEVER, NEVER, NEVER, NEVER)  # and how attractive each choice is
        self._simulation = simulation
        self._view = straight(view, simulation.world, 0)

    @property
    def temperature(self) -> float:
        """Noise in choices now (utils); a parameter that every decision looks at, so read without detour."""
        return float(np.asarray(self._simulation.world.parameters)["temperature"][0])

    def answer(self, signal: int) -> int:
        """The answer of whoever the loop has stopped at (see sim/life/bookkeeping.py).

        Raises ValueError for a choice that cannot be made, or an agenda that is none.
        """
        if signal == GUEST_IS_ASKED:
            return self._guest(int(self._simulation.world.company[0].asked))
        if signal == MANAGER_IS_ASKED:
            self._manager(int(self._simulation.world.company[0].asked))
            return NOBODY
        return self._employee(signal)

    def _employee(self, i: int) -> int:
        world = self._simulation.world
        anything, see, options = self._view(world, i)
        if not anything:
            raise RuntimeError(f"employee {i} was asked with nothing on the desk")
        self.see, self.options = see, options
        chosen = Choice(self.employees[i].decide(see))
        if options[chosen] == NEVER:
            raise ValueError(f"employee {i} cannot {chosen.name.lower()} now: see the -inf in utilities(see)")
        return chosen

    def _guest(self, g: int) -> int:
        return int(bool(self.employees[g].comes(invited(self._simulation.world, g))))

    def _manager(self, d: int) -> None:
        manager = self.managers[d]
        new = Agenda(*manager.decide(outlook(manager.row, float(self._simulation.world.company[0].plan_hours))))
        if not (min(new) >= 0.0 and abs(sum(new) - 1.0) <= ROUNDING):
            raise ValueError(f"the agenda of manager {d} must be shares of one, none below zero: {tuple(new)}")
        keep_agenda(manager.row, new)
