"""How a customer judges, answers, buys again, leaves and comes."""

import math

from sim.agents.effort import between
from sim.compiled import rule
from sim.scale import DETRACTOR, HIGHEST, MIDDLE, NEUTRAL, PROMOTER
from sim.tables import Row


@rule
def score(problem: Row, days: float, gave_up: bool, p: Row) -> float:
    """What a customer feels (0-10): less for every day and every hand-off, better after a table, low if in vain."""
    if gave_up:
        felt = p.score_given_up + 0.5 * p.score_noise * problem.luck_score
    else:
        felt = p.score_best - p.score_delay * math.log(1.0 + days) - p.score_handoff * problem.handoffs
        if problem.tabled:
            felt += p.score_table
        felt += p.score_noise * problem.luck_score - problem.harm
    return between(0.0, felt, 10.0)


@rule
def answer(problem: Row, felt: float, noise: float) -> float:
    """What a customer says when asked."""
    return between(0.0, felt + noise * problem.luck_answer, 10.0)


@rule
def promotes(said: float) -> int:
    """+1 for a promoter, -1 for a detractor, 0 in between."""
    if said >= PROMOTER:
        return 1
    if said < DETRACTOR:
        return -1
    return 0


@rule
def mention_chance(felt: float, p: Row) -> float:
    """Chance that a customer names who helped: rises over the top half of the scale."""
    return p.mention_likely * between(0.0, (felt - MIDDLE) / (HIGHEST - MIDDLE), 1.0)


@rule
def judge(customer: Row, felt: float, rate: float) -> None:
    """One problem moves a customer's satisfaction."""
    satisfaction = float(customer.satisfaction)
    customer.satisfaction = satisfaction + rate * (felt - satisfaction)


@rule
def leaves(customer: Row, p: Row, draw: float) -> bool:
    """Whether a customer leaves this week: likelier the lower the satisfaction."""
    return draw < p.leave * math.exp(p.leave_effect * (NEUTRAL - float(customer.satisfaction)))


@rule
def newcomer_chance(promoters_less_detractors: float, p: Row) -> float:
    """Chance that an empty place in the market is filled this week, given the balance of talk (-1 to 1)."""
    return between(0.0, p.come * (1.0 + p.word_of_mouth * promoters_less_detractors), 1.0)


@rule
def buys_again(lagged: float, p: Row) -> float:
    """What one customer spends in a week, given the satisfaction of half a year (euro)."""
    return p.spend * max(0.0, 1.0 + p.spend_effect * (lagged - NEUTRAL))


@rule
def sale_chance(effort: float, skill: float, lagged: float, p: Row) -> float:
    """Chance that an hour of selling ends in a sale."""
    return p.sale_chance * effort * skill * max(0.0, 1.0 + p.reputation * (lagged - NEUTRAL))
