"""A few runs give what they gave when we last looked: an unseen change of behaviour shows here first."""

import json

from experiments.evidence.baseline import FILE, baseline


def test_the_runs_of_the_baseline_give_the_same_numbers() -> None:
    assert baseline() == json.loads(FILE.read_text()), (
        "behaviour changed; if that is meant, run `python -m experiments.evidence.baseline` and say why in CHANGELOG.md"
    )
