"""The story of one problem, in sentences, from the event log: who had it, who helped, and what its customer said."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.showing.words import Words
from experiments.watching.moments import Moments
from experiments.watching.names import Names, listed
from experiments.watching.sentences import Happened, Sentence, Story
from experiments.watching.tape import Tape
from sim.agents.customer import answer, score
from sim.calendar import HOURS_A_DAY, HOURS_A_WEEK
from sim.life.problems import least_handoffs
from sim.log import EventKind
from sim.tables import Row

WORDS = Words(Path(__file__).with_name("words.toml"))

AT_ONCE = 0.25
"""Hours: who waited no longer did not wait."""


def story_of(tape: Tape, problem: int, lang: Lang, until: float) -> Story:
    """What happened to a problem (by its number in the film) up to an hour of the film."""
    teller = Teller(tape, problem, lang)
    events = tape.events_of(problem)
    for line in events[events["time"] <= until]:
        teller.tell(line)
    if teller.state == "open":
        teller.tell_how_it_stands(until)
    title = WORDS.say("story_title", lang, number=problem + 1, owner=teller.owner)
    return Story(problem=problem, title=title, state=teller.state, sentences=teller.sentences)


class Teller:
    """Tells what happened to one problem, line by line, and remembers what later sentences need."""

    def __init__(self, tape: Tape, problem: int, lang: Lang) -> None:
        """Before its first line, or, if it was open when the film began, with what happened until then told."""
        self.tape, self.problem, self.lang = tape, problem, lang
        self.names, self.moments = Names(tape.end), Moments(tape.first_week, WORDS)
        self.sentences: list[Sentence] = []
        self.state = "open"
        self.row = row = tape.came_row(problem)
        self.owner = self.names.divisions[row["owner"]]
        parts = range(int(row["parts"]))
        self.to_do = [int(row["needs"][part]) for part in parts if not row["done"][part]]
        self.seen = {int(d) for d in row["visited"][: row["visits"]]}
        self.volleys = int(row["passes"])
        self.at, self.lies_since = int(row["at"]), float(row["ready_at"]) - tape.began
        self.holder: int | None = None  # employee who has it in hand
        self.guests: list[str] = []  # who came to the table that is being called
        self.vain = False  # whether the holder has asked for a table in vain
        self.felt = 0.0  # by the customer in the end, 0-10
        if row["arrived"] < tape.began:
            self._tell_the_past(row)

    def tell(self, line: np.void) -> None:
        """One line of the log."""
        kind = EventKind(line["kind"])
        if kind in _STEPS:
            where = (int(line["division"]), int(line["other"]), int(line["employee"]))
            _STEPS[kind](self, Happened(kind, float(line["time"]), *where))

    def tell_how_it_stands(self, until: float) -> None:
        """A problem that is open still: where it is, and for how long."""
        if self.holder is not None:
            self._say(until, "in_hand", person=self._person(self.holder))
        elif self.to_do and until >= self.lies_since:
            waited = self.moments.span(until - self.lies_since, self.lang)
            self._say(until, "lies", here=self._name(self.at), waited=waited)

    # -------------------------------------------------------------------------------------------- what happened

    def arrived(self, now: Happened) -> None:
        """Who came, where, and what it takes."""
        here = self._name(now.division)
        text = self._word(
            "arrived" if now.division in self.to_do else "arrived_wrong_door", owner=self.owner, here=here
        )
        needs = self._word("needs_one" if len(self.to_do) == 1 else "needs_more", needed=self._needed())
        self._add(now.time, "arrived", f"{text} {needs}")

    def picked_up(self, now: Happened) -> None:
        """Who took it up, and how long it had lain there."""
        waited = now.time - self.lies_since
        self.holder, self.at = now.employee, now.division
        self.guests.clear()
        self.vain = False
        key = "picked_up_at_once" if waited <= AT_ONCE else "picked_up"
        text = self._word(key, person=self._person(now.employee), waited=self._span(max(waited, 0.0)))
        self._add(now.time, "picked_up", text)

    def passed(self, now: Happened) -> None:
        """A volley: whether something could have been done, and whether it goes where it is needed."""
        self.volleys += 1
        there = self._name(now.other)
        key = "passed_undone" if now.division in self.to_do else "passed_in_vain" if self.vain else "passed_no_part"
        text = [self._word(key, person=self._person(now.employee), there=there)]
        if now.other not in self.to_do and self.to_do:
            text.append(self._word("no_part_there", there=there))
        if now.other in self.seen:
            text.append(self._word("was_there", there=there))
        if self.volleys > 1:
            text.append(self._word("volley_number", count=number(self.volleys, 0, self.lang)))
        self._add(now.time, "passed", " ".join(text))
        self._moves(now)

    def handed_on(self, now: Happened) -> None:
        """A proper hand-over."""
        self.to_do = [part for part in self.to_do if part != now.division]
        self._say(now.time, "handed_on", person=self._person(now.employee), there=self._name(now.other))
        self._moves(now)

    def came(self, now: Happened) -> None:
        """Somebody was asked to the table, and came."""
        self.guests.append(self._person(now.employee))
        self._answered(now, "came")

    def refused(self, now: Happened) -> None:
        """Or did not."""
        self.guests.clear()
        self.vain = True
        self._answered(now, "refused")

    def table(self, now: Happened) -> None:
        """All that are needed sit down."""
        people = listed([self._person(now.employee), *self.guests], WORDS, self.lang)
        self._say(now.time, "table", people=people)
        self.to_do = []

    def ended(self, now: Happened) -> None:
        """Solved or given up: after how long, by how many hand-offs, and how the customer takes it."""
        row = self.tape.ended_row(self.problem)
        gave_up = now.kind == EventKind.GIVEN_UP
        days = (now.time + self.tape.began - float(row.arrived)) / HOURS_A_DAY
        self.state = "given_up" if gave_up else "solved"
        text = self._word(self.state, here=self._name(self.at), after=self._span(days * HOURS_A_DAY))
        self._add(now.time, self.state, f"{text} {self._handoffs(row)}")
        self.felt = float(score(row, days, gave_up, self.tape.end.world.parameters[0]))
        self._say(now.time, "felt", felt=number(self.felt, 1, self.lang))

    def surveyed(self, now: Happened) -> None:
        """What the customer said when asked."""
        week = min(int(now.time // HOURS_A_WEEK), len(self.tape.noise) - 1)
        said = answer(self.tape.ended_row(self.problem), self.felt, float(self.tape.noise[week]))
        self._say(now.time, "surveyed", said=number(float(said), 1, self.lang))

    def _tell_the_past(self, row: Row) -> None:
        """What happened before the film is known from the problem itself."""
        arrived, handoffs = float(row.arrived) - self.tape.began, int(row.handoffs)
        self._say(arrived, "came_before", owner=self.owner, here=self._name(int(row.front)))
        if handoffs:
            moved = self._word("before", times=self._times(handoffs))
            volleyed = self._word("before_volleyed", times=self._times(self.volleys)) if self.volleys else ""
            self._add(0.0, "before", f"{moved} {volleyed}".rstrip())
        if self.to_do:
            self._say(0.0, "still_needs", needed=self._needed(), here=self._name(self.at))
        self.holder = self.tape.holder_at_start(int(row.id))

    def _moves(self, now: Happened) -> None:
        self.at, self.lies_since, self.holder = now.other, now.time, None
        self.seen.add(now.other)

    def _answered(self, now: Happened, key: str) -> None:
        host, guest = self._person(self.holder if self.holder is not None else now.employee), self._person(now.employee)
        self._say(now.time, key, host=host, there=self._name(now.other), guest=guest)

    # ------------------------------------------------------------------------------------------------ in words

    def _say(self, time: float, key: str, **values: str) -> None:
        self._add(time, key, self._word(key, **values))

    def _add(self, time: float, kind: str, text: str) -> None:
        when = self.moments.say(time, self.lang, closing=self.state == "given_up")
        self.sentences.append(Sentence(hour=time, time=when, kind=kind, text=text))

    def _word(self, key: str, **values: str) -> str:
        return WORDS.say(f"story_{key}", self.lang, **values)

    def _needed(self) -> str:
        return listed([self._name(d) for d in self.to_do], WORDS, self.lang)

    def _handoffs(self, row: Row) -> str:
        """How often an ended problem was handed on, and how often that could have been spared."""
        handoffs = int(row.handoffs)
        needless = max(handoffs - int(least_handoffs(row)), 0)
        if not handoffs:
            key = "handoffs_none"
        else:
            key = "handoffs_due" if not needless else "handoffs_needless" if needless == handoffs else "handoffs_partly"
        return self._word(key, times=self._times(handoffs), needless=number(needless, 0, self.lang))

    def _times(self, count: int) -> str:
        return self._word("once" if count == 1 else "times", count=number(count, 0, self.lang))

    def _span(self, hours: float) -> str:
        return self.moments.span(hours, self.lang)

    def _name(self, d: int) -> str:
        return self.names.divisions[d]

    def _person(self, i: int) -> str:
        return self.names.person(i)


_STEPS: dict[EventKind, Callable[[Teller, Happened], None]] = {
    EventKind.ARRIVED: Teller.arrived,
    EventKind.PICKED_UP: Teller.picked_up,
    EventKind.PASSED: Teller.passed,
    EventKind.HANDED_ON: Teller.handed_on,
    EventKind.CAME: Teller.came,
    EventKind.REFUSED: Teller.refused,
    EventKind.TABLE: Teller.table,
    EventKind.SOLVED: Teller.ended,
    EventKind.GIVEN_UP: Teller.ended,
    EventKind.SURVEYED: Teller.surveyed,
}
"""What is told of each kind of event; an invitation is told with its answer."""
