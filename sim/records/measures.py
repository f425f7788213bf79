"""What is measured: one function, one reported number, with its label, unit and how to read it.

A measure is computed from `Counts`: the rows of the weeks of a window, summed, for many runs at once. It returns one
number a run; NaN where it is undefined (nothing to divide by). Hand-off measures have their definition in handoffs.py,
over a log; the running counts used here are tested equal to it.
"""

from sim.records.counts import MEASURES, Counts, Floats, Measure, measure, quantile, ratio, window
from sim.tables import Task

__all__ = ["MEASURES", "Counts", "Floats", "Measure", "ratio", "window"]


@measure("Silo index", "Eilandjesindex", "0–1", -1)
def silo_index(k: Counts) -> Floats:
    """0: one team, 1: islands. Of ended problems that needed several divisions, those not solved in one go.

    In one go: at one table with all these divisions, before any had done its part, and without an avoidable hand-off.
    """
    return 1.0 - ratio(k["joint"], k["shared"])


@measure("Silo index, lenient", "Eilandjesindex, ruim", "0–1", -1)
def silo_index_lenient(k: Counts) -> Floats:
    """The silo index with every table counted: of the same problems, those that did not end at a table at all.

    What went before the table does not matter: problems volleyed about or half done in turn count as joint, too.
    """
    return 1.0 - ratio(k["tabled"], k["shared"])


@measure("Hand-offs per problem", "Overdrachten per probleem", "per problem", -1)
def handoffs_per_problem(k: Counts) -> Floats:
    """How often a problem moved to another division, of the problems that ended."""
    return ratio(k["handoffs"], k.ended)


@measure("Volleys per problem", "Doorgetikt per probleem", "per problem", -1)
def volleys_per_problem(k: Counts) -> Floats:
    """Hand-offs whose sender did nothing to the problem: would not, or had no part in it."""
    return ratio(k["volleys"], k.ended)


@measure("Orderly hand-ons per problem", "Ordelijke overdrachten per probleem", "per problem", 0)
def hand_ons_per_problem(k: Counts) -> Floats:
    """The other hand-offs: the sender's own part is done, and the problem goes to a division that it still needs."""
    return ratio(k["handoffs"] - k["volleys"], k.ended)


@measure("Avoidable hand-offs", "Vermijdbare overdrachten", "per problem", -1)
def avoidable_handoffs(k: Counts) -> Floats:
    """Hand-offs beyond those that even one table cannot do without (one, if the problem came in at the wrong door)."""
    return ratio(k["avoidable"], k.ended)


@measure("Return share", "Aandeel terug", "share", -1)
def return_share(k: Counts) -> Floats:
    """Share of hand-offs that go to a division which had the problem before."""
    return ratio(k["returns"], k["handoffs"])


@measure("Ping-pong", "Pingpong", "share", -1)
def pingpong_share(k: Counts) -> Floats:
    """Share of ended problems that went from A to B and straight back to A."""
    return ratio(k["pingpong"], k.ended)


@measure("No hand-off", "Geen overdracht", "share", 1)
def no_handoff_share(k: Counts) -> Floats:
    """Share of ended problems that stayed where they came in."""
    return ratio(k["no_handoff"], k.ended)


@measure("One hand-off", "Eén overdracht", "share", 0)
def one_handoff_share(k: Counts) -> Floats:
    """Share of ended problems with one hand-off."""
    return ratio(k["one_handoff"], k.ended)


@measure("Two hand-offs", "Twee overdrachten", "share", -1)
def two_handoffs_share(k: Counts) -> Floats:
    """Share of ended problems with two hand-offs."""
    return ratio(k["two_handoffs"], k.ended)


@measure("Three or more hand-offs", "Drie of meer overdrachten", "share", -1)
def more_handoffs_share(k: Counts) -> Floats:
    """Share of ended problems with three hand-offs or more."""
    return ratio(k["more_handoffs"], k.ended)


def _handled(k: Counts) -> Floats:
    return k["own_part"] + k["pass_on"] + k["table"]


@measure("Volleyed on", "Doorgetikt", "share", -1)
def pass_share(k: Counts) -> Floats:
    """Of the times that somebody took a problem up: how often it was passed on unhandled."""
    return ratio(k["pass_on"], _handled(k))


@measure("Round one table", "Samen om tafel", "share", 1)
def table_share(k: Counts) -> Floats:
    """Of the times that somebody took a problem up: how often a table was held."""
    return ratio(k["table"], _handled(k))


@measure("Invitations accepted, own unit", "Uitnodigingen aanvaard, eigen unit", "share", 1)
def invitation_acceptance_in_unit(k: Counts) -> Floats:
    """Share of invitations to a table that a colleague of the same unit accepts."""
    return ratio(k["came_in"], k["asked_in"])


@measure("Invitations accepted, other unit", "Uitnodigingen aanvaard, andere unit", "share", 1)
def invitation_acceptance_cross_unit(k: Counts) -> Floats:
    """The same of a colleague of another unit."""
    return ratio(k["came_out"], k["asked_out"])


@measure("E-I index of help", "E-I-index van hulp", "-1 to 1", 0)
def help_ei_index(k: Counts) -> Floats:
    """Help across units less help inside units, over all help (Krackhardt & Stern 1988). Null value: help_ei_asked."""
    return ratio(k["came_out"] - k["came_in"], k["came_out"] + k["came_in"])


