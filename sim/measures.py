"""What is measured: one function, one reported number, with its label, unit and how to read it.

A measure is computed from `Counts`: the rows of the weeks of a window, summed, for many runs at once. It returns one
number a run; NaN where it is undefined (nothing to divide by). Hand-off measures have their definition in handoffs.py,
over a log; the running counts used here are tested equal to it.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.problems import BIN_RATIO, FIRST_BIN_DAYS

type Floats = NDArray[np.float64]


class Counts:
    """Sums over a window of weeks, one a run: `k["handoffs"]` has shape (runs,); `k.weekly(name)` is a mean a week."""

    def __init__(self, rows: np.ndarray, margin_rate: float) -> None:
        """`rows` has shape (runs, weeks) and dtype WEEK; `margin_rate` is the scenario's."""
        self.weeks = rows.shape[1]
        self.margin_rate = margin_rate
        self._sums = {name: rows[name].sum(axis=1, dtype=np.float64) for name in rows.dtype.names or ()}

    def __getitem__(self, name: str) -> Floats:
        return self._sums[name]

    def weekly(self, name: str) -> Floats:
        """Mean a week of a count or of a state at the end of a week."""
        return self._sums[name] / self.weeks

    @property
    def ended(self) -> Floats:
        """Problems solved or given up."""
        return self["solved"] + self["given_up"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A reported number: `better` is +1 if more is better, -1 if less is, 0 if it depends."""

    name: str
    label: str
    label_nl: str
    unit: str
    better: int
    reading: str
    of: Callable[[Counts], Floats]


MEASURES: dict[str, Measure] = {}


def measure(
    label: str, label_nl: str, unit: str, better: int
) -> Callable[[Callable[[Counts], Floats]], Callable[[Counts], Floats]]:
    """Declare a measure: the function's name is its name, its docstring how to read it."""

    def declare(function: Callable[[Counts], Floats]) -> Callable[[Counts], Floats]:
        reading = (function.__doc__ or "").strip()
        MEASURES[function.__name__] = Measure(function.__name__, label, label_nl, unit, better, reading, function)
        return function

    return declare


def ratio(part: Floats, whole: Floats) -> Floats:
    """Part over whole; NaN where there is no whole."""
    return np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=whole > 0)


def window(rows: np.ndarray, first: int, last: int, margin_rate: float) -> dict[str, Floats]:
    """All measures over the weeks first .. last - 1 of `rows` (runs, weeks): name to one number a run."""
    counts = Counts(rows[:, first:last], margin_rate)
    return {name: each.of(counts) for name, each in MEASURES.items()}


@measure("Silo index", "Eilandjesindex", "0–1", -1)
def silo_index(k: Counts) -> Floats:
    """0: one team, 1: islands. Of ended problems that needed several divisions, those not solved at one table."""
    return 1.0 - ratio(k["joint"], k["shared"])


@measure("Hand-offs per problem", "Overdrachten per probleem", "per problem", -1)
def handoffs_per_problem(k: Counts) -> Floats:
    """How often a problem moved to another division, of the problems that ended."""
    return ratio(k["handoffs"], k.ended)


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
    """Salaries and variable pay, spread over the weeks that earned it, a week."""
    return k.weekly("base_pay") + k.weekly("bonus")


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


@measure("Hours of selling", "Uren verkoop", "share", 0)
def selling_hours(k: Counts) -> Floats:
    """Share of employees' hours that go into selling."""
    return ratio(k["hours"][:, 0], k["hours"].sum(axis=1))


def quantile(bins: Floats, share: float) -> Floats:
    """Quantile of days to solve from logarithmic bins (runs, DAY_BINS); straight within a bin. NaN where empty."""
    edges = FIRST_BIN_DAYS * BIN_RATIO ** np.arange(bins.shape[1])
    lower = np.concatenate([[0.0], edges[:-1]])
    total = bins.sum(axis=1)
    reached = np.cumsum(bins, axis=1)
    at = np.argmax(reached >= share * total[:, None], axis=1)
    runs = np.arange(len(bins))
    before = reached[runs, at] - bins[runs, at]
    inside = ratio(share * total - before, bins[runs, at])
    return np.where(total > 0, lower[at] + inside * (edges[at] - lower[at]), np.nan)
