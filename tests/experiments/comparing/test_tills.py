"""Receipts at any standing: the model's own, kept by content, and what a standing means for the pay."""

from itertools import pairwise
from threading import Thread

import pytest

from experiments.comparing import tills as tills_file
from experiments.comparing.tills import Standing, Tills, scores_of
from sim.company.scenario import Company, Scenario
from sim.policies import Policy, catalogue, load_policy
from sim.policies.vocabulary import Role
from sim.receipt import Till, receipt

SMALL = Scenario(name="small", company=Company(units=2, divisions=2, employees=4))
START = SMALL.customers.satisfaction_start
TARGET, GATE, COMMISSION = map(load_policy, ("own-satisfaction-target", "gate-and-shared-target", "sales-commission"))


def test_a_receipt_is_the_models_and_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    class Counted(Till):
        def __init__(self, policy: Policy, scenario: Scenario) -> None:
            opened.append(policy.id)
            super().__init__(policy, scenario)

    monkeypatch.setattr(tills_file, "Till", Counted)
    tills, standing = Tills(), Standing(START + 0.3, 0.8, 9)
    pair = tills.at(GATE, SMALL).receipts(standing)
    for role in Role:
        alone = receipt(GATE, SMALL, role, satisfaction=standing.satisfaction, sales=0.8, week=9)
        assert pair[role] == alone
    assert tills.at(GATE.model_copy(), SMALL.model_copy()).receipts(standing) is pair
    assert opened == [GATE.id]


def test_threads_may_share_it() -> None:
    tills, alone = Tills(), Tills().at(GATE, SMALL)
    standings = [Standing(START + k / 10, 1.0, k % 13) for k in range(24)]
    found: list[object] = []
    threads = [Thread(target=lambda: found.append([tills.at(GATE, SMALL).receipts(s) for s in standings]))
               for _ in range(4)]  # fmt: skip
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[alone.receipts(s) for s in standings]] * 4


def test_a_standing_is_hopeless_then_in_reach_then_safe() -> None:
    till = Tills().at(TARGET, SMALL)
    zones = [till.reach(Standing(score))[Role.MANAGER] for score in (START - 1, START + 0.5, START + 2)]
    assert [each.zone for each in zones] == ["hopeless", "in_reach", "safe"]
    assert zones[0].part < zones[1].part < zones[2].part
    salary = SMALL.money.manager_salary
    assert zones[1].stake == pytest.approx((TARGET.manager.terms[1].share or 0.0) * salary, rel=0.05)
    for reach in Tills().at(COMMISSION, SMALL).reach(Standing(START)):
        assert (reach.zone, reach.stake) == ("apart", pytest.approx(0.0, abs=1e-6))


@pytest.mark.parametrize("policy", catalogue().values(), ids=lambda policy: policy.id)
def test_more_satisfied_customers_never_cost_anybody(policy: Policy) -> None:
    pairs = Tills().at(policy, SMALL).over_scores(Standing(START), scores_of(SMALL))
    for role in Role:
        variable = [pair[role].variable for pair in pairs]
        assert all(after >= before - 1e-6 for before, after in pairwise(variable))


def test_curves_hold_the_standing_that_they_go_through() -> None:
    till, standing = Tills().at(GATE, SMALL), Standing(scores_of(SMALL)[7], 0.9, 4)
    assert till.over_weeks(standing)[4] == till.receipts(standing)
    scores = scores_of(SMALL)
    assert till.over_scores(standing, scores)[7] == till.receipts(standing)
    assert scores == tuple(sorted(scores))
    assert scores[0] < START < scores[-1] <= 10.0
    high = SMALL.with_parameters(satisfaction_start=9.5)
    assert max(scores_of(high)) == 10.0


def test_a_standing_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="satisfaction is 11"):
        Tills().at(GATE, SMALL).receipts(Standing(11.0))
