"""What a user does on the page "Your company", as changes of the question.

What a browser sends is looked through first; what cannot be meant changes nothing.
"""

from dataclasses import dataclass
from typing import Protocol, cast

from dashboard.desk import Desk
from dashboard.pages.company.draft import MOST_ROWS, Draft, read_draft, written_out
from dashboard.pages.company.facts import asking
from dashboard.pages.company.problems import problems
from dashboard.pages.company.rows import text_of, with_value
from experiments.catalogue import scenarios
from experiments.comparing.question import Question
from experiments.showing.words import Words
from sim.company.scenario import Scenario
from sim.company.text import scenario_to_toml


class Keep(Protocol):
    """Keeps a draft, and the scenario that the question holds meanwhile."""

    def __call__(self, draft: Draft, meanwhile: Scenario, redraw: bool = True) -> None:
        """See `use_draft`."""


@dataclass(frozen=True)
class Moves:
    """The moves at a desk, with the draft in the fields and a way to keep another one."""

    desk: Desk
    draft: Draft
    keep: Keep
    words: Words

    def sketch(self, sent: object) -> None:
        """Somebody types: the picture follows, the question does not yet."""
        shaped = read_draft(sent)
        if shaped is not None:
            self.keep(shaped, self.desk.scenario)

    def shape(self, sent: object) -> None:
        """A field is done: the question follows, if the draft is a company."""
        shaped = read_draft(sent)
        if shaped is None:
            return
        if problems(shaped, self.words, self.desk.lang):
            self.keep(shaped, self.desk.scenario)
            return
        question = asking(self.desk.question, shaped)
        self.keep(shaped, question.of_scenario, redraw=False)  # the change redraws; before it, the two do not fit
        self.desk.change(question)

    def write_out(self, _: object) -> None:
        """From numbers to names, in the page's language; the browser learns of them as of a company from elsewhere."""
        lang = self.desk.lang
        named = written_out(self.draft, self.words.say("unit", lang), self.words.say("division", lang))
        if named.rows <= MOST_ROWS and not problems(named, self.words, lang):
            self.desk.change(asking(self.desk.question, named))

    def take(self, name: object) -> None:
        """Begin with a company of the catalogue."""
        if isinstance(name, str) and name in scenarios():
            self.desk.change(_about(self.desk.question, scenario=name, own_scenario=""))

    def read(self, scenario: Scenario) -> None:
        """Begin with the company of a file."""
        text = scenario_to_toml(scenario, commented=False)
        self.desk.change(_about(self.desk.question, scenario=Question().scenario, own_scenario=text))

    def put(self, sent: object) -> None:
        """Set a parameter, or how people were paid before the switch."""
        key, value = (sent.get("key"), sent.get("value")) if isinstance(sent, dict) else (None, None)
        text = text_of(key, value)
        if text is not None:
            self.desk.change(with_value(self.desk.question, cast(str, key), text))


def _about(question: Question, scenario: str, own_scenario: str) -> Question:
    """The question about another company; what was set in contracts stays, what was set in the company goes."""
    contracts = tuple((key, value) for key, value in question.settings if ":" in key)
    return question.replace(scenario=scenario, own_scenario=own_scenario, settings=contracts)
