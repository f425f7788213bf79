"""Every parameter of a scenario, declared once: default, range, unit, meaning, source and strength of evidence.

The command line, the scenario files, the tables of the documentation and (later) the sliders are all made from these
declarations. Evidence is one of: "strong" (several field studies), "some" (one study, or a laboratory), "weak" (a
practitioner's text), "assumption" (ours). "derived" means: follows from other figures.
"""

from dataclasses import dataclass
from typing import Any, Literal, cast

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, JsonValue

Evidence = Literal["strong", "some", "weak", "assumption", "derived"]
SKETCH = "hand-tuned sketch of this model"
OURS = "assumption of the makers"


def real(
    default: float,
    low: float,
    high: float,
    unit: str,
    meaning: str,
    source: str = OURS,
    evidence: Evidence = "assumption",
) -> Any:
    """Declare a real parameter, low and high included."""
    facts: dict[str, JsonValue] = {"unit": unit, "source": source, "evidence": evidence}
    return Field(default, ge=low, le=high, description=meaning, allow_inf_nan=False, json_schema_extra=facts)


class Section(BaseModel):
    """A group of parameters: one table of the scenario file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Problems(Section):
    """What customers come with."""

    problems_per_customer: float = real(
        0.136, 0, 5, "a week", "How often a customer has a problem", "about 55 a day for 72 people; " + SKETCH
    )
    second_division: float = real(0.5, 0, 1, "chance", "That a problem needs a second division", SKETCH)
    third_division: float = real(
        0.33, 0, 1, "chance", "That one that needs a second division needs a third too", SKETCH
    )
    hours_least: float = real(0.5, 0, 40, "hours", "Least work in the part of one division", SKETCH)
    hours_mean: float = real(
        2.0, 0, 40, "hours", "Mean of the further work in a part; exponential, times difficulty", SKETCH
    )
    difficulty_shape: float = real(
        1.0,
        0.1,
        1000,
        "shape",
        "Shape of the gamma that difficulty follows (mean 1); small is a heavy tail",
        "hand-off counts are over-dispersed: BPI Challenge 2013 log, variance/mean 3.8",
        "some",
    )
    triage: float = real(0.8, 0, 1, "chance", "That the front door is the right division", SKETCH)
    right_address: float = real(
        0.75, 0, 1, "chance", "That a problem volleyed on goes where it is needed, not just anywhere", SKETCH
    )
    patience: float = real(25.0, 0.1, 10_000, "working days", "Mean patience of a customer; exponential", SKETCH)


class Work(Section):
    """What work costs and yields."""

    pass_hours: float = real(0.25, 0.05, 8, "hours", "Reading a problem and volleying it on", SKETCH)
    ask_hours: float = real(0.25, 0, 8, "hours", "Asking colleagues to a table in vain")
    meeting_hours: float = real(0.5, 0, 8, "hours", "What a table costs each who sits at it, besides the work", SKETCH)
    interruption_hours: float = real(0.25, 0, 8, "hours", "What it feels like to be called away, besides the meeting")
    synergy: float = real(1.3, 0.1, 10, "factor", "How much faster a part goes when all sit together", SKETCH)
    selling: float = real(1.0, 0, 1, "switch", "1: people with an empty desk sell; 0: they wait")
    sale_chance: float = real(0.1, 0, 1, "an hour", "That an hour of selling at effort 1 ends in a sale")
    sale_value: float = real(400.0, 0, 1e6, "euro", "What a sale brings in")
    hurry: float = real(
        0.05, 0, 10, "a waiting problem a head", "How much faster people work for each problem waiting a head"
    )
    hurry_most: float = real(1.35, 1, 10, "factor", "The most that people can hurry")
    skill_spread: float = real(
        0.15,
        0,
        1,
        "sd of log",
        "How much people differ in speed",
        "workers differ by a few tens of per cent (Lazear 2000)",
        "some",
    )


class Choice(Section):
    """How an employee chooses what to do with a problem."""

    temperature: float = real(
        0.45, 0.01, 100, "utils", "Softness of a choice: small is calculating, large is haphazard", SKETCH
    )
    pressure: float = real(0.25, 0, 10, "utils", "Urge to clear the desk, at an empty queue", SKETCH)
    pressure_queue: float = real(0.25, 0, 10, "utils a problem a head", "How it grows with the queue", SKETCH)
    duty: float = real(0.35, 0, 10, "utils", "Professional duty: doing one's part is good in itself", SKETCH)
    habit_strength: float = real(0.5, 0, 10, "utils", "Pull of what I lately did", SKETCH)
    habit_rate: float = real(
        0.01, 0, 1, "a choice", "How fast a habit forms", "66 days median to form a habit (Lally et al. 2010)", "some"
    )
    reluctance: float = real(0.2, 0, 10, "utils a pass", "Shame of passing on what was passed before")
    money_weight: float = real(3.0, 0, 100, "utils a monthly salary", "What money means to an employee", SKETCH)
    meaning: float = real(
        0.35, 0, 10, "utils a point", "What a point of our own customer's satisfaction means in itself", SKETCH
    )
    meaning_colleague: float = real(
        0.5, 0, 1, "share", "The same for a colleague's customer in our unit, as a share of it", SKETCH
    )
    in_group: float = real(
        0.3, 0, 1, "share", "How much less it means outside our unit", "minimal-group experiments; size assumed", "some"
    )
    meaning_spread: float = real(0.3, 0, 1, "sd of log", "How much people differ in what their work means to them")


class Effort(Section):
    """How hard people work: cost of effort c·e²/2 around a base (teams, help, tournaments, peer pressure)."""

    effort_base: float = real(0.9, 0, 10, "factor", "Effort without any incentive; 1 is a fair day's work")
    effort_cost: float = real(
        1.2,
        0.01,
        1000,
        "utils",
        "Cost c of effort",
        "piece rates raise output by some 20 % (Lazear 2000, half of it incentive)",
        "some",
    )
    effort_least: float = real(0.5, 0, 10, "factor", "Least effort")
    effort_most: float = real(1.6, 0, 100, "factor", "Most effort")
    shame: float = real(0.0, 0, 10, "utils", "Linear peer pressure (Kandel & Lazear 1992)", "theory; size assumed")
    peer_pressure: float = real(
        0.3,
        0,
        100,
        "utils",
        "Quadratic peer pressure towards the norm (Kandel & Lazear 1992)",
        "35,000 staff worked harder for a firm-wide bonus (Knez & Simester 2001); size assumed",
        "some",
    )
    effort_norm: float = real(1.0, 0, 10, "factor", "The effort that colleagues expect of one another")
    help_yield: float = real(
        0.3, 0, 10, "points", "What a unit of helping effort adds to a colleague's customer's score"
    )
    help_cost: float = real(1.0, 0.01, 1000, "utils", "Cost of helping effort (Itoh 1991)", "theory; size assumed")
    help_most: float = real(2.0, 0, 100, "factor", "Most helping effort")
    joint_effort: float = real(
        0.0, 0, 1, "switch", "1: own work and help share one cost, so it is one or the other (Itoh 1991)", "theory"
    )
    sabotage: float = real(0.0, 0, 1, "switch", "1: who gains from a rival's loss may harm (Lazear 1989)", "theory")
    sabotage_yield: float = real(
        0.3, 0, 10, "points", "What a unit of sabotage takes off a rival's customer's score", "theory"
    )
    sabotage_cost: float = real(1.0, 0.01, 1000, "utils", "Cost of sabotage", "theory; size assumed")


class Together(Section):
    """Trust, reciprocity and coming to the table."""

    trust_start: float = real(0.5, 0, 1, "chance", "Trust at the start: how likely I think that you come when I ask")
    trust_rate: float = real(0.04, 0, 1, "an answer", "How far one answer to an invitation moves trust")
    trust_volley: float = real(
        0.02, 0, 1, "a volley", "How far a problem volleyed on to us lowers our trust in the sender"
    )
    trust_fade: float = real(0.01, 0, 1, "a week", "How fast trust drifts back to its start without news")
    trust_matters: float = real(
        1.0, 0, 1, "strength", "Strength of trust in expecting others to come; 0 is blind faith"
    )
    reciprocity: float = real(
        1.2, 0, 10, "utils", "Strength of answering like with like", "public-goods experiments", "strong"
    )
    conditional: float = real(
        0.5, 0, 1, "share", "Conditional co-operators", "Fischbacher, Gächter & Fehr 2001: 50 %", "strong"
    )
    free_riders: float = real(0.33, 0, 1, "share", "Free riders", "Fischbacher, Gächter & Fehr 2001: a third", "strong")


class Managers(Section):
    """What managers attend to, and how much of it reaches their people."""

    authority: float = real(0.8, 0, 10, "strength", "How much of a manager's prices employees feel", SKETCH)
    agenda_rate: float = real(0.3, 0, 1, "a week", "How far the agenda moves in a week towards what pays", SKETCH)
    agenda_base: float = real(
        0.5, 0.001, 10, "utils", "Weight of sales and of customers on an agenda when nothing pays"
    )
    agenda_politics: float = real(0.1, 0, 10, "utils", "The same of internal politics")
    manager_money: float = real(3.0, 0, 100, "utils a monthly salary", "What money means to a manager", SKETCH)
    status: float = real(
        0.2,
        0,
        10,
        "share",
        "How much a rival's gain feels as one's own loss",
        "relative-pay concerns; size assumed",
        "some",
    )
    disputes: float = real(
        0.02,
        0,
        10,
        "strength",
        "How readily people dispute credit that pays",
        "practitioners: managers spend huge time policing pay; size assumed",
        "weak",
    )
    dispute_hours: float = real(1.0, 0, 40, "hours", "What a dispute costs each who has a part in it")
    shared_sale: float = real(0.15, 0, 1, "chance", "That more than one person had a hand in a sale")


class Sight(Section):
    """What divisions learn about their customers."""

    coverage: float = real(0.25, 0, 1, "share", "Share of ended problems whose customer is asked")
    survey_noise: float = real(0.5, 0, 10, "points", "Error of an answer (sd)")
    learning: float = real(
        0.05, 0, 1, "an answer", "How far one answer moves what a division believes; 0: it never learns"
    )
    sight_fade: float = real(0.01, 0, 1, "a week", "How fast differences between ways of working are forgotten")
    belief_volley: float = real(7.0, 0, 10, "points", "First belief: score after volleying")
    belief_turn: float = real(7.5, 0, 10, "points", "First belief: score when handled in turn")
    belief_table: float = real(8.0, 0, 10, "points", "First belief: score after a table")
    felt_drift: float = real(
        0.35, 0, 10, "points", "Doubt about a period's satisfaction when all of it is still to come (sd)"
    )
    felt_drift_sales: float = real(
        0.15, 0, 10, "share of plan", "The same for the other metrics, relative to plan (sd)"
    )


class Customers(Section):
    """Satisfaction, buying, leaving and coming."""

    customers_per_employee: float = real(
        28.0, 0, 10_000, "customers", "Customers at the start for each employee", "2,000 for 72 people; " + SKETCH
    )
    market: float = real(1.2, 1, 10, "factor", "Most customers that the market holds, relative to the start")
    score_best: float = real(9.2, 0, 10, "points", "Score of a problem solved at once by one division", SKETCH)
    score_delay: float = real(0.9, 0, 10, "points", "Loss for ln(1 + working days)", SKETCH)
    score_handoff: float = real(0.4, 0, 10, "points", "Loss for every hand-off: the story told again", SKETCH)
    score_table: float = real(0.6, 0, 10, "points", "Gain from a table", SKETCH)
    score_hurry: float = real(1.5, 0, 10, "points", "Loss at double speed")
    score_noise: float = real(1.0, 0, 10, "points", "Spread between customers (sd)", SKETCH)
    score_given_up: float = real(1.0, 0, 10, "points", "Score of a customer who gave up", SKETCH)
    satisfaction_start: float = real(7.5, 0, 10, "points", "Satisfaction of customers at the start")
    satisfaction_rate: float = real(0.3, 0, 1, "a problem", "How far one problem moves a customer's satisfaction")
    lag_weeks: float = real(
        26.0,
        1,
        520,
        "weeks",
        "How long satisfaction takes to show in buying",
        "about six months (Banker, Potter & Srinivasan 2000)",
        "some",
    )
    spend: float = real(30.0, 0, 1e6, "euro a week", "What a customer buys again in a week, at satisfaction 7.5")
    spend_effect: float = real(0.1, 0, 1, "share a point", "How buying again changes with a point of satisfaction")
    reputation: float = real(
        0.08, 0, 1, "share a point", "How selling changes with a point of the customers' satisfaction"
    )
    leave: float = real(0.003, 0, 1, "a week", "Chance that a customer at satisfaction 7.5 leaves")
    leave_effect: float = real(0.7, 0, 5, "a point", "How that chance grows as satisfaction falls (exponent)")
    leave_given_up: float = real(0.15, 0, 1, "chance", "That a customer who gave up goes to a competitor at once")
    come: float = real(0.015, 0, 1, "a week", "Chance that an empty place in the market is filled")
    word_of_mouth: float = real(
        0.8, 0, 10, "factor", "How much more are promoters than detractors worth in new customers"
    )


class Money(Section):
    """Salaries and margin; a policy's terms are shares of these salaries."""

    employee_salary: float = real(3000.0, 1, 1e6, "euro a month", "Standard salary of an employee")
    manager_salary: float = real(6000.0, 1, 1e6, "euro a month", "Standard salary of a manager")
    margin_rate: float = real(0.6, 0, 1, "share", "Margin on sales")


SECTIONS: dict[str, type[Section]] = {
    "problems": Problems, "work": Work, "choice": Choice, "effort": Effort, "together": Together,
    "managers": Managers, "sight": Sight, "customers": Customers, "money": Money,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Declared:
    """One parameter as declared: everything that a table, a slider or an error message needs."""

    section: str
    name: str
    default: float | int
    low: float
    high: float
    unit: str
    meaning: str
    source: str
    evidence: Evidence


def declared() -> tuple[Declared, ...]:
    """All parameters in the order of declaration."""
    rows = []
    for section, model in SECTIONS.items():
        for name, field in model.model_fields.items():
            facts = cast(dict[str, Any], field.json_schema_extra)
            low = next(m.ge for m in field.metadata if hasattr(m, "ge"))
            high = next(m.le for m in field.metadata if hasattr(m, "le"))
            rows.append(Declared(section, name, field.default, low, high, facts["unit"], field.description or "",
                                 facts["source"], facts["evidence"]))  # fmt: skip
    return tuple(rows)


# One record with all of them: rules read `p.pressure`. Names are therefore unique over the sections.
PARAMETERS = np.dtype([(row.name, "f8") for row in declared()], align=True)
