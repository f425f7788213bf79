"""A company with every mechanism at zero, the pay contracts that theory writes, and what their money is worth there.

A check starts from `bare()` and switches on what its theorem is about. All parameters are set here, so that the
calibration of the defaults cannot move a verification.
"""

from math import sqrt

from scipy.stats import norm

from sim.calendar import WEEKS_A_MONTH
from sim.company.organisation import PLAN_EFFORT, SELLING
from sim.company.scenario import Scenario, checked
from sim.pay.outcomes import HANDLING
from sim.policies import Policy
from sim.policies.metric import SCORE_SPREAD
from sim.policies.reading import parse_policy

BARE = {
    # problems: one a head a week, short, for one division, at the right door, and customers wait for ever
    "problems_per_customer": 1.0, "second_division": 0.0, "third_division": 0.0, "hours_least": 0.1, "hours_mean": 0.0,
    "difficulty_shape": 1000.0, "triage": 1.0, "right_address": 1.0, "patience": 10_000.0,
    # work: nobody differs, nobody hurries, a table costs nothing and speeds nothing
    "pass_hours": 0.25, "ask_hours": 0.0, "meeting_hours": 0.0, "interruption_hours": 0.0, "synergy": 1.0,
    "selling": 1.0, "sale_chance": 0.1, "sale_value": 400.0, "hurry": 0.0, "hurry_most": 1.0, "skill_spread": 0.0,
    # choice: people do their part, for duty's sake, and without toil
    "rule": 0.0,
    "temperature": 0.01, "pressure": 0.0, "pressure_queue": 0.0, "duty": 10.0, "toil": 0.0, "habit_strength": 0.0,
    "habit_rate": 0.0, "reluctance": 0.0, "money_weight": 1.0, "meaning": 0.0, "meaning_colleague": 0.0,
    "selfish_meaning": 1.0, "in_group": 0.0, "meaning_spread": 0.0,
    # effort: from nothing, without bounds, at cost e²/2
    "effort_base": 0.0, "effort_cost": 1.0, "effort_most": 100.0, "shame": 0.0,
    "peer_pressure": 0.0, "effort_norm": 0.0, "help_yield": 1.0, "help_cost": 1.0,
    "joint_effort": 0.0, "sabotage": 0.0, "sabotage_yield": 1.0, "sabotage_cost": 1.0,
    # together: nobody trusts, nobody reciprocates, and none of it changes
    "trust_start": 0.0, "trust_rate": 0.0, "trust_volley": 0.0, "trust_fade": 0.0, "trust_matters": 1.0,
    "reciprocity": 0.0, "courtesy": 0.0, "conditional": 1.0, "free_riders": 0.0,
    # managers: without a say, an agenda that never moves and that nobody heeds
    "authority": 0.0, "agenda_rate": 0.0, "agenda_base": 0.5, "agenda_politics": 0.0, "attention": 0.0,
    "manager_money": 1.0, "status": 0.0, "disputes": 0.0, "dispute_hours": 0.0, "shared_sale": 0.0,
    # sight: nobody is asked, answers come at once, nobody learns; a table is believed to please no one
    "coverage": 0.0, "survey_noise": 0.0, "survey_delay": 0.0, "learning": 0.0, "sight_fade": 0.0, "belief_volley": 7.0,
    "belief_turn": 7.0, "belief_table": 0.0, "pace_rate": 0.25, "felt_drift": 0.5, "felt_drift_sales": 0.5,
    # customers: they feel the same whatever happens; none leaves, none comes
    "customers_per_employee": 1.0, "market": 1.0, "score_best": 5.0, "score_delay": 0.0, "score_handoff": 0.0,
    "score_table": 0.0, "score_hurry": 0.0, "score_noise": 0.0, "score_given_up": 0.0, "mention_likely": 0.15,
    "satisfaction_start": 7.5,
    "satisfaction_rate": 0.0, "lag_weeks": 26.0, "spend": 0.0, "spend_effect": 0.0, "reputation": 0.0, "leave": 0.0,
    "leave_effect": 0.0, "leave_given_up": 0.0, "come": 0.0, "word_of_mouth": 0.0,
    # money; a contract is believed at once, and nobody is called in
    "employee_salary": 3000.0, "manager_salary": 6000.0, "margin_rate": 0.6,
    "belief_announced": 1.0, "belief_weekly": 0.0, "belief_payday": 0.0,
    "stand_ins_most": 0.0, "stand_ins_queue": 4.0, "stand_ins_days": 1.0, "stand_ins_delay": 6.0, "stand_ins_wage": 1.0,
}  # fmt: skip
"""Every parameter of the model, most of them at the value where its mechanism does nothing."""

WEEKS_A_QUARTER = 13
HOURS_A_WEEK = 40


