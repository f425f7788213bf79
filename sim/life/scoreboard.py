"""The week's row: what was counted during the week, and where things stand at its end."""

from sim.calendar import WEEKS_A_MONTH
from sim.compiled import rule
from sim.tables import Treatment, World


@rule
def write_the_week(w: World) -> None:
    """Fill in the states at the end of the week, and open the next row."""
    c = w.company[0]
    week = w.weeks[c.row]
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
        week.believed_volley += division.believed_score[Treatment.VOLLEYED] / divisions
        week.believed_turn += division.believed_score[Treatment.IN_TURN] / divisions
        week.believed_table += division.believed_score[Treatment.TABLE] / divisions
        for slot in range(division.partners_known):
            trust += division.trust[slot]
            links += 1
    week.trust = trust / links if links > 0 else w.parameters[0].trust_start
    for i in range(people):
        felt = w.employees[i].felt
        week.felt_hour += felt.hour / people
        week.felt_own += felt.own_point / people
        week.felt_unit += felt.unit_point / people
        week.felt_out += felt.out_point / people
    week.base_pay = (people * c.employee_base + managers * c.manager_base) / WEEKS_A_MONTH
    c.row += 1
    w.weeks[c.row].week = c.row
