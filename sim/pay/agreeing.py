"""A contract begins: from which levels its terms count, and the salary at which it is agreed.

People take part if the contract promises what they can expect elsewhere (the participation constraint of every model of
incentives). So a contract that says what it pays in all is topped up by a salary until it promises just that, at the
standing on its first day. Policies then cost the same to begin with, and what one costs more later is what it paid for.
"""

from sim.compiled import rule
from sim.pay.periods import weeks_in
from sim.pay.prices import promised
from sim.pay.standings import later_level, see_standings
from sim.policies.vocabulary import Above, Role
from sim.tables import World


@rule
def set_references(w: World) -> None:
    """The levels on the first day, by division: a person's own counts from that of the division."""
    for i in range(len(w.terms)):
        term = w.terms[i]
        for d in range(len(w.divisions)):
            w.references[d, i] = 0.0
            if term.above != Above.NOWHERE:
                heads = float(w.divisions[d].heads)
                w.references[d, i] = later_level(w, d, heads, term.scope, weeks_in(term.period), term.metric)


@rule
def agree_salaries(w: World) -> None:
    """What a contract promises behind its salary, in the mean over all who have it, is taken off what was agreed."""
    c, p = w.company[0], w.parameters[0]
    if c.agreed[Role.MANAGER] > 0.0:
        total, managers = 0.0, 0
        for d in range(len(w.divisions)):
            if w.managers[d].present:
                division = w.divisions[d]
                see_standings(w, Role.MANAGER, d, division.books, float(division.heads), True)
                total += promised(w, Role.MANAGER, True)
                managers += 1
        variable = total / max(managers, 1) / p.manager_salary
        c.salary[Role.MANAGER] = max(c.agreed[Role.MANAGER] - variable, 0.0)
    if c.agreed[Role.EMPLOYEE] > 0.0:
        total = 0.0
        for i in range(len(w.employees)):
            me = w.employees[i]
            see_standings(w, Role.EMPLOYEE, me.division, me.books, 1.0, True)
            total += promised(w, Role.EMPLOYEE, True)
        variable = total / len(w.employees) / p.employee_salary
        c.salary[Role.EMPLOYEE] = max(c.agreed[Role.EMPLOYEE] - variable, 0.0)
