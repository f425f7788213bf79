"""The desk: what a page gets of the user's view, and how it changes it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import solara

from dashboard.state.history import History
from dashboard.state.view import View
from experiments.comparing.course import Course
from experiments.comparing.question import Question
from experiments.showing.language import Lang
from sim.company.scenario import Scenario


@dataclass(frozen=True)
class Desk:
    """A view, and ways to change it. One is made for each render; what changes it may be kept and called later."""

    view: View
    session: str
    """Names the user's tab, for fair turns."""
    history: History = field(repr=False)
    mistake: str = ""
    """What was wrong with the last thing asked; empty: nothing."""
    _update: Callable[[Callable[["Kept"], "Kept"]], None] = field(default=lambda change: None, repr=False)

    @property
    def lang(self) -> Lang:
        """The language of all words."""
        return self.view.lang

    @property
    def question(self) -> Question:
        """What is compared."""
        return self.view.question

    @property
    def scenario(self) -> Scenario:
        """The company, with everything set."""
        return self.view.question.of_scenario

    @property
    def courses(self) -> tuple[Course, ...]:
        """The courses that are compared, the first the one that others are set against."""
        return self.view.question.of_courses

    def change(self, question: Question) -> None:
        """Ask something else: it goes into history and address. What cannot be answered is refused and said."""
        try:
            _ = question.of_courses
        except ValueError as error:
            self._update(lambda kept, said=str(error): replace(kept, mistake=said))  # type: ignore[misc]
            return
        self._update(lambda kept: kept.asking(question))

    def note(self, **options: str | None) -> None:
        """Remember something of a page, as `note(**{"watch.week": "3"})`: in the address, not in history."""
        self._update(lambda kept: replace(kept, view=kept.view.noted(**options)))

    def show(self, **changes: object) -> None:
        """Another page, language or theme; or another question pinned."""
        self._update(lambda kept: replace(kept, view=replace(kept.view, **changes)))  # type: ignore[arg-type]

    def arrive(self, view: View, mistake: str) -> None:
        """Look at what an address says: the browser went back or forth."""
        self._update(lambda kept: Kept(view, kept.history, mistake))

    def undo(self) -> None:
        """Ask what was asked before."""
        self._update(lambda kept: kept.stepped(kept.history.back(kept.view.question)))

    def redo(self) -> None:
        """Ask what was taken back."""
        self._update(lambda kept: kept.stepped(kept.history.forth(kept.view.question)))


@dataclass(frozen=True)
class Kept:
    """What is kept of a user's tab while it is open."""

    view: View = field(default_factory=View)
    history: History = field(default_factory=History)
    mistake: str = ""

    def asking(self, question: Question) -> "Kept":
        """With another question; the one before can be had back."""
        if question == self.view.question:
            return replace(self, mistake="")
        view = replace(self.view, question=question)
        return Kept(view, self.history.asked(self.view.question))

    def stepped(self, step: tuple[Question, History]) -> "Kept":
        """After a step through history."""
        question, history = step
        return Kept(replace(self.view, question=question), history)


def use_desk(first: Callable[[], Kept], session: str) -> Desk:
    """The desk of this tab; `first` gives what it begins with."""
    begin = solara.use_memo(first, [])
    kept, set_kept = solara.use_state(begin)
    return Desk(kept.view, session, kept.history, kept.mistake, lambda change: set_kept(change))
