"""What a point of satisfaction is worth in recommendation and in praise, held against customers who answer.

Scores are spread here and answered by the customers' own rules. Praise has one price for the range in which companies
stand; recommendation has that of where they stand now.
"""

from types import SimpleNamespace

import numpy as np
import pytest
from builders import company
from scipy import stats

from sim.agents.customer import answer, mention_chance, promotes
from sim.policies import metrics
from sim.policies.metric import spread_of_answers
from sim.policies.metrics import NAMES
from sim.scale import DETRACTOR, PROMOTER
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


def price_of_all(metric: str, world, mean: float | None = None) -> float:
    """How far a metric of one person over a month moves if every problem of it gets a point more (level, per 1.0)."""
    c, p = world.company[0], world.parameters[0]
    weeks = 52 / 12
    if mean is not None:
        c.satisfaction = mean
    one = metrics.moved_by_point(NAMES.index(metric), 1.0, weeks, c, p)
    return one * c.plan_problems * weeks


@pytest.fixture(scope="module")
def world():
    return Simulation(company(), "customer-scorecard").world


@pytest.mark.interpreted
@pytest.mark.parametrize("mean", [4.0, 5.0, 6.0, 6.5, 7.0, 7.5, 8.0, 8.5, 9.0])
def test_the_price_of_recommendation_is_the_slope_where_customers_stand(world, mean):
    """Answers are spread here as the metric takes them to be; what is left is the ends of the scale."""
    c, p = world.company[0], world.parameters[0]
    sd = np.sqrt(spread_of_answers(c, p))
    answers = stats.norm(mean, sd)
    slope = 100.0 * (answers.pdf(PROMOTER) + answers.pdf(DETRACTOR))
    assert price_of_all("nps", world, mean) == pytest.approx(slope, rel=1e-9)


@pytest.mark.interpreted
@pytest.mark.parametrize("sd", SPREADS)
@pytest.mark.parametrize("mean", [5.5, 6.0, 6.5, 7.0, 7.5, 8.0, 8.5])
def test_the_price_of_recommendation_is_of_the_size_of_the_slope_for_any_spread(world, mean, sd):
    slope = balance(mean + 0.5, sd) - balance(mean - 0.5, sd)
    assert 0.6 < price_of_all("nps", world, mean) / slope < 1.5


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
    noise = metrics.noise(NAMES.index("nps"), many, 13.0, c, p) * 1e6
    for mean in (6.5, 7.5, 8.5):
        said = 100.0 * np.array([promotes(felt) for felt in scores(mean, 1.6)])
        assert 0.6 < said.std() / np.sqrt(noise) < 1.2
