"""Friday afternoon, step by step: STEPS at the end is the order.

A mechanism of the week adds a step: a rule that takes the world and the luck, and a line in STEPS. The steps are put
together before they are compiled, so that their order costs nothing.
"""

from sim.agents.deciding import set_agenda
from sim.agents.effort import exert
from sim.agents.employee import chance_to_sell
from sim.agents.feelings import feel_as_employee
from sim.agents.learning import forget
from sim.agents.manager import NEAR, chance_ahead, feel_as_manager
from sim.calendar import WEEKS_A_MONTH
from sim.chance import Luck
from sim.compiled import in_order, rule
from sim.life.bookkeeping import MANAGER_IS_ASKED, NOBODY, division_week, keeps_divisions, this_week
from sim.life.books import books_are_kept
from sim.life.copying import managers_copy, people_copy
from sim.life.market import customers_buy_again, customers_reconsider
from sim.life.staffing import stand_ins_come_and_go
from sim.pay.outcomes import choices_weighed, hours_a_choice
from sim.pay.payday import settle_pay
from sim.pay.prices import price_list, promised
from sim.policies.vocabulary import Role
from sim.tables import Treatment, World


@rule
def pay_is_settled(w: World) -> None:
    """Whatever month, quarter or year ends today is paid."""
    settle_pay(w, False)


@rule
def news_of_pay_spreads(w: World) -> None:
    """From week to week, more people believe that a contract pays what it says."""
    c, p = w.company[0], w.parameters[0]
    for role in range(2):
        c.belief[role] += p.belief_weekly * (1.0 - c.belief[role])


@rule
def managers_see_prices(w: World) -> None:
    """Managers look at the scoreboard and see what would pay them, and how they stand among those they work with."""
    c, p = w.company[0], w.parameters[0]
    for d in range(len(w.divisions)):
        me, division = w.managers[d], w.divisions[d]
        me.credit = price_list(w, Role.MANAGER, d, division.books, float(division.heads), me.prices)
        me.expected = promised(w, Role.MANAGER, False)
    for d in range(len(w.divisions)):
        me, division = w.managers[d], w.divisions[d]
        me.behind = chance_behind(w, d)
        utils = me.money_weight / p.manager_salary * choices_weighed(c) * division.heads
        feel_as_manager(me, utils, c.belief[Role.MANAGER], division.partners_known, p)


@rule
def chance_behind(w: World, d: int) -> float:
    """Share of the managers whom the one of division d works with that will be paid more, as far as can be told."""
    division = w.divisions[d]
    if division.partners_known == 0:
        return 0.0
    near = NEAR * w.parameters[0].manager_salary
    total = 0.0
    for slot in range(division.partners_known):
        total += chance_ahead(w.managers[division.partners[slot]].expected, w.managers[d].expected, near)
    return total / division.partners_known


@rule
def managers_set_agendas(w: World) -> None:
    """Managers move their agenda towards what pays. Who decides in Python does so right after."""
    for d in range(len(w.divisions)):
        if not w.managers[d].decides_in_python:
            set_agenda(w.managers[d], w.company[0].plan_hours, w.parameters[0])


@rule
def people_feel_what_pays(w: World) -> None:
    """Employees see their own price list and feel the manager's; effort follows."""
    c, p = w.company[0], w.parameters[0]
    style = choices_weighed(c)
    for d in range(len(w.divisions)):
        division, boss = w.divisions[d], w.managers[d]
        total = 0.0
        for i in range(division.first, division.first + division.heads):
            me = w.employees[i]
            me.credit = price_list(w, Role.EMPLOYEE, d, me.books, 1.0, me.prices)
            feel_as_employee(me, boss, me.money_weight / p.employee_salary * style, c.belief[Role.EMPLOYEE], p)
            me.sells = chance_to_sell(me.felt.hour, p)
            days = division.believed_days[Treatment.IN_TURN]
            exert(me, c.plan_hours, hours_a_choice(c), days, c.plan_parts, p)
            total += 0.5 * (me.effort + me.desk_effort)
        division.effort = total / division.heads


