"""The workshop without a browser: moves on a draft, what the form shows, and what is said of a wrong contract."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.pages.workshop import draft as drafts
from dashboard.pages.workshop.draft import MOST_TERMS, ROLES, Draft, begun_from, draft_of, reopened
from dashboard.pages.workshop.explaining import content_of, mistakes
from dashboard.pages.workshop.form import form
from dashboard.pages.workshop.kept import Bench, bench_of, noted
from dashboard.pages.workshop.moves import MOVES, after, uploaded
from dashboard.pages.workshop.naming import slug
from dashboard.pages.workshop.page import WORDS
from dashboard.pages.workshop.saving import MOST_COMPARED, dropped, saved, taken, tried
from experiments.comparing.question import Question
from experiments.showing.language import LANGUAGES, Lang
from sim.company.scenario import Scenario
from sim.policies import Policy, catalogue, load_policy
from sim.policies.metrics import METRICS
from sim.policies.reading import parse_policy, policy_to_toml
from sim.policies.terms import KINDS

ROOT = Path(__file__).parents[3]
POLICIES = tuple(catalogue().values())
GATE = load_policy("gate-and-shared-target")


def _draft(policy: Policy = GATE) -> Draft:
    return begun_from(policy, catalogue(), ("My own", "Mijn eigen"))


def _moved(draft: Draft, **sent: Any) -> Draft:
    return after(draft, sent, catalogue())


def _shown(draft: Draft, lang: Lang = "en") -> dict[str, Any]:
    return form(draft, mistakes(draft.content, WORDS, lang), Scenario(), WORDS, lang)


# ----------------------------------------------------------------------------------------------------------- drafts


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
def test_a_draft_is_the_policy_under_a_name_of_its_own(policy: Policy) -> None:
    found = parse_policy(_draft(policy).to_toml(), "test")
    assert (found.id, found.name.en, found.name.nl) == ("my-own", "My own", "Mijn eigen")
    assert (found.employee, found.manager, found.survey) == (policy.employee, policy.manager, policy.survey)
    assert parse_policy(reopened(policy).to_toml(), "test") == policy


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_term_of_every_kind_can_be_added_to_a_contract_that_pays(role: str, kind: str) -> None:
    draft = _moved(_draft(load_policy("sales-commission")), move="add", role=role, kind=kind)
    assert mistakes(draft.content, WORDS, "en") == ()
    policy = parse_policy(draft.to_toml(), "test")
    assert getattr(policy, role).terms[-1].kind == kind


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("above", [None, "start", "last"])
def test_kind_metric_and_reference_can_be_changed_in_any_order_and_it_stays_a_contract(
    kind: str, metric: str, above: str | None
) -> None:
    draft = _draft(load_policy("sales-commission"))
    for name, value in (("above", above), ("metric", metric), ("kind", kind), ("scope", "company"), ("period", "year")):
        draft = _moved(draft, move="set", role="manager", place=0, name=name, value=value)
    (term,) = draft.content["manager"]["terms"]
    assert term["kind"] == kind
    assert term["metric"] == (metric if metric in KINDS[kind].metrics else KINDS[kind].metrics[0])
    reasons = {each.reason for each in mistakes(draft.content, WORDS, "nl")}
    assert reasons <= {"gate_alone", "no_rivals"}
    assert all(each["name"] in KINDS[kind].keys for each in _shown(draft)["roles"][0]["terms"][0]["numbers"])


def test_terms_are_shifted_and_removed() -> None:
    draft = _draft()
    first, second, *_ = draft.content["manager"]["terms"]
    shifted = _moved(draft, move="shift", role="manager", place=0, by=1)
    assert shifted.content["manager"]["terms"][:2] == [second, first]
    assert _moved(draft, move="shift", role="manager", place=0, by=-1) == draft
    assert _moved(draft, move="remove", role="manager", place=0).content["manager"]["terms"][0] == second
    full = draft
    for _ in range(MOST_TERMS + 3):
        full = _moved(full, move="add", role="manager", kind="target")
    assert len(full.content["manager"]["terms"]) == MOST_TERMS


def test_numbers_and_words_are_set() -> None:
    draft = _moved(_draft(), move="set", role="manager", place=1, name="threshold", value=0.8)
    draft = _moved(draft, move="pay", role="employee", name="salary", value=0.9)
    draft = _moved(draft, move="survey", name="coverage", value=None)
    draft = _moved(draft, move="attribute", value="all")
    draft = _moved(draft, move="explain", value="Says <b>who</b>")
    draft = _moved(draft, move="name", value='Gate "two"')
    policy = parse_policy(draft.to_toml(), "test")
    assert policy.manager.terms[1].threshold == 0.8
    assert (policy.employee.salary, policy.employee.pay) == (0.9, None)
    assert (policy.survey.coverage, policy.survey.noise) == (None, 0.5)
    assert (policy.attribution.name, policy.meaning.nl) == ("ALL", "Says <b>who</b>")
    assert (policy.id, policy.name.en) == ("gate-two", 'Gate "two"')


HOSTILE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    | st.sampled_from(["manager", "employee", "kind", "metric", "share", "set", "terms", "__class__", "id"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(
    sent=st.dictionaries(
        st.sampled_from(["move", "role", "place", "name", "value", "by", "kind"]),
        st.sampled_from([*MOVES, "name"]) | HOSTILE,
    )
    | HOSTILE
)
@settings(max_examples=4 * settings().max_examples)
def test_whatever_a_browser_sends_leaves_a_draft_that_can_be_shown(sent: object) -> None:
    draft = after(_draft(), sent, catalogue())
    for lang in LANGUAGES:
        assert _shown(draft, lang)["roles"]
    assert isinstance(content_of(draft.to_toml(), WORDS, "en"), dict)


# ------------------------------------------------------------------------------------------------------------- form


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
def test_the_form_shows_every_choice_and_number_with_its_words(policy: Policy, lang: Lang) -> None:
    shown = _shown(_draft(policy), lang)
    assert shown["elsewhere"] == []
    assert {each["value"] for each in shown["kinds"]} == set(KINDS)
    for role in shown["roles"]:
        assert role["money"]["value"] == pytest.approx(getattr(getattr(policy, role["role"]), role["money"]["name"]))
        for term, was in zip(role["terms"], getattr(policy, role["role"]).terms, strict=True):
            assert [each["name"] for each in term["numbers"]] == [
                name for name in ("share", "threshold", "cap", "winners") if name in KINDS[was.kind].keys
            ]
            for each in term["numbers"]:
                assert each["value"] == getattr(was, each["name"])
                low, high = each["likely"]
                assert low <= each["value"] * each["scale"] <= high
                assert each["low"] <= low < high <= each["high"]
                assert 0.0 < each["step"] < high - low
                assert all(each[key] for key in ("label", "help", "unit"))
            for choice in term["choices"]:
                assert choice["value"] in {option["value"] for option in choice["options"]}
                assert all(option["label"] and option["meaning"] for option in choice["options"])
                assert choice["help"]


def test_a_new_kind_and_a_new_metric_appear_in_the_form_by_themselves(tmp_path: Path) -> None:
    import sys

    sys.path.insert(0, str(ROOT / "tests" / "sim"))
    try:
        from plugins import copy_of_the_model, run

        kind = _text_in("test_new_kind.py", "KIND")
        metric = _text_in("test_new_metric.py", "METRIC")
    finally:
        sys.path.remove(str(ROOT / "tests" / "sim"))
    policies = copy_of_the_model(tmp_path) / "policies"
    (policies / "terms" / "square.py").write_text(kind)
    (policies / "metrics" / "solved.py").write_text(metric)
    said, complaint = run(tmp_path, NEW, PYTHONPATH=f"{tmp_path}:{ROOT}", NUMBA_DISABLE_JIT="1")
    assert complaint == ""
    assert said.split("\n")[:4] == ["Kwadraat", "Opgeloste problemen", "square solved 0.15", "square:share"]


NEW = """
from dashboard.pages.workshop.draft import begun_from
from dashboard.pages.workshop.explaining import mistakes
from dashboard.pages.workshop.form import form
from dashboard.pages.workshop.moves import after
from dashboard.pages.workshop.page import WORDS
from experiments.comparing.contract_keys import keys_of
from sim.company.scenario import Scenario
from sim.policies import load_policy
from sim.policies.reading import parse_policy

