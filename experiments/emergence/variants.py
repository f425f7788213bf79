"""Policies that differ from one of the catalogue in a single number, checked like any policy file."""

from sim.policies import Policy, load_policy
from sim.policies.policy import Contract, Term, Words
from sim.policies.reading import parse_policy, policy_to_toml
from sim.policies.vocabulary import Metric


def at_threshold(policy: Policy | str, threshold: float) -> Policy:
    """All satisfaction thresholds of the managers moved together, so that the highest lies at `threshold`."""
    base = _policy(policy)
    on = [term.threshold for term in base.manager.terms if _is_on_satisfaction(term) and term.threshold is not None]
    shift = threshold - max(on)
    terms = tuple(
        term.model_copy(update={"threshold": round((term.threshold or 0.0) + shift, 6)})
        if _is_on_satisfaction(term)
        else term
        for term in base.manager.terms
    )
    return _checked(base, f"{base.id} at {threshold:g}", base.manager.model_copy(update={"terms": terms}))


def salary_with_target(salary: Policy | str, target: Policy | str) -> Policy:
    """A policy without bonus in which managers get the satisfaction targets of another: the same money is at stake.

    What the targets pay is taken off the salary. Customers are asked as widely as under the policy of the targets.
    """
    base, other = _policy(salary), _policy(target)
    terms = tuple(term for term in other.manager.terms if _is_on_satisfaction(term))
    paid = sum(term.share or 0.0 for term in terms)
    manager = base.manager.model_copy(update={"salary": round(base.manager.salary - paid, 6), "terms": terms})
    return _checked(asked_as(base, other), f"{base.id} with target", manager)


def asked_as(policy: Policy | str, other: Policy | str) -> Policy:
    """The policy with another's survey, so that a comparison of the two is one of pay."""
    base, wide = _policy(policy), _policy(other)
    return _checked(base.model_copy(update={"survey": wide.survey}), f"{base.id} well asked", base.manager)


def _is_on_satisfaction(term: Term) -> bool:
    return term.metric == Metric.SATISFACTION


def _policy(policy: Policy | str) -> Policy:
    return policy if isinstance(policy, Policy) else load_policy(policy)


def _checked(base: Policy, name: str, manager: Contract) -> Policy:
    words = Words.model_validate({"en": name, "nl": name})
    changed = base.model_copy(update={"id": name, "name": words, "manager": manager})
    return parse_policy(policy_to_toml(changed), name)