@rule
def sight_and_trust_fade(w: World) -> None:
    """Without news, people lose sight of customers, and trust drifts back to where strangers begin."""
    p = w.parameters[0]
    for d in range(len(w.divisions)):
        division = w.divisions[d]
        forget(division, p.sight_fade)
        for slot in range(division.partners_known):
            division.trust[slot] += p.trust_fade * (p.trust_start - division.trust[slot])


@rule
def the_week_is_written(w: World) -> None:
    """Fill in the states at the end of the week, and open the next row."""
    c, week = w.company[0], this_week(w)
    week.backlog = c.open
    week.customers = c.customers
    people, managers, divisions = len(w.employees), 0, len(w.divisions)
    trust, links = 0.0, 0
    for d in range(divisions):
        division, manager = w.divisions[d], w.managers[d]
        managers += manager.present
        week.effort += division.effort * division.heads / people
        week.agenda_sales += manager.agenda_sales / divisions
        week.agenda_customer += manager.agenda_customer / divisions
        week.agenda_politics += manager.agenda_politics / divisions
        for slot in range(division.partners_known):
            trust += division.trust[slot]
            links += 1
    week.trust = trust / links if links > 0 else w.parameters[0].trust_start
    week.base_pay = salaries(w, people, managers)
    if keeps_divisions(w):
        for d in range(divisions):
            division_is_written(w, d)
    c.row += 1
    this_week(w).week = c.row


@rule
def salaries(w: World, employees: int, managers: int) -> float:
    """What so many people earn in a week without anything variable (euro)."""
    c, p = w.company[0], w.parameters[0]
    of_employees = employees * c.salary[Role.EMPLOYEE] * p.employee_salary
    return (of_employees + managers * c.salary[Role.MANAGER] * p.manager_salary) / WEEKS_A_MONTH


@rule
def division_is_written(w: World, d: int) -> None:
    """The same for one division, where weeks are kept division by division."""
    c, division, manager, week = w.company[0], w.divisions[d], w.managers[d], division_week(w, d)
    week.week = c.row
    week.backlog = division.queue
    week.effort = division.effort
    week.agenda_sales = manager.agenda_sales
    week.agenda_customer = manager.agenda_customer
    week.agenda_politics = manager.agenda_politics
    week.trust = 0.0 if division.partners_known > 0 else w.parameters[0].trust_start
    for slot in range(division.partners_known):
        week.trust += division.trust[slot] / division.partners_known
    week.base_pay = salaries(w, division.heads, manager.present)


STEPS = (
    customers_reconsider,
    customers_buy_again,
    books_are_kept,
    pay_is_settled,
    news_of_pay_spreads,
    managers_see_prices,
    managers_copy,
    managers_set_agendas,
    people_feel_what_pays,
    people_copy,
    sight_and_trust_fade,
    stand_ins_come_and_go,
    the_week_is_written,
)
"""What happens on Friday afternoon, in this order."""

_ASKING = STEPS.index(managers_set_agendas) + 1
until_agendas, from_agendas = in_order(STEPS[:_ASKING]), in_order(STEPS[_ASKING:])


@rule
def close_the_week(w: World, luck: Luck) -> int:
    """All STEPS; goes on where it stopped. Returns NOBODY, or MANAGER_IS_ASKED if one decides in Python."""
    c = w.company[0]
    if c.managers_asked == NOBODY:
        until_agendas(w, luck)
    while c.managers_asked < len(w.managers) - 1:
        c.managers_asked += 1
        if w.managers[c.managers_asked].decides_in_python:
            c.asked = c.managers_asked
            return MANAGER_IS_ASKED
    c.managers_asked = NOBODY
    from_agendas(w, luck)
    return NOBODY
