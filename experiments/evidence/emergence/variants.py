"""Policies that differ from one of the catalogue in one thing, checked like any policy file."""

from collections.abc import Collection
from enum import StrEnum

from sim.company.scenario import Scenario
from sim.policies import Policy, load_policy
from sim.policies.parts import Words
from sim.policies.policy import Contract, Term
from sim.policies.reading import parse_policy, policy_to_toml
from sim.policies.vocabulary import Scope
from sim.simulation import Simulation


class Cause(StrEnum):
    """A thing that one managers' contract has changed against another."""

    LESS = "pressing sales less"
    GATE = "the own gate"
    SHARING = "sharing"


def at_threshold(policy: Policy | str, threshold: float) -> Policy:
    """All satisfaction thresholds of the managers moved together, so that the highest lies at `threshold`.

    That is a level, or points above a standing, as the policy has it.
    """
    base = _policy(policy)
    shift = threshold - highest_threshold(base)
    terms = tuple(
        term.model_copy(update={"threshold": round((term.threshold or 0.0) + shift, 6)})
        if _is_on_satisfaction(term)
        else term
        for term in base.manager.terms
    )
    return _checked(base, f"{base.id} at {threshold:g}", base.manager.model_copy(update={"terms": terms}))


def highest_threshold(policy: Policy | str) -> float:
    """The highest satisfaction that a policy asks of its managers: a level, or points above a standing."""
    return max(term.threshold or 0.0 for term in _policy(policy).manager.terms if _is_on_satisfaction(term))


def salary_with_target(salary: Policy | str, target: Policy | str) -> Policy:
    """A policy without bonus in which managers get the satisfaction targets of another: the same money is at stake.

    What the targets pay is taken off the salary; where the policy says what the whole pay is, that stays and the base
    is what is left of it. Customers are asked as widely as under the policy of the targets.
    """
    base, other = _policy(salary), _policy(target)
    terms = tuple(term for term in other.manager.terms if _is_on_satisfaction(term))
    fixed = base.manager.salary
    if fixed is not None:
        fixed = round(fixed - sum(term.share or 0.0 for term in terms), 6)
    manager = base.manager.model_copy(update={"salary": fixed, "terms": terms})
    return _checked(asked_as(base, other), f"{base.id} with target", manager)


def asked_as(policy: Policy | str, other: Policy | str) -> Policy:
    """The policy with another's survey, so that a comparison of the two is one of pay."""
    base, wide = _policy(policy), _policy(other)
    return _checked(base.model_copy(update={"survey": wide.survey}), f"{base.id} well asked", base.manager)


def asking(policy: Policy | str, coverage: float) -> Policy:
    """The policy with that share of ended problems whose customer is asked."""
    base = _policy(policy)
    survey = base.survey.model_copy(update={"coverage": coverage})
    return _checked(base.model_copy(update={"survey": survey}), f"{base.id} asking {coverage:.0%}", base.manager)


def partly(start: Policy | str, goal: Policy | str, causes: Collection[Cause]) -> Policy:
    """The start's managers with only those of the goal's changes that are named; customers are asked as under the goal.

    LESS: the goal's rate on sales instead of the start's. GATE: what hangs on the own division's customers. SHARING:
    all that hangs on the unit's customers, what it pays as well as what is lost. Salary or whole pay is the start's.
    """
    base, other = _policy(start), _policy(goal)
    sales = (other if Cause.LESS in causes else base).manager.terms
    terms = [term for term in sales if term.metric == "sales"]
    terms += [term for term in other.manager.terms if _is_on_satisfaction(term) and _cause(term) in causes]
    manager = base.manager.model_copy(update={"terms": tuple(terms)})
    name = f"{base.id} with {', '.join(each for each in Cause if each in causes) or 'nothing changed'}"
    return _checked(asked_as(base, other), name, manager)


def ranked_by_customers(policy: Policy | str, winners: float = 0.333) -> Policy:
    """A policy whose satisfaction targets for managers are rankings instead: the best win, whatever they reach."""
    base = _policy(policy)
    ranked = {"kind": "tournament", "winners": winners, "threshold": None, "above": None}
    terms = tuple(term.model_copy(update=ranked) if _is_on_satisfaction(term) else term for term in base.manager.terms)
    return _checked(base, f"{base.id} ranked", base.manager.model_copy(update={"terms": terms}))


def scaled_to(model: Policy | str, policy: Policy | str, price: str, scenario: Scenario) -> Policy:
    """The policy, its managers' pay for what `price` is about scaled until the price is that of `model` at the start.

    `price` is a column of the price list: "hour" (of selling; pay for sales is scaled), or "own_point" (satisfaction).
    """
    base = _policy(policy)
    metric = "sales" if price == "hour" else "satisfaction"
    factor = price_at_start(model, price, scenario) / price_at_start(base, price, scenario)
    terms = tuple(
        term.model_copy(update={"share": round(factor * (term.share or 0.0), 6)}) if term.metric == metric else term
        for term in base.manager.terms
    )
    return _checked(base, f"{base.id} scaled", base.manager.model_copy(update={"terms": terms}))


def price_at_start(policy: Policy | str, price: str, scenario: Scenario) -> float:
    """What a manager sees on the first day, mean over divisions (euro)."""
    world = Simulation(scenario, policy, weeks=1).world
    return float(world.managers["prices"][price].mean())


def _is_on_satisfaction(term: Term) -> bool:
    return term.metric == "satisfaction"


def _cause(term: Term) -> Cause:
    """Which change a term on satisfaction belongs to, by whose customers they are."""
    return Cause.SHARING if term.scope == Scope.UNIT else Cause.GATE


def _policy(policy: Policy | str) -> Policy:
    return policy if isinstance(policy, Policy) else load_policy(policy)


def _checked(base: Policy, name: str, manager: Contract) -> Policy:
    words = Words.model_validate({"en": name, "nl": name})
    changed = base.model_copy(update={"id": name, "name": words, "manager": manager})
    return parse_policy(policy_to_toml(changed), name)
