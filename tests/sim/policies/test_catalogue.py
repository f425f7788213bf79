"""The policies that come along: one cause at a time, and the same pay at the start."""

import pytest

from sim.policies import Policy, catalogue, load_policy
from sim.policies.reading import CATALOGUE, parse_policy, policy_to_toml
from sim.policies.vocabulary import Above, Scope

OFFICIAL = {
    *("sales-commission", "division-targets", "desk-clearing", "fair-salary", "profit-focus", "ranking-tournament"),
    *("own-satisfaction-target", "own-satisfaction-gate", "shared-unit-target", "gate-and-shared-target"),
    *("customer-scorecard", "customer-mentions", "peer-nomination", "company-profit-share"),
    *("managers-flat", "half-commission", "gate-and-shared-half-sales"),
}
ONE_CAUSE = ("own-satisfaction-target", "own-satisfaction-gate", "shared-unit-target", "gate-and-shared-target")
"""Those that add to the commission what is in their name, and leave the commission as it is."""

pytestmark = pytest.mark.interpreted


def test_the_policies_of_the_design_are_there() -> None:
    assert set(catalogue()) >= OFFICIAL
    assert list(catalogue()) == sorted(catalogue())


@pytest.mark.parametrize("name", [path.stem for path in sorted(CATALOGUE.glob("*.toml"))])
def test_every_policy_of_the_catalogue(name: str) -> None:
    policy = load_policy(name)
    assert parse_policy(policy_to_toml(policy), "itself") == policy
    assert policy.name.en != policy.name.nl
    assert policy.meaning.en != policy.meaning.nl
    assert load_policy(CATALOGUE / f"{name}.toml") == policy
    assert [contract.pay for contract in policy.contracts] == [1.15, 1.10]  # none is dearer at the start
    assert [contract.salary for contract in policy.contracts] == [None, None]
    first = (CATALOGUE / f"{name}.toml").read_text(encoding="utf-8").split("\nid = ")[0]
    assert name == "sales-commission" or "gainst sales-commission" in first.replace("\n# ", " ")


@pytest.mark.parametrize("name", [path.stem for path in sorted(CATALOGUE.glob("*.toml"))])
def test_what_customers_say_is_asked_above_the_start_and_what_is_planned_is_a_level(name: str) -> None:
    for contract in load_policy(name).contracts:
        for term in contract.terms:
            if term.threshold is not None:
                of_customers = term.metric in ("satisfaction", "nps", "days")
                assert term.above == (Above.START if of_customers else None)
                assert term.threshold >= 0.0  # with `above`: no worse than at the start


def sales(policy: Policy) -> list[object]:
    """All terms on sales, with the role that has them."""
    return [(role, t) for role, each in enumerate(policy.contracts) for t in each.terms if t.metric == "sales"]


@pytest.mark.parametrize("name", ONE_CAUSE)
def test_a_policy_of_one_cause_leaves_sales_employees_and_attribution_alone(name: str) -> None:
    start, policy = load_policy("sales-commission"), load_policy(name)
    assert sales(policy) == sales(start)
    assert policy.employee == start.employee
    assert policy.attribution == start.attribution
    assert policy.survey == load_policy("own-satisfaction-gate").survey  # all asked as widely
    added = set(policy.manager.terms) - set(start.manager.terms)
    assert added
    assert all(term.metric == "satisfaction" and term.above == Above.START for term in added)


def test_the_policies_of_one_cause_differ_by_their_conditions() -> None:
    def conditions(name: str) -> set[tuple[str, str, Scope, float | None]]:
        start = load_policy("sales-commission").manager.terms
        added = [term for term in load_policy(name).manager.terms if term not in start]
        assert all(term.metric == "satisfaction" for term in added)
        return {(term.kind, term.metric, term.scope, term.threshold) for term in added}

    own_gate = ("gate", "satisfaction", Scope.DIVISION, 0.6)
    shared = ("target", "satisfaction", Scope.UNIT, 0.6)
    assert conditions("own-satisfaction-target") == {("target", "satisfaction", Scope.DIVISION, 0.6)}
    assert conditions("own-satisfaction-gate") == {own_gate}
    assert conditions("shared-unit-target") == {shared}
    assert conditions("gate-and-shared-target") == {own_gate, shared, ("gate", "satisfaction", Scope.UNIT, 0.4)}


@pytest.mark.parametrize("name", ["managers-flat", "half-commission", "ranking-tournament"])
def test_a_policy_about_sales_changes_only_the_managers_term_on_sales(name: str) -> None:
    start, policy = load_policy("sales-commission"), load_policy(name)
    assert (policy.employee, policy.survey, policy.attribution) == (start.employee, start.survey, start.attribution)
    (commission,) = start.manager.terms
    if name == "ranking-tournament":
        (prize,) = policy.manager.terms
        assert (prize.metric, prize.scope, prize.period) == (commission.metric, commission.scope, commission.period)
        assert (prize.share or 0.0) * (prize.winners or 0.0) == pytest.approx(commission.share, rel=0.01)
    else:
        halved = commission.model_copy(update={"share": 0.15})
        assert policy.manager.terms == (() if name == "managers-flat" else (halved,))


def test_half_the_sales_is_the_only_difference_of_the_half_sales() -> None:
    whole, half = load_policy("gate-and-shared-target"), load_policy("gate-and-shared-half-sales")
    commission = load_policy("sales-commission").manager.terms[0]
    assert whole.manager.terms[0] == commission
    assert half.manager.terms == load_policy("half-commission").manager.terms + whole.manager.terms[1:]
    assert (half.employee, half.survey, half.attribution) == (whole.employee, whole.survey, whole.attribution)


def test_four_fifths_of_the_scorecard_are_for_the_customer() -> None:
    stakes = {policy: load_policy(policy) for policy in ("customer-scorecard", "sales-commission")}
    for role in (0, 1):
        card, commission = (stakes[name].contracts[role].terms for name in ("customer-scorecard", "sales-commission"))
        at_stake = sum(term.share or 0.0 for term in card)
        assert at_stake == pytest.approx(sum(term.share or 0.0 for term in commission))
        assert sum(term.share or 0.0 for term in card if term.metric == "sales") == pytest.approx(at_stake / 5)
