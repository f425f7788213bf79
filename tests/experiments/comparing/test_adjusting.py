"""One number of a contract by name: what the command line, a slider and a sweep move."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from experiments.comparing.adjusting import adjusted, adjusted_courses, sorted_out
from experiments.comparing.contract_keys import ContractKey, keys_of
from experiments.comparing.course import load_course
from experiments.comparing.question import Question
from experiments.errors import RequestError
from sim.policies import Policy, PolicyError, catalogue, load_policy

POLICIES = tuple(catalogue().values())
GATE = load_policy("gate-and-shared-target")
SCORECARD = load_policy("customer-scorecard")
EVERY = [(policy, row) for policy in POLICIES for row in keys_of(policy)]


def _key(policy: Policy, key: str) -> ContractKey:
    return next(row for row in keys_of(policy) if row.key == key)


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
def test_every_number_has_a_name_of_its_own_words_and_a_plausible_range(policy: Policy) -> None:
    rows = keys_of(policy)
    assert len({row.key for row in rows}) == len(rows)
    for row in rows:
        for words in (row.part, row.label, row.meaning, row.unit):
            assert all(text and text == text.strip() for text in (words.en, words.nl))
        assert row.low <= row.likely[0] < row.likely[1] <= row.high
        assert row.value is None or row.low <= row.value <= row.high


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
def test_a_policy_with_its_own_numbers_is_the_same_policy(policy: Policy) -> None:
    own = {row.key: row.value for row in keys_of(policy) if row.value is not None and not row.key.endswith(".mix")}
    assert adjusted(policy, own) == policy


@given(place=st.integers(0, len(EVERY) - 1), part=st.floats(0.0, 1.0))
def test_one_key_changes_one_number_and_nothing_else(place: int, part: float) -> None:
    policy, row = EVERY[place]
    value = row.likely[0] + part * (row.likely[1] - row.likely[0])
    try:
        changed = adjusted(policy, {row.key: str(value)})
    except PolicyError:  # a cap below its threshold: see below
        assume(False)
    after = {each.key: each.value for each in keys_of(changed)}
    before = {each.key: each.value for each in keys_of(policy)}
    assert changed.id == policy.id
    assert after[row.key] == pytest.approx(value)
    role_and_place = row.key.rsplit(".", 1)[0].split("-")[0]
    moved = {key for key, was in before.items() if key in after and after[key] != was}
    assert all(key == row.key or ".mix" in key or ".mix" in row.key for key in moved)
    assert all(key.startswith(role_and_place.split(".")[0]) for key in moved)


def test_a_mix_parts_the_money_of_two_terms_anew_and_keeps_its_sum() -> None:
    assert _key(SCORECARD, "manager.1-2.mix").value == pytest.approx(0.5)
    changed = adjusted(SCORECARD, {"manager.1-2.mix": 0.75})
    shares = [term.share for term in changed.manager.terms[:2]]
    assert shares == pytest.approx([0.04, 0.12])
    both = adjusted(SCORECARD, {"manager.1-2.mix": "0.25", "manager.2.share": "0.12"})
    assert [term.share for term in both.manager.terms[:2]] == pytest.approx([0.15, 0.05])


def test_only_terms_that_differ_in_scope_alone_are_mixed() -> None:
    mixes = [(policy.id, row.key) for policy, row in EVERY if row.key.endswith(".mix")]
    assert mixes == [("customer-scorecard", "manager.1-2.mix")]


@pytest.mark.parametrize(
    ("key", "value", "complaint"),
    [
        ("manager.2.threshold", "40", "target:manager.2.threshold = 40.0 must be a number from -10 to 10"),
        ("manager.2.treshold", "1", 'manager.2.treshold: is no number of this policy; did you mean "manager.2.thr'),
        ("manager.9.share", "1", "gate-and-shared-target:manager.9.share: is no number of this policy; did you mean"),
        ("manager.pay", "nan", "gate-and-shared-target:manager.pay = nan must be a number from 0 to 10"),
        ("manager.pay", "much", 'gate-and-shared-target:manager.pay = "much" must be a number'),
        ("manager.pay", "__import__('os')", "must be a number"),
        ("manager.salary", "1", 'is no number of this policy; did you mean "manager.pay"'),
        ("survey.coverage", "2", "gate-and-shared-target:survey.coverage = 2.0 must be a number from 0 to 1"),
        ("manager.1.share\n<script>", "1", "manager.1.share <script>: is no number"),
    ],
)  # fmt: skip
def test_a_number_that_cannot_be_is_refused_by_its_key(key: str, value: str, complaint: str) -> None:
    with pytest.raises(PolicyError) as refused:
        adjusted(GATE, {key: value})
    assert complaint in str(refused.value)


@pytest.mark.parametrize(("key", "value"), [("manager.1-2.mix", "1.5"), ("manager.1-2.mix", "nan")])
def test_a_mix_beyond_its_ends_is_refused(key: str, value: str) -> None:
    with pytest.raises(PolicyError, match="must be a number from 0 to 1"):
        adjusted(SCORECARD, {key: value})


def test_numbers_that_do_not_go_together_are_refused_where_they_stand() -> None:
    with pytest.raises(PolicyError, match=r"scorecard:manager\.1\.cap = 1\.0 must lie above the threshold of 1\.5"):
        adjusted(SCORECARD, {"manager.1.threshold": 1.5})


def test_settings_of_contracts_are_told_from_those_of_the_scenario() -> None:
    scenario, contracts = sorted_out({"problems.triage": "0.5", "a:manager.pay": "1", "a:survey.noise": "1"})
    assert scenario == {"problems.triage": "0.5"}
    assert contracts == {"a": {"manager.pay": "1", "survey.noise": "1"}}


def test_a_course_changes_wherever_its_policy_stands() -> None:
    course = load_course("gate-and-shared-target > fair-salary@10 > gate-and-shared-target@20")
    (changed,) = adjusted_courses([course], {"gate-and-shared-target": {"manager.pay": "1.2"}})
    assert [step.policy.manager.pay for step in changed.steps] == [1.2, 1.1, 1.2]
    assert (changed.id, changed.name) == (course.id, course.name)
    with pytest.raises(RequestError, match=r"sales-comission:manager\.pay: no policy with that name is asked for"):
        adjusted_courses([course], {"sales-comission": {"manager.pay": "1.2"}})


def test_a_question_sets_numbers_of_contracts_and_its_command_says_so() -> None:
    question = Question().with_setting("gate-and-shared-target:manager.2.threshold", "0.7")
    assert question.of_courses[1].first.manager.terms[1].threshold == 0.7
    assert question.of_scenario == Question().of_scenario
    assert "--set gate-and-shared-target:manager.2.threshold=0.7" in question.command
    waiting = question.replace(policies=("sales-commission", "fair-salary"))  # it comes back with its policy
    assert len(waiting.of_courses) == 2
    assert "--set" not in waiting.command
    with pytest.raises(RequestError, match='policy "gate" is not known'):
        _ = question.with_setting("gate:manager.pay", "1").of_courses
    with pytest.raises(PolicyError, match=r"target:manager\.2\.threshold = 77\.0 must be"):
        _ = question.with_setting("gate-and-shared-target:manager.2.threshold", "77").of_courses