draft = begun_from(load_policy("fair-salary"), [], ("A", "B"))
draft = after(draft, {"move": "add", "role": "manager", "kind": "square"}, [])
draft = after(draft, {"move": "set", "role": "manager", "place": 0, "name": "metric", "value": "solved"}, [])
shown = form(draft, mistakes(draft.content, WORDS, "nl"), Scenario(), WORDS, "nl")
print(*(each["label"] for each in shown["kinds"] if each["value"] == "square"))
choices = {each["name"]: each["options"] for each in shown["roles"][0]["terms"][0]["choices"]}
print(*(each["label"] for each in choices["metric"] if each["value"] == "solved"))
term = parse_policy(draft.to_toml(), "test").manager.terms[0]
print(term.kind, term.metric, term.share)
print(*(f"{term.kind}:{row.key.split('.')[-1]}" for row in keys_of(parse_policy(draft.to_toml(), "test"))
        if row.key.startswith("manager.1.")))
"""


def _text_in(file: str, name: str) -> str:
    """A text that a test of the model has under a name."""
    for node in ast.parse((ROOT / "tests" / "sim" / "policies" / file).read_text()).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name:
            return str(ast.literal_eval(node.value))
    raise AssertionError(f"{file} has no {name}")


# --------------------------------------------------------------------------------------------------------- mistakes


def _reasons() -> set[str]:
    """The rules that a refusal of the model may name."""
    found: set[str] = set()
    for file in (ROOT / "sim" / "policies").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if named and node.func.id in ("wrong", "asked_for"):  # type: ignore[union-attr]
                given = node.args[3 if node.func.id == "wrong" else 2]  # type: ignore[union-attr]
                found |= {each.value for each in ast.walk(given) if isinstance(each, ast.Constant)}  # type: ignore[misc]
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "reason":
                found |= {each.value for each in ast.walk(node.value)
                          if isinstance(each, ast.Constant) and isinstance(each.value, str)}  # fmt: skip
    return found


def test_every_rule_that_can_be_broken_has_words_and_none_besides() -> None:
    told = {key.removeprefix("wrong_") for key in WORDS.all if key.startswith("wrong_")}
    assert told == _reasons()


WRONG: list[tuple[str, str, str, str, str]] = [
    ("share = 0.15", "share = 12.0", "manager.2.share", "out_of_bounds", "Dit moet van 0 % tot 1.000 % zijn."),
    ("threshold = 0.4", "threshold = 44.0", "manager.4.threshold", "out_of_bounds", "Dit moet van −10 tot 10 zijn."),
    ("pay = 1.1\n", "pay = 11\n", "manager.pay", "no_number_from", "Dit moet een getal zijn van 0 % tot 1.000 %."),
    ("pay = 1.1\n", "", "manager.salary", "money_missing", "Zeg wat de beloning is: “Beloning, alles"),
    ("pay = 1.1\n", "pay = 1.1\nsalary = 1\n", "manager.pay", "money_twice", "Geef een van de twee:"),
    ('kind = "target"', 'kind = "prize"', "manager.2.kind", "unknown_name", "“prize” is hier niet bekend."),
    ('kind = "target"', 'kind = "nomination"', "manager.2.metric", "metric_of_kind", "kan niet over tevredenheid gaan"),
    ('quarter"\nshare = 0.15', 'year"\nshare = 0.15', "manager.2.period", "period_of_gate", "kies een kwartaal"),
    ("threshold = 0.4", "tresh = 0.4", "manager.4.tresh", "unknown_key", "“tresh” is hier geen sleutel"),
    ("[employee]", "[[employee]]", "employee", "no_table", "Dit moet een tabel zijn"),
    ('name.en = "Gate and shared target"\n', "", "name.en", "key_missing", "“en” ontbreekt."),
    ('meaning.en = "A', 'meaning.en = "\\tA', "meaning.en", "no_line", "Schrijf een tekst op één regel."),
    ('origin = "', f'origin = "{"x" * 500}', "origin", "long_line", "het meeste is 400 tekens"),
    ("coverage = 0.6", 'coverage = "much"', "survey.coverage", "no_number_from", "van 0 % tot 100 %"),
    ("coverage = 0.6", "coverage = nan", "survey.coverage", "no_number_from", "van 0 % tot 100 %"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "where", "reason", "said"), WRONG)
def test_a_mistake_is_told_at_its_field_in_the_readers_language(
    right: str, wrong: str, where: str, reason: str, said: str
) -> None:
    text = policy_to_toml(GATE)
    assert right in text
    # the last place is the manager's
    content = content_of(wrong.join(text.rsplit(right, 1)), WORDS, "nl")
    assert isinstance(content, dict)
    found = mistakes(content, WORDS, "nl")
    assert (where, reason) in [(each.where, each.reason) for each in found]
    assert said in next(each.text for each in found if each.where == where)
    english = next(each.text for each in mistakes(content, WORDS, "en") if each.where == where)
    assert english != next(each.text for each in found if each.where == where)


def test_what_is_wrong_together_is_told_where_it_is_mended() -> None:
    slide = _draft(load_policy("customer-scorecard"))
    slide = _moved(slide, move="set", role="manager", place=0, name="threshold", value=1.5)
    (found,) = mistakes(slide.content, WORDS, "en")
    assert (found.where, found.reason) == ("manager.1.cap", "cap_not_above")
    assert found.text == "This must be more than the start of 1.5."
    shown = _shown(slide)["roles"][0]["terms"][0]["numbers"]
    assert [each["wrong"] for each in shown] == ["", "", found.text]
    alone = _draft(load_policy("fair-salary"))
    alone = _moved(alone, move="add", role="manager", kind="gate")
    assert "no bonus behind it" in _shown(alone)["roles"][0]["wrong"]


# ---------------------------------------------------------------------------------------------------------- uploads


def test_an_uploaded_contract_is_opened_under_an_id_that_is_free() -> None:
    found = uploaded(policy_to_toml(GATE), taken(Question()), WORDS, "en")
    assert isinstance(found, Draft)
    assert found.content["id"] == "gate-and-shared-target-2"
    mendable = uploaded(policy_to_toml(GATE).replace("share = 0.15", "share = 12.0"), (), WORDS, "en")
    assert isinstance(mendable, Draft)
    assert "1,000 %" in _shown(mendable)["roles"][0]["terms"][1]["numbers"][0]["wrong"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (7, "no text"), ("\x00\x01", "no text"), ("PK\x03\x04 binary", "line 1, column 3"), ("a = [" * 5000, "TOML"),
        ("x" * 300_000, "too large"), ("", "is missing"), ('id = "a"\nterms = 3', "“terms” is no key"),
        ("id = '<script>alert(1)</script>'\n=", "line 2, column 1"),
    ],
)  # fmt: skip
def test_what_is_no_contract_is_refused_in_words(text: object, said: str) -> None:
    found = uploaded(text, (), WORDS, "en")
    assert isinstance(found, str)
    assert said in found


@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda data: data.decode("latin-1")))
def test_no_text_breaks_the_upload(text: str) -> None:
    assert isinstance(uploaded(text, (), WORDS, "nl"), str)


@given(st.text(max_size=60))
def test_an_id_can_stand_in_a_course_a_setting_and_a_file(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))


# ----------------------------------------------------------------------------------------------------------- saving


def test_a_saved_draft_is_one_of_the_questions_own_policies_and_compared() -> None:
    draft = _moved(_draft(), move="set", role="manager", place=1, name="threshold", value=0.8)
    question = saved(Question(), draft, "")
    assert question.policies == (*Question().policies, "my-own")
    assert question.of_courses[-1].first.manager.terms[1].threshold == 0.8
    renamed = _moved(draft, move="name", value="Better one")
    again = saved(question.with_setting("my-own:manager.pay", "1.3"), renamed, "my-own")
    assert (list(again.own), again.policies[-1], again.settings) == (["better-one"], "better-one", ())
    assert dropped(again, "better-one") == Question()
    full = Question(policies=("sales-commission", "fair-salary", "desk-clearing", "half-commission"))
    assert len(saved(full, draft, "").policies) == MOST_COMPARED


def test_a_draft_is_tried_against_another_with_what_is_set_in_that() -> None:
    question = Question(replicates=50).with_setting("sales-commission:manager.pay", "1.3")
    asked = tried(question, _draft(), "sales-commission", 12)
    assert [course.id for course in asked.of_courses] == ["sales-commission", "my-own"]
    assert (asked.in_futures, asked.of_courses[0].first.manager.pay) == (12, 1.3)


# ------------------------------------------------------------------------------------------------------------ bench


def test_the_address_brings_the_draft_back() -> None:
    bench = bench_of({}, Question(), WORDS, "en")
    assert bench.draft.content["name"]["nl"] == "Mijn Poort en gedeeld doel"
    moved = bench.moved({"move": "set", "role": "manager", "place": 1, "name": "share", "value": 0.2}, ())
    options = {name: text for name, text in noted(moved).items() if text is not None}
    again = bench_of(options, Question(), WORDS, "nl")
    assert again.draft.content == moved.draft.content
    wrong = moved.moved({"move": "set", "role": "manager", "place": 1, "name": "share", "value": 99}, ())
    kept = {name: text for name, text in noted(wrong).items() if text is not None}
    assert bench_of(kept, Question(), WORDS, "nl").draft.content == wrong.draft.content


def test_a_draft_that_is_in_the_question_word_for_word_is_that_policy() -> None:
    bench = bench_of({}, Question(), WORDS, "en")
    question = saved(Question(), bench.draft, "")
    options = {name: text for name, text in noted(bench).items() if text is not None}
    assert bench_of(options, question, WORDS, "en").saved == bench.draft.content["id"]
    changed = bench.moved({"move": "attribute", "value": "all"}, ())
    options = {name: text for name, text in noted(changed).items() if text is not None}
    assert bench_of(options, question, WORDS, "en").saved == ""


@pytest.mark.parametrize("text", ["", "x", "%00", "eNpLTEoGAAJNASc", "a" * 4000])
def test_an_address_that_holds_no_draft_begins_anew(text: str) -> None:
    options = {"workshop.draft": text, "workshop.saved": "../../x", "workshop.against": "<b>"}
    bench = bench_of(options, Question(), WORDS, "en")
    assert (bench.saved, bench.against) == ("", "sales-commission")
    assert bench.draft == bench_of({}, Question(), WORDS, "en").draft


def test_a_drag_is_one_step_of_the_way_back() -> None:
    first = bench_of({}, Question(), WORDS, "en")
    bench = first
    for part in range(1, 6):
        sent = {"move": "set", "role": "manager", "place": 0, "name": "share", "value": part / 20, "live": part < 5}
        bench = bench.moved(sent, ())
    assert bench.draft.content["manager"]["terms"][0]["share"] == 0.25
    assert bench.back().draft == first.draft
    nothing: Bench = first.back()
    assert nothing == first


def test_a_policy_of_ones_own_is_opened_again_under_its_own_name() -> None:
    question = saved(Question(), _draft(), "")
    bench = bench_of({}, question, WORDS, "en").begun(question, "my-own", WORDS, "en")
    assert (bench.saved, bench.draft.content["id"]) == ("my-own", "my-own")
    assert bench.begun(question, "no-such", WORDS, "en") == bench
    assert bench.begun(question, {"a": 1}, WORDS, "en") == bench
    other = draft_of(drafts.reopened(GATE).content, "x")
    assert other.content["id"] == GATE.id
