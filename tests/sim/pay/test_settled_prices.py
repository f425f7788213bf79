"""Law 2: a price is what settled pay differs by, over simulated periods, between working so and not so for a month.

Of every shipped policy and of eight contracts that nobody ships: see tests/sim/simulated_pay.py.
"""

import pytest
from builders import CATALOGUE
from midquarter import ACTS, Who, standing
from simulated_pay import worth_of

from sim.pay.outcomes import in_a_month
from sim.policies import Policy, load_policy
from sim.policies.vocabulary import Role

DRAWS = 8_000
WEEKS = (1, 6, 12)  # of the quarter
SURE = 4.0  # standard errors
RARE = 5.0  # a draw that never came, at this confidence, may have come with a chance of so many in all draws
THREE_MARKS = 0.005  # of what is at stake: how far prices are off where three levels of one metric have marks

SALES = {"kind": "rate", "metric": "sales", "scope": "division", "period": "quarter", "share": 0.3}
MINE = SALES | {"scope": "self"}


def gate(metric: str, scope: str, threshold: float, **more: str) -> dict:
    return {"kind": "gate", "metric": metric, "scope": scope, "period": "quarter", "threshold": threshold, **more}


def invented(manager: list[dict], employee: list[dict], attribution: str = "owner") -> Policy:
    text = {"en": "invented", "nl": "verzonnen"}
    return Policy.model_validate({
        "id": "invented", "origin": "none", "name": text, "meaning": text, "attribution": attribution,
        "survey": {"coverage": 0.6},
        "manager": {"pay": 1.3, "terms": manager}, "employee": {"pay": 1.3, "terms": employee},
    })  # fmt: skip


START = {"above": "start"}
NPS = {"kind": "target", "metric": "nps", "scope": "unit", "period": "month", "share": 0.3, "threshold": 30.0}
THREE = [gate("satisfaction", scope, at, **START) for scope, at in (("division", 0.5), ("unit", 0.4), ("company", 0.3))]
SHARED = {"kind": "target", "metric": "satisfaction", "scope": "unit", "period": "quarter", "share": 0.2,
          "threshold": 0.6, "above": "start"}  # fmt: skip
MARGIN = {"kind": "rate", "metric": "margin", "scope": "unit", "period": "quarter", "share": 0.2}
SOONER = {"kind": "slide", "metric": "days", "scope": "division", "period": "quarter", "share": 0.2,
          "threshold": 3.0, "cap": 1.5}  # fmt: skip
FINE = {"kind": "rate", "metric": "days", "scope": "division", "period": "quarter", "share": -0.12}

INVENTED = {
    "speed gate": invented([SALES, gate("days", "division", 2.2)], [MINE, gate("days", "self", 2.2)]),
    "company gate": invented([SALES, gate("satisfaction", "company", 0.3, **START)],
                             [MINE, gate("satisfaction", "company", 0.3, **START)]),
    "nps by the month": invented([NPS], [NPS | {"scope": "division"}]),
    "three gates": invented([SALES, SHARED, *THREE], [MINE, SHARED, *THREE]),
    "margin share": invented([MARGIN], [MARGIN | {"scope": "company"}]),
    "self gate": invented([SALES, gate("satisfaction", "self", 8.0)], [MINE, gate("satisfaction", "self", 8.0)]),
    "last touch": invented([SALES, SHARED | {"scope": "division"}, SOONER], [SHARED | {"scope": "self"}, SOONER],
                           attribution="last"),
    "fine by the day": invented([SALES, FINE], [MINE, FINE]),
}  # fmt: skip


def priced() -> list:
    """Every role that has variable pay, of every shipped policy and every invented one."""
    policies = {name: load_policy(name) for name in CATALOGUE} | INVENTED
    return [
        pytest.param(policy, role, id=f"{name}-{role.name.lower()}")
        for name, policy in policies.items() for role in Role if policy.contracts[role].terms
    ]  # fmt: skip


@pytest.mark.parametrize("week", WEEKS)
@pytest.mark.parametrize(("policy", "role"), priced())
def test_every_price_is_the_difference_in_settled_pay(policy: Policy, role: Role, week: int) -> None:
    w, who = standing(policy, week, week), Who(role, 1)
    c, p = w.company[0], w.parameters[0]
    listed, credit = who.prices(w)
    if role == Role.MANAGER:  # who has credit for a problem too, from which sales are told apart here
        credit -= max(listed["own_point"] - listed["unit_point"], 0.0)
    listed["own_hour"] = credit * p.sale_chance
    stake = float(abs(w.terms.amount[slice(*w.spans[role])]).sum())
    rough = THREE_MARKS if policy is INVENTED["three gates"] else 0.0
    assert any(listed.values())
    for name, found in worth_of(w, who, list(ACTS), DRAWS, seed=7).items():
        a_month = max(in_a_month(ACTS[name][0], who.own(w)[1], c, p), 1.0)
        slack = SURE * found.error + (RARE / DRAWS + rough) * stake / a_month
        assert listed[name] == pytest.approx(found.mean, abs=slack), name
