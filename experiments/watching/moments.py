"""When: hours of a film as people say them."""

from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.showing.words import Words
from sim.calendar import DAYS_A_WEEK, HOURS_A_DAY, HOURS_A_WEEK

_DAY_BEGINS = 9
_MINUTES = 60


class Moments:
    """The calendar of a film that starts when week `first_week` is over; week 0 ends at the switch of policy."""

    def __init__(self, first_week: int, words: Words) -> None:
        self._first, self._words = first_week, words

    def say(self, hour: float, lang: Lang, closing: bool = False) -> str:
        """Such as "Tuesday of week 2, 10:30"; `closing`: what falls on the stroke of an evening is no morning's."""
        minutes = round(hour * _MINUTES)
        days, minute = divmod(minutes, HOURS_A_DAY * _MINUTES)
        if closing and minute == 0:
            days, minute = days - 1, HOURS_A_DAY * _MINUTES
        weeks, day = divmod(days, DAYS_A_WEEK)
        clock = f"{_DAY_BEGINS + minute // _MINUTES:02d}:{minute % _MINUTES:02d}"
        week = number(self._first + 1 + weeks, 0, lang)
        return self._words.say("moment", lang, day=self._words.say(f"day_{day}", lang), week=week, clock=clock)

    def span(self, hours: float, lang: Lang) -> str:
        """How long: minutes, hours, or working days from a week's worth of hours on."""
        if hours * _MINUTES < _MINUTES - 0.5:
            return self._words.say("minutes", lang, count=number(round(hours * _MINUTES), 0, lang))
        if hours < HOURS_A_DAY:
            return self._words.say("hours", lang, count=number(hours, 1, lang))
        if hours < HOURS_A_WEEK * 52:
            return self._words.say("days", lang, count=number(hours / HOURS_A_DAY, 1, lang))
        return self._words.say("weeks", lang, count=number(hours / HOURS_A_WEEK, 0, lang))
