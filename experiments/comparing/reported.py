"""What a comparison reports: which numbers, and which of them first. Over which weeks: windows.py."""

from experiments.comparing.intervals import Difference, Interval
from experiments.comparing.windows import Window
from experiments.showing.language import Lang
from sim.records.counts import Reported
from sim.records.measures import MEASURES

type Summary = dict[str, dict[Window, dict[str, Interval]]]
"""Means by course, window and measure."""
type Paired = dict[str, dict[Window, dict[str, Difference]]]
"""Differences against the first course, by course (but the first), window and measure."""

HEADLINES = (
    "silo_index", "handoffs_per_problem", "avoidable_handoffs", "return_share", "table_share",
    "invitation_acceptance_in_unit", "invitation_acceptance_cross_unit", "satisfaction", "days_to_solve_median",
    "customers", "agenda_customer", "dispute_hours", "effort", "trust", "sales", "pay_cost", "profit",
    "pay_so_far", "profit_so_far",
)  # fmt: skip
"""What a strategist looks at first."""

WEEKS_TO_CHANGE = Reported(
    "weeks_to_change", "Weeks to change", "Weken tot verandering", "weeks", 0,
    "Weeks until 90 % of the lasting shift of the silo index is made and kept, like weeks of the quarter compared; "
    "undefined if there is no clear shift, if it swings with the quarter, or in less than three quarters.",
    "Weken tot 90 % van de blijvende verschuiving van de eilandjesindex is gemaakt en blijft, gelijke weken van het "
    "kwartaal vergeleken; niet bepaald als er geen duidelijke verschuiving is, als die meedeint met het kwartaal, of "
    "in minder dan drie kwartalen.",
)  # fmt: skip

PAY_SO_FAR = Reported(
    "pay_so_far", "Pay since the switch", "Beloning sinds de omslag", "€", 0,
    "Salaries, stand-ins and variable pay, added up from the switch to the end of the window.",
    "Salarissen, invallers en variabele beloning, opgeteld van de omslag tot het eind van de periode.",
)  # fmt: skip

PROFIT_SO_FAR = Reported(
    "profit_so_far", "Profit since the switch", "Winst sinds de omslag", "€", 1,
    "Margin on all sales less all pay, added up from the switch to the end of the window.",
    "Marge op alle verkoop min alle beloning, opgeteld van de omslag tot het eind van de periode.",
)  # fmt: skip

SO_FAR = {PAY_SO_FAR.name: "pay_cost", PROFIT_SO_FAR.name: "profit"}
"""Which measure each of these adds up."""


def reported() -> dict[str, Reported]:
    """All numbers of a comparison by name: the measures, pay and profit since the switch, and the weeks to change."""
    known: list[Reported] = list(MEASURES.values())
    return {each.name: each for each in (*known, PAY_SO_FAR, PROFIT_SO_FAR, WEEKS_TO_CHANGE)}


def label_of(measure: str, lang: Lang) -> str:
    """What a number is called."""
    known = reported()[measure]
    return known.label_nl if lang == "nl" else known.label


def others() -> tuple[str, ...]:
    """The names of all numbers but the headlines, in the order of their files."""
    return tuple(name for name in reported() if name not in HEADLINES)
