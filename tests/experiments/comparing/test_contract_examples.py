"""The numbers of a contract are explained by examples, as the levers of a company are."""

import pytest

from experiments.comparing.contract_keys import keys_of
from sim.policies import catalogue


@pytest.mark.parametrize("policy", catalogue().values(), ids=lambda policy: policy.id)
def test_every_number_has_an_example_in_both_languages(policy):
    for row in keys_of(policy):
        if row.key != "survey.noise":  # no lever, in the company neither
            assert row.example is not None, row.key
            assert row.example.en != row.example.nl