def bare(employees: int = 1, divisions: int = 1, /, **switched_on: float) -> Scenario:
    """So many employees in each of so many divisions of one unit; every mechanism at zero but for what is given."""
    company = {"units": 1, "divisions": divisions, "employees": employees}
    scenario = checked({"name": "bare", "company": company, "run": {"seed": 1}})
    return scenario.with_parameters(**(BARE | switched_on))


def term(role: str, kind: str, metric: str, scope: str, **numbers: float) -> str:
    """One term of a contract as a policy file writes it, over a quarter."""
    lines = [
        f"[[{role}.terms]]",
        f'kind = "{kind}"',
        f'metric = "{metric}"',
        f'scope = "{scope}"',
        'period = "quarter"',
    ]
    return "\n".join([*lines, *(f"{name} = {value!r}" for name, value in numbers.items())]) + "\n"


def contract(*terms: str) -> Policy:
    """The policy with these terms, written and read as a policy file."""
    head = ['id = "verification"', 'origin = "theory"']
    head += [f'{key}.{language} = "theory"' for key in ("name", "meaning") for language in ("en", "nl")]
    return parse_policy("\n".join([*head, "[employee]", "salary = 1.0", "[manager]", "salary = 1.0", *terms]), "theory")


PLANNED_HOURS = HOURS_A_WEEK * SELLING * PLAN_EFFORT
"""Hours of selling at effort 1 that bring a head's planned sales of a week."""

A_MONTH = WEEKS_A_MONTH / WEEKS_A_QUARTER
"""Share of a quarter's problems that a month holds: so far a point for each of them moves one's own mean score."""

A_MONTH_SOLD = HOURS_A_WEEK / PLANNED_HOURS * A_MONTH
"""How far a month of hours, all sold, moves one's own sales of a quarter (share of plan)."""


def hour_worth(scenario: Scenario, salaries: float, sharers: int = 1) -> float:
    """Marginal gain of selling effort (utils) where planned sales of one person are worth so many monthly salaries.

    An hour is judged as a way of working, for all hours of a month: however many problems there are, and however small.
    `sharers` people share the level that it moves.
    """
    return scenario.choice.money_weight * salaries * HOURS_A_WEEK / PLANNED_HOURS / sharers


def point_worth(scenario: Scenario, salaries: float, sharers: int = 1) -> float:
    """Marginal gain of a point for every choice (utils) where a point of the mean is worth so many monthly salaries.

    A choice is judged for as many as fill the usual hours of handling; each moves the mean by one of the own problems.
    """
    problems = scenario.problems.problems_per_customer * scenario.customers.customers_per_employee
    choices = HANDLING * HOURS_A_WEEK / (scenario.problems.hours_least + scenario.problems.hours_mean)
    return scenario.choice.money_weight * salaries * choices / problems / sharers


def sales_spread(scenario: Scenario, heads: int = 1, division: int = 1, left: float = 1.0) -> float:
    """How unsure people are of what so many heads will sell by the end of a quarter (sd, share of plan).

    `left` is the share of the quarter that is still to come. Sales come by chance, things drift, and the pace that one
    goes by is that of some weeks only, and of all in the division.
    """
    sales_a_week = scenario.work.sale_chance * PLANNED_HOURS
    chance = 1.0 / (sales_a_week * heads * WEEKS_A_QUARTER) + scenario.sight.felt_drift_sales**2
    error = 1.0 / (sales_a_week * max(heads, division) * weeks_of_pace(scenario))
    return sqrt(chance * left + error * left**2)


def score_spread(scenario: Scenario, heads: int = 1) -> float:
    """How unsure people are, as a quarter begins, of the satisfaction of so many people's customers (sd, points)."""
    answers_a_week = scenario.sight.coverage * scenario.customers.customers_per_employee * heads
    one = SCORE_SPREAD**2
    chance = one / (answers_a_week * WEEKS_A_QUARTER) + scenario.sight.felt_drift**2
    return sqrt(chance + one / (answers_a_week * weeks_of_pace(scenario)))


def weeks_of_pace(scenario: Scenario) -> float:
    """The weeks whose mean varies as much as the running pace does, an exponential mean."""
    return (2.0 - scenario.sight.pace_rate) / scenario.sight.pace_rate


def step(gap: float, spread: float, move: float) -> float:
    """How much likelier a mark is reached by half a `move` more than by half a move less; φ(gap/spread) if small.

    Per unit of `move`: Pr(level ≥ mark) rises by this much, for a level that lies `gap` beyond the mark.
    """
    more, less = (gap + 0.5 * move) / spread, (gap - 0.5 * move) / spread
    return float(norm.cdf(more) - norm.cdf(less)) / move
