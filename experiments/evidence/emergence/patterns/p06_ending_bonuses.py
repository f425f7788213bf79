"""P6: ending bonuses frees the hours of disputes and does not collapse sales, if co-operation is people's own norm."""

from experiments.comparing.intervals import Floats
from experiments.evidence.emergence.lab import COMMISSION, FAIR, LAST_QUARTER, Lab, Trial
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern
from experiments.evidence.emergence.sizes import Size
from experiments.evidence.emergence.verdict import Claim, higher, interval, lower
from sim.records.measures import MEASURES

COLLAPSE = 0.25
PROFIT_LOSS = 0.02
"""Of sales: a fall of profit by more counts as collapse too."""
SELFISH = {"courtesy": 0.0, "meaning": 0.05, "conditional": 0.1, "free_riders": 0.8}
"""Few come because one comes, few care about a customer, and most answer nothing with nothing."""
NO_DUTY = {**SELFISH, "duty": 0.0}
WALLS = ("silo_index", "avoidable_handoffs")


def claims(lab: Lab, size: Size) -> tuple[Claim, ...]:
    """From commission to fair salary, where co-operation is people's own norm and where it is not."""
    ordinary, selfish = lab.six(size.scenario), _selfish(lab, size)

    def now(name: str, policy: str = FAIR) -> Floats:
        return ordinary.of(policy, name, LAST_QUARTER)

    loss = now("profit", COMMISSION) - PROFIT_LOSS * now("sales", COMMISSION)
    found = [
        lower("Fewer hours are lost to disputes", now("dispute_hours"), now("dispute_hours", COMMISSION)),
        higher("Sales do not collapse: at least three quarters of those under commission (€ a week)", now("sales"),
               (1.0 - COLLAPSE) * now("sales", COMMISSION)),
        higher("Profit does not collapse: it falls by less than 2 % of sales (€ a week)", now("profit"), loss),
    ]  # fmt: skip
    found += [
        lower(f"{MEASURES[name].label}: where people do not care, the fall is less than half of the ordinary one",
              _drop(selfish, name), 0.5 * _drop(ordinary, name))
        for name in WALLS
    ]  # fmt: skip
    return tuple(found)


def examine(lab: Lab, size: Size) -> Finding:
    """The claims, and how either company ends, with a sense of duty and without."""
    ordinary, selfish = lab.six(size.scenario), _selfish(lab, size)
    figures = [
        Figure(f"{MEASURES[name].label}, {where}: fair salary less commission",
               interval(trial.shift(FAIR, COMMISSION, name, LAST_QUARTER)), signed=True)
        for name in (*WALLS, "satisfaction", "sales", "profit", "dispute_hours")
        for where, trial in (("ordinary people", ordinary), ("people who do not care", selfish))
    ]  # fmt: skip
    without_duty = lab.trial(size.scenario.with_parameters(**NO_DUTY), [COMMISSION, FAIR])
    figures += [
        Figure(f"{MEASURES[name].label}: {where}, under {words}", interval(trial.of(policy, name, LAST_QUARTER)))
        for name in (*WALLS, "pass_share", "invitation_acceptance_in_unit", "satisfaction")
        for where, trial in (("ordinary people", ordinary), ("people who do not care", selfish),
                             ("people who do not care, nor feel a duty", without_duty))
        for words, policy in (("commission", COMMISSION), ("fair salary", FAIR))
    ]  # fmt: skip
    return Finding(claims(lab, size), tuple(figures))


def _selfish(lab: Lab, size: Size) -> Trial:
    return lab.trial(size.scenario.with_parameters(**SELFISH), [COMMISSION, FAIR])


def _drop(trial: Trial, name: str) -> Floats:
    return -trial.shift(FAIR, COMMISSION, name, LAST_QUARTER)


PATTERN = Pattern(
    id="P6",
    title="Ending bonuses",
    statement="""
        End the commission and pay a fair salary: hours that disputes ate are free, and sales do not collapse. It
        fails where co-operation is not people's own norm.""",
    design="""
        From half a year under commission the company goes over to fair salary, or stays. After a year, sales must
        be more than three quarters of what they are under commission, and profit must not be lower by more than 2 %
        of sales. The same is done with people who do not care: no custom of coming when called, a seventh of the
        meaning, four in five free riders. There the walls must fall by less than half as much.""",
    open="""
        That people work nearly as hard for a fair salary as a fair day's work asks is an assumption (their base
        effort), and so are the toil of an hour's work and the duty that keeps people from idling: the figures show
        both without duty. Who would leave, or come, because of the pay is not in the model.""",
    claims=claims,
    examine=examine,
)
