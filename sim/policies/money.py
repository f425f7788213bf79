"""The two ways to write down a role's money: base pay alone, or base and variable pay together."""

from sim.policies.kind import Key
from sim.policies.parts import Words

LEAST, MOST = 0.0, 10.0
"""Bounds of both, as a share of the scenario's standard salary of the role."""

MONEY: dict[str, Key] = {
    "pay": Key(
        label=Words(en="Pay, all together", nl="Beloning, alles samen"),
        meaning=Words(
            en="what base pay and bonuses are expected to come to at the start, as a share of the standard salary",
            nl="wat vast loon en bonussen bij het begin samen naar verwachting zijn, als deel van het standaardsalaris",
        ),
        low=LEAST,
        high=MOST,
        likely=(0.8, 1.4),
        usual=1.1,
    ),
    "salary": Key(
        label=Words(en="Base pay", nl="Vast loon"),
        meaning=Words(
            en="base pay only, as a share of the standard salary; bonuses come on top",
            nl="alleen het vaste loon, als deel van het standaardsalaris; bonussen komen erbovenop",
        ),
        low=LEAST,
        high=MOST,
        likely=(0.6, 1.3),
        usual=1.0,
    ),
}
"""By the key of a policy file; a contract has one of them."""
