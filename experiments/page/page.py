"""The page put together: a skeleton (page.html), the body once in each language (body.html), and the style (page.css,
after what all pages share).

Without a script the links at the top switch the language; a few lines of script only remember it in the page's title.
"""

from collections import Counter
from datetime import datetime
from html import escape
from pathlib import Path
from string import Template

from experiments.comparing.comparison import Comparison
from experiments.comparing.intervals import sentence
from experiments.comparing.reported import reported
from experiments.page import gallery, opening, receipts, sentences, tables
from experiments.page.findings import findings
from experiments.page.repeating import again
from experiments.page.words import WORDS, say
from experiments.showing import looks
from experiments.showing.counting import futures, people, weeks
from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.numbers import number
from experiments.storing.provenance import provenance
from sim.company.organisation import people_in
from sim.parameters import declared
from sim.receipt import in_reach

BIG = ("silo_index", "avoidable_handoffs", "satisfaction", "customers", "pay_so_far", "profit_so_far")
"""The numbers under the answer: benefits, and beside them their price."""
LIMITS = ("prediction", "assumptions", "luck", "company", "missing", "use")
_HERE = Path(__file__).parent
_NAMES: dict[Lang, str] = {"en": "English", "nl": "Nederlands"}


def render(found: Comparison, hero: str, lang: Lang = "en", beside: bool = False) -> str:
    """The whole page as HTML; `hero` is the policy that it is about, `lang` the language that it opens in.

    `beside` says whether the comparison's data are written next to it, which it then mentions. Raises ValueError if the
    hero was not compared.
    """
    if hero not in found.ids:
        raise ValueError(f'policy "{hero}" is not in this comparison; it has {", ".join(found.ids)}')
    drawn = Drawn(found, hero, beside)
    titles = {each: escape(opening.title(found, hero, each)) for each in LANGUAGES}
    order = sorted(LANGUAGES, key=lambda each: each == lang)  # the first shown stands last: see page.css
    return _template("page.html").substitute(
        lang=lang, title=titles[lang],
        css=looks.page_style() + "\n" + (_HERE / "page.css").read_text(encoding="utf-8"),
        bodies="".join(drawn.body(each, each == lang) for each in order),
        titles=" ".join(f'data-{each}="{text}"' for each, text in titles.items()),
    )  # fmt: skip


