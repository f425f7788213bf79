"""What a point of satisfaction is worth in recommendation and in praise, held against customers who answer.

Scores are spread here and answered by the customers' own rules. A price stands for a way of working, so it is a step
that does for the range in which companies stand, and not the exact slope at one score.
"""

from types import SimpleNamespace

import numpy as np
import pytest
from builders import company
from scipy import stats

from sim.agents.customer import answer, mention_chance, promotes
from sim.policies import metrics
from sim.policies.metrics import NAMES
from sim.simulation import Simulation
from sim.tables import Row

SPREADS = (1.2, 1.6, 2.0)  # sd of scores: in the shipped scenarios between 1.1 and 1.7
DRAWS = (np.arange(2000) + 0.5) / 2000  # chances evenly spread: a sample without sampling error


def scores(mean: float, sd: float) -> np.ndarray:
    return np.clip(mean + sd * stats.norm.ppf(DRAWS), 0.0, 10.0)


def balance(mean: float, sd: float) -> float:
    """Promoters less detractors per hundred customers whose scores are so."""
    said = [answer(SimpleNamespace(luck_answer=0.0), felt, 0.5) for felt in scores(mean, sd)]
    return 100.0 * float(np.mean([promotes(each) for each in said]))


def praise(mean: float, sd: float, p: Row) -> float:
    """Chance that a customer who is asked names somebody."""
    return float(np.mean([mention_chance(felt, p) for felt in scores(mean, sd)]))


def price_of_all(metric: str, world) -> float:
    """How far a metric of one person over a month moves if every problem of it gets a point more (level, per 1.0)."""
    c, p = world.company[0], world.parameters[0]
    weeks = 52 / 12
    one = metrics.price_of_point(NAMES.index(metric), 1.0, 1.0, weeks, c, p)
    return one * c.plan_problems * weeks


@pytest.fixture(scope="module")
def world():
    return Simulation(company(), "customer-scorecard").world


@pytest.mark.interpreted
@pytest.mark.parametrize("sd", SPREADS)
def test_the_promoter_balance_climbs_over_the_top_half_as_its_price_says(world, sd):
    climbed = (balance(9.5, sd) - balance(5.0, sd)) / 4.5
    assert price_of_all("nps", world) == pytest.approx(climbed, rel=0.2)


@pytest.mark.interpreted
@pytest.mark.parametrize("sd", SPREADS)
@pytest.mark.parametrize("mean", [6.0, 6.5, 7.0, 7.5, 8.0, 8.5, 9.0])
def test_the_price_of_recommendation_is_of_the_size_of_the_slope_at_any_score(world, mean, sd):
    slope = balance(mean + 0.5, sd) - balance(mean - 0.5, sd)
    assert 0.6 < price_of_all("nps", world) / slope < 1.5


@pytest.mark.interpreted
@pytest.mark.parametrize("sd", SPREADS)
@pytest.mark.parametrize("mean", [6.5, 7.0, 7.5, 8.0, 8.5])
def test_the_price_of_praise_is_that_of_customers_who_answer(world, mean, sd):
    c, p = world.company[0], world.parameters[0]
    asked = c.coverage * c.plan_problems * 52 / 12
    slope = asked * (praise(mean + 0.5, sd, p) - praise(mean - 0.5, sd, p))
    assert slope <= price_of_all("mentions", world) < 1.4 * slope


@pytest.mark.interpreted
def test_an_answer_on_the_promoter_scale_spreads_as_its_doubt_says(world):
    c, p = world.company[0], world.parameters[0]
    many = 1e6 / (c.coverage * c.plan_problems * 13.0)
    drift = metrics.variance(NAMES.index("nps"), 1e12, 13.0, c, p)
    noise = (metrics.variance(NAMES.index("nps"), many, 13.0, c, p) - drift) * 1e6
    for mean in (6.5, 7.5, 8.5):
        said = 100.0 * np.array([promotes(felt) for felt in scores(mean, 1.6)])
        assert 0.6 < said.std() / np.sqrt(noise) < 1.2
