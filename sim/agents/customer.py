"""How a customer judges, answers, buys again, leaves and comes."""

import math

from sim.agents.effort import between
from sim.compiled import rule
from sim.scale import DETRACTOR, HIGHEST, MIDDLE, NEUTRAL, PROMOTER
from sim.tables import Row

GIVEN_UP_NOISE = 0.5  # in vain is in vain: scores differ half as much as after a solution (our assumption)


@rule
def score(problem: Row, days: float, gave_up: bool, p: Row) -> float:
    """What a customer feels (0-10): less for every day and every hand-off, better after a table, low if in vain.

    >>> from sim.agents.examples import problem, usual
    >>> p = usual(score_best=9.0, score_delay=1.0, score_handoff=0.5, score_table=0.3, score_given_up=3.0)
    >>> print(round(score(problem(handoffs=2), 0.0, False, p), 2))  # 9 less two hand-offs of half a point
    8.0
    >>> print(round(score(problem(tabled=1), 1.0, False, p), 2))  # 9 - ln(1 + 1 day) + 0.3
    8.61
    >>> print(score(problem(), 20.0, True, p))
    3.0
    """
    if gave_up:
        felt = p.score_given_up + GIVEN_UP_NOISE * p.score_noise * problem.luck_score
    else:
        felt = p.score_best - p.score_delay * math.log(1.0 + days) - p.score_handoff * problem.handoffs
        if problem.tabled:
            felt += p.score_table
        felt += p.score_noise * problem.luck_score - problem.harm
    return between(0.0, felt, HIGHEST)


@rule
def answer(problem: Row, felt: float, noise: float) -> float:
    """What a customer says when asked.

    >>> from sim.agents.examples import problem
    >>> print(answer(problem(luck_answer=-2.0), 8.0, 0.5))  # two standard deviations of half a point too low
    7.0
    """
    return between(0.0, felt + noise * problem.luck_answer, HIGHEST)


@rule
def promotes(said: float) -> int:
    """+1 for a promoter, -1 for a detractor, 0 in between.

    >>> [promotes(said) for said in (9.0, 7.5, 4.0)]
    [1, 0, -1]
    """
    if said >= PROMOTER:
        return 1
    if said < DETRACTOR:
        return -1
    return 0


@rule
def mention_chance(felt: float, p: Row) -> float:
    """Chance that a customer names who helped: rises over the top half of the scale.

    >>> from sim.agents.examples import usual
    >>> print(*(round(mention_chance(felt, usual(mention_likely=0.5)), 2) for felt in (4.0, 7.5, 10.0)))
    0.0 0.25 0.5
    """
    return p.mention_likely * between(0.0, (felt - MIDDLE) / (HIGHEST - MIDDLE), 1.0)


@rule
def judge(customer: Row, felt: float, rate: float) -> None:
    """One problem moves a customer's satisfaction.

    >>> from sim.agents.examples import customer
    >>> one = customer(satisfaction=7.0)
    >>> judge(one, 5.0, 0.1)  # a tenth of the way from 7 to 5
    >>> print(f"{one.satisfaction:.2f}")
    6.80
    """
    satisfaction = float(customer.satisfaction)
    customer.satisfaction = satisfaction + rate * (felt - satisfaction)


@rule
def leaves(customer: Row, p: Row, draw: float) -> bool:
    """Whether a customer leaves this week: likelier the lower the satisfaction.

    >>> from sim.agents.examples import customer, usual
    >>> p = usual(leave=0.01, leave_effect=0.5)  # a week; by point
    >>> bool(leaves(customer(satisfaction=5.5), p, 0.02)), bool(leaves(customer(satisfaction=7.5), p, 0.02))
    (True, False)
    """
    return draw < p.leave * math.exp(p.leave_effect * (NEUTRAL - float(customer.satisfaction)))


@rule
def newcomer_chance(promoters_less_detractors: float, p: Row) -> float:
    """Chance that an empty place in the market is filled this week, given the balance of talk (-1 to 1).

    >>> from sim.agents.examples import usual
    >>> p = usual(come=0.02, word_of_mouth=1.0)
    >>> print(round(newcomer_chance(0.5, p), 3))  # of each two customers, one promoter more than detractors
    0.03
    """
    return between(0.0, p.come * (1.0 + p.word_of_mouth * promoters_less_detractors), 1.0)


@rule
def buys_again(lagged: float, p: Row) -> float:
    """What one customer spends in a week, given the satisfaction of half a year (euro).

    >>> from sim.agents.examples import usual
    >>> print(buys_again(8.5, usual(spend=20.0, spend_effect=0.1)))  # a point above neutral: a tenth more
    22.0
    """
    return p.spend * max(0.0, 1.0 + p.spend_effect * (lagged - NEUTRAL))


@rule
def sale_chance(effort: float, skill: float, lagged: float, p: Row) -> float:
    """Chance that an hour of selling ends in a sale.

    >>> from sim.agents.examples import usual
    >>> print(round(sale_chance(1.2, 1.0, 7.5, usual(sale_chance=0.1)), 2))  # effort, skill, satisfaction
    0.12
    """
    return p.sale_chance * effort * skill * max(0.0, 1.0 + p.reputation * (lagged - NEUTRAL))
