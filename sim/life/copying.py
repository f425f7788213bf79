"""Where people decide by imitation: once a week they may look at a colleague, and may try something else."""

from sim.agents.deciding import Rule
from sim.agents.imitation import (
    CHOICES,
    LOOKS,
    SUBJECTS,
    TRIES,
    agenda_brings,
    chance_to_copy,
    copy_employee,
    copy_manager,
    try_employee,
    try_manager,
)
from sim.agents.manager import outlook
from sim.chance import Luck, pick
from sim.compiled import routine, rule
from sim.tables import World


@rule
def managers_copy(w: World, luck: Luck) -> None:
    """Managers may take over what the weeks of another go to, among those they work with."""
    if int(w.parameters[0].rule) == Rule.IMITATION:
        for d in range(len(w.divisions)):
            manager_looks_round(w, luck, d)


@rule
def people_copy(w: World, luck: Luck) -> None:
    """Employees may take over the way of a colleague of their division."""
    if int(w.parameters[0].rule) == Rule.IMITATION:
        for i in range(len(w.employees)):
            employee_looks_round(w, luck, i)


@routine
def manager_looks_round(w: World, luck: Luck, d: int) -> None:
    """The manager of division d may copy one of the others, and may try something else."""
    me, division, c, p = w.managers[d], w.divisions[d], w.company[0], w.parameters[0]
    if not me.present:
        return
    if division.partners_known > 0 and luck.people.random() < LOOKS:
        other = w.managers[division.partners[pick(luck.people.random(), division.partners_known)]]
        mine = agenda_brings(outlook(me, c.plan_hours))
        theirs = agenda_brings(outlook(other, c.plan_hours))
        if other.present and luck.people.random() < chance_to_copy(theirs, mine, p.temperature):
            copy_manager(me, other)
    if luck.people.random() < TRIES:
        try_manager(me, pick(luck.people.random(), SUBJECTS))


@routine
def employee_looks_round(w: World, luck: Luck, i: int) -> None:
    """Employee i may copy a colleague of the same division, and may try something else."""
    me, p = w.employees[i], w.parameters[0]
    division = w.divisions[me.division]
    if luck.people.random() < LOOKS:
        colleague = w.employees[division.first + pick(luck.people.random(), division.heads)]
        if luck.people.random() < chance_to_copy(colleague.fared, me.fared, p.temperature):
            copy_employee(me, colleague)
    if luck.people.random() < TRIES:
        try_employee(me, pick(luck.people.random(), CHOICES), luck.people.random() < 0.5)
