"""The workshop: a form on the left, receipt and outcome of what is composed on the right."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import solara

from dashboard.desk import Desk
from dashboard.engine.answers import Stop, use_answer
from dashboard.engine.comparing import Found, use_comparison
from dashboard.engine.sharpening import ENGINE
from dashboard.look.plain import component
from dashboard.pages.facts import words_beside
from dashboard.pages.heading import Heading
from dashboard.pages.receipt.bons import Bon, bons, told
from dashboard.pages.receipt.page import TILLS, BonsView
from dashboard.pages.receipt.page import WORDS as RECEIPT_WORDS
from dashboard.pages.workshop.draft import Draft
from dashboard.pages.workshop.explaining import mistakes
from dashboard.pages.workshop.form import form, starts
from dashboard.pages.workshop.kept import Bench, bench_of, is_live, noted
from dashboard.pages.workshop.outcome import outcome
from dashboard.pages.workshop.saving import dropped, policies_of, saved, taken, tried
from experiments.comparing.course import Course, load_course
from experiments.comparing.question import Question
from experiments.comparing.tills import Standing
from experiments.showing.language import Lang
from sim.policies import Policy
from sim.receipt import in_reach

WORDS = words_beside(__file__)
BON_WORDS = [key for key, said in RECEIPT_WORDS.all.items() if "{" not in said["en"]]
FUTURES = 12
"""As many futures as an outcome is judged on while composing."""


@component("composer.vue")
def ComposerView(
    words: dict[str, str],
    form: dict[str, Any],
    starts: list[dict[str, str]],
    lang: str,
    toml: str,
    good: bool,
    kept: bool,
    said: str,
    refused: str,
    can_undo: bool,
    event_act: Callable[[Any], None],
    event_begin: Callable[[Any], None],
    event_save: Callable[[Any], None],
    event_drop: Callable[[Any], None],
    event_back: Callable[[Any], None],
    event_upload: Callable[[Any], None],
) -> None:
    """The form; see composer.vue."""


@component("outcome.vue")
def OutcomeView(
    words: dict[str, str],
    found: dict[str, Any] | None,
    state: str,
    against: str,
    others: list[dict[str, str]],
    event_set_against: Callable[[Any], None],
) -> None:
    """The outcome; see outcome.vue."""


@solara.component
def Workshop(desk: Desk) -> None:
    """Compose a contract."""
    lang, question = desk.lang, desk.question
    first = solara.use_memo(lambda: bench_of(desk.view.options, question, WORDS, lang), [])
    bench, put = solara.use_state(first)
    draft = bench.draft
    wrong = solara.use_memo(lambda: mistakes(draft.content, WORDS, lang), [draft, lang])
    policy = None if wrong else Policy.model_validate(draft.content)
    against = bench.against if bench.against in policies_of(question) else question.policies[0]
    asked = tried(question, draft, against, FUTURES) if policy is not None and against != draft.content["id"] else None
    wanted = (question.of_scenario, policy) if policy is not None else None
    printed = use_answer(wanted, partial(_bons, question, policy))
    found = use_comparison(asked, desk.session)

    def move(change: Callable[[Bench], Bench], live: bool = False) -> None:
        put(change)
        if not live:
            desk.note(**noted(change(bench)))

    def save(_: Any) -> None:
        if policy is not None:
            desk.change(saved(question, draft, bench.saved))
            move(lambda was: was.now_saved(WORDS.say("saved", lang, name=getattr(policy.name, lang))))

    def drop(_: Any) -> None:
        if bench.saved in question.own:
            desk.change(dropped(question, bench.saved))
            move(lambda was: was.no_longer_saved(WORDS.say("dropped", lang)))

    free = taken(question, bench.saved)
    words = {key: WORDS.say(key, lang) for key in WORDS.all if "{" not in WORDS.all[key][lang]}
    known = policies_of(question)
    with solara.Div():
        Heading(heading=words["title"], lede=words["lede"])
        with solara.Div(classes=["workshop"]):
            ComposerView(
                words=words,
                form=form(draft, wrong, desk.scenario, WORDS, lang),
                starts=starts([(name, each.name) for name, each in known.items()], lang),
                lang=lang,
                toml=draft.to_toml(),
                good=policy is not None,
                kept=_is_kept(question, draft),
                said=bench.said,
                refused=bench.refused,
                can_undo=bool(bench.past),
                event_act=lambda sent: move(lambda was: was.moved(sent, free), is_live(sent)),
                event_begin=lambda name: move(lambda was: was.begun(question, name, WORDS, lang)),
                event_save=save,
                event_drop=drop,
                event_back=lambda _: move(lambda was: was.back()),
                event_upload=lambda text: move(lambda was: was.uploaded(text, taken(question), WORDS, lang)),
            )
            with solara.Div(classes=["beside"]):
                others = [each for each in starts([(name, p.name) for name, p in known.items()], lang)
                          if each["value"] != draft.content["id"]]  # fmt: skip
                OutcomeView(
                    words=words,
                    found=_told(found, lang),
                    state=_state(policy, found),
                    against=against,
                    others=others if policy is not None else [],
                    event_set_against=lambda name: move(lambda was: was.set_against(question, name)),
                )
                if policy is not None and printed.value is not None:
                    BonsView(
                        words={key: RECEIPT_WORDS.say(key, lang) for key in BON_WORDS},
                        bons=told(*printed.value, words=RECEIPT_WORDS, lang=lang),
                        stale=printed.key != wanted,
                    )


def _told(found: Found | None, lang: Lang) -> dict[str, Any] | None:
    """The outcome of this draft, as far as it is there; not that of an older one."""
    if found is None or found.comparison is None or not found.futures:
        return None
    return outcome(found.comparison, WORDS, lang)


def _state(policy: Policy | None, found: Found | None) -> str:
    """How far the outcome is: a word that outcome.vue knows, or what is wrong."""
    if policy is None:
        return "wrong"
    if found is None:
        return "same"
    return found.mistake or ("ready" if found.sharp else "living")


def _is_kept(question: Question, draft: Draft) -> bool:
    """Whether the question holds the draft as it is."""
    return draft.to_toml() in question.own_policies


def _bons(question: Question, policy: Policy | None, stop: Stop) -> Iterator[tuple[Sequence[Course], Sequence[Bon]]]:
    if policy is not None:
        ENGINE.check(question)
        scenario, courses = question.of_scenario, (load_course(policy),)
        yield courses, bons(TILLS, courses, scenario, Standing(round(in_reach(scenario), 2)))