class Drawn:
    """What both languages share: the numbers, computed once."""

    def __init__(self, found: Comparison, hero: str, beside: bool) -> None:
        """`hero` is one of the comparison's policies; `beside` as of `render`."""
        self.found, self.hero, self.beside = found, hero, beside
        self.curves = gallery.all_curves(found)
        self.summary, self.paired = found.summary(), found.paired()
        self.receipts, self.points = receipts.receipts(found), receipts.points_a_month(found)
        self.note = provenance(
            found.scenario, found.policies, seed=found.seed, replicates=found.replicate_numbers, weeks=found.weeks
        )

    def body(self, lang: Lang, first: bool) -> str:
        """The page in one language."""
        found, hero = self.found, self.hero
        base = sentences.name_of(found, found.ids[0], lang)
        wall = self.curves[gallery.WALL]
        start = number(found.scenario.customers.satisfaction_start, 1, lang)
        fixed = {f"w_{key}": escape(text[lang]) for key, text in WORDS.all.items() if "{" not in text[lang]}
        texts = {
            "title": opening.title(found, hero, lang), "lede": opening.lede(found, lang),
            "answer": opening.answer(found, hero, lang),
            "futures_note": say("futures_note", lang, futures=futures(found.replicates, lang),
                                people=people(people_in(found.scenario), lang)),
            "before_after": say("before_after", lang, base=base, hero=sentences.name_of(found, hero, lang)),
            "wall_note": gallery.wall_note(found, wall, hero, lang),
            "more_bands": say("more_bands", lang, futures=futures(found.replicates, lang)),
            "singles_note": gallery.singles_note(found, lang),
            "receipts_note": say("receipts_note", lang, week=receipts.WEEK, start=start,
                                 satisfaction=number(in_reach(found.scenario), 1, lang)),
            "standings_note": say("standings_note", lang, week=receipts.WEEK, start=start),
            "tables_note": say("tables_note", lang, base=base),
        }  # fmt: skip
        parts = {
            "answer_more": _paragraph(opening.more(found, hero, lang)),
            "lang": lang, "place": "first" if first else "other", "switch": _switch(lang), "big": self._big(lang),
            "wall": gallery.wall(found, wall, lang), "key": gallery.key(found, lang),
            "singles": gallery.singles(found, self.curves[gallery.WALL], lang),
            "wall_table": tables.curve_table(found, wall, lang), "findings": self._findings(lang),
            "multiples": gallery.multiples(found, self.curves, lang),
            "receipts": receipts.cards(found, self.receipts, lang),
            "standings": receipts.standings_table(found, self.points, lang),
            "week6": tables.comparison_table(found, self.summary, self.paired, "week6", lang),
            "last_quarter": tables.comparison_table(found, self.summary, self.paired, "last_quarter", lang),
            "change": tables.change_table(found, lang), "limits": _limits(lang), "provenance": self._provenance(lang),
        }  # fmt: skip
        return _template("body.html").substitute(fixed, **{key: escape(text) for key, text in texts.items()}, **parts)

    def _big(self, lang: Lang) -> str:
        """A few numbers, large: from the first policy to the hero, over the last quarter."""
        if self.hero == self.found.ids[0]:
            return ""
        parts = []
        for measure in BIG:
            was, now = (
                sentences.value(self.found, policy, measure, "last_quarter", lang)
                for policy in (self.found.ids[0], self.hero)
            )
            apart = sentences.between(self.found, self.hero, self.found.ids[0], measure, "last_quarter")
            better = reported()[measure].better
            parts.append(
                f"<li><h3>{escape(say(f'big_{measure}', lang))}</h3>"
                f'<p class="figures"><span>{was}</span> <span aria-hidden="true">→</span>'
                f'<span class="unseen"> {escape(say("becomes", lang))} </span> <strong>{now}</strong></p>'
                f"<p>{escape(sentence(apart, better, lang))}</p></li>"
            )
        return "".join(parts)

    def _findings(self, lang: Lang) -> str:
        told = findings(self.found, self.hero, lang)
        return "".join(f"<li><h3>{escape(each.heading)}</h3><p>{escape(each.text)}</p></li>" for each in told)

    def _provenance(self, lang: Lang) -> str:
        found, note = self.found, self.note
        packages = note["packages"] if isinstance(note["packages"], dict) else {}
        made = [f"Python {note['python']}", *(f"{name} {version}" for name, version in packages.items() if version)]
        rows = {
            "made": _date(datetime.fromisoformat(str(note["made"])), lang), "scenario": found.scenario.name,
            "seed": str(found.seed), "futures": number(found.replicates, 0, lang),
            "weeks": say("weeks_of", lang, warmup=weeks(found.warmup, lang), weeks=weeks(found.weeks, lang)),
            "version": f"{note['program']} {note['version']}", "source": str(note["source_hash"]),
            "software": ", ".join(made), **({"files": say("files_text", lang)} if self.beside else {}),
            "more": say("more_text", lang),
        }  # fmt: skip
        command = again(found)
        lines = [f"<dt>{escape(say(key, lang))}</dt><dd>{escape(text)}</dd>" for key, text in rows.items()]
        return "".join((f"<dt>{escape(say('command', lang))}</dt><dd><code>{escape(command)}</code></dd>", *lines))


def _limits(lang: Lang) -> str:
    counts = Counter(each.evidence for each in declared())
    facts = {"all": counts.total(), "assumed": counts["assumption"], "weak": counts["weak"]}
    return "".join(f"<li>{escape(say(f'limit_{key}', lang, **facts))}</li>" for key in LIMITS)


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _switch(lang: Lang) -> str:
    """The links that switch the language."""
    marks = {each: ' aria-current="true"' if each == lang else "" for each in LANGUAGES}
    return " ".join(
        f'<a href="#{each}" hreflang="{each}" lang="{each}"{marks[each]}>{_NAMES[each]}</a>' for each in LANGUAGES
    )


def _date(made: datetime, lang: Lang) -> str:
    return say("date", lang, day=made.day, month=say("months", lang).split()[made.month - 1], year=made.year)


def _template(name: str) -> Template:
    return Template((_HERE / name).read_text(encoding="utf-8"))