@measure("E-I index of invitations", "E-I-index van uitnodigingen", "-1 to 1", 0)
def help_ei_asked(k: Counts) -> Floats:
    """The value that the E-I index of help would have if both kinds of invitation were accepted as readily."""
    return ratio(k["asked_out"] - k["asked_in"], k["asked_out"] + k["asked_in"])


@measure("Satisfaction", "Tevredenheid", "0–10", 1)
def satisfaction(k: Counts) -> Floats:
    """Mean score that customers felt about the problems that ended, given up included."""
    return ratio(k["scores"], k.ended)


@measure("Net promoter score", "Net promoter score", "-100 to 100", 1)
def nps(k: Counts) -> Floats:
    """Share of promoters less share of detractors, of ended problems."""
    return 100.0 * ratio(k["promoters"] - k["detractors"], k.ended)


@measure("Days to solve, median", "Dagen tot oplossing, mediaan", "working days", -1)
def days_to_solve_median(k: Counts) -> Floats:
    """Half of the solved problems took no longer."""
    return quantile(k["days"], 0.5)


@measure("Days to solve, p90", "Dagen tot oplossing, p90", "working days", -1)
def days_to_solve_p90(k: Counts) -> Floats:
    """Nine in ten of the solved problems took no longer."""
    return quantile(k["days"], 0.9)


@measure("Backlog", "Werkvoorraad", "problems", -1)
def backlog(k: Counts) -> Floats:
    """Open problems at the end of the week."""
    return k.weekly("backlog")


@measure("Given up", "Opgegeven", "share", -1)
def given_up_share(k: Counts) -> Floats:
    """Share of ended problems whose customer gave up waiting."""
    return ratio(k["given_up"], k.ended)


@measure("Customers", "Klanten", "customers", 1)
def customers(k: Counts) -> Floats:
    """Customers at the end of the week."""
    return k.weekly("customers")


@measure("Customers leaving", "Vertrekkende klanten", "a week", -1)
def leavers(k: Counts) -> Floats:
    """Customers who left, a week."""
    return k.weekly("left")


@measure("Sales", "Verkoop", "€ a week", 1)
def sales(k: Counts) -> Floats:
    """Sold by people and bought again by customers, a week."""
    return k.weekly("sold") + k.weekly("bought_again")


@measure("Sold by people", "Verkocht door mensen", "€ a week", 1)
def sold(k: Counts) -> Floats:
    """What hours of selling brought in, a week."""
    return k.weekly("sold")


@measure("Margin", "Marge", "€ a week", 1)
def margin(k: Counts) -> Floats:
    """Margin on sales, a week."""
    return k.margin_rate * sales(k)


@measure("Cost of pay", "Loonkosten", "€ a week", -1)
def pay_cost(k: Counts) -> Floats:
    """Salaries, stand-ins, and variable pay, spread over the weeks that earned it, a week."""
    return k.weekly("base_pay") + k.weekly("stand_in_pay") + k.weekly("bonus")


@measure("Variable pay", "Variabele beloning", "€ a week", 0)
def bonus(k: Counts) -> Floats:
    """Variable pay, spread over the weeks that earned it."""
    return k.weekly("bonus")


@measure("Profit", "Winst", "€ a week", 1)
def profit(k: Counts) -> Floats:
    """Margin less cost of pay, a week."""
    return margin(k) - pay_cost(k)


@measure("Agenda: customer", "Agenda: klant", "share", 1)
def agenda_customer(k: Counts) -> Floats:
    """Share of managers' attention that goes to customers."""
    return k.weekly("agenda_customer")


@measure("Agenda: sales", "Agenda: verkoop", "share", 0)
def agenda_sales(k: Counts) -> Floats:
    """Share of managers' attention that goes to sales."""
    return k.weekly("agenda_sales")


@measure("Agenda: politics", "Agenda: politiek", "share", -1)
def agenda_politics(k: Counts) -> Floats:
    """Share of managers' attention that goes to disputes, policing of pay and standing."""
    return k.weekly("agenda_politics")


@measure("Hours lost to disputes", "Uren verloren aan geschillen", "hours a week", -1)
def dispute_hours(k: Counts) -> Floats:
    """Hours of employees and managers that disputes over credit eat, a week."""
    return k.weekly("dispute_hours")


@measure("Effort", "Inzet", "1 = a fair day's work", 0)
def effort(k: Counts) -> Floats:
    """Mean effort of employees."""
    return k.weekly("effort")


@measure("Trust", "Vertrouwen", "0–1", 1)
def trust(k: Counts) -> Floats:
    """How likely divisions think it that another comes when asked."""
    return k.weekly("trust")


@measure("Hours of stand-ins", "Uren van invallers", "hours a week", 0)
def stand_in_hours(k: Counts) -> Floats:
    """Hours on problems of people called in because problems piled up, a week; paid by the hour."""
    return k.weekly("stand_in_hours")


@measure("Hours of selling", "Uren verkoop", "share", 0)
def selling_hours(k: Counts) -> Floats:
    """Share of employees' hours that go into selling."""
    return ratio(k["hours"][:, Task.SELLING], k["hours"].sum(axis=1))


@measure("Idle hours", "Uren niets doen", "share", -1)
def idle_hours(k: Counts) -> Floats:
    """Share of employees' hours in which they neither sell nor work on a problem, because they choose to."""
    return ratio(k["hours"][:, Task.IDLING], k["hours"].sum(axis=1))
