"""The way back: what was asked before, and what was taken back."""

from dataclasses import dataclass

from experiments.comparing.question import Question

MOST = 200


@dataclass(frozen=True)
class History:
    """Questions before and after the one that is asked now, the nearest last."""

    before: tuple[Question, ...] = ()
    after: tuple[Question, ...] = ()

    def asked(self, was: Question) -> "History":
        """A new question was asked instead of `was`; what was taken back is gone."""
        return History((*self.before, was)[-MOST:], ())

    def back(self, now: Question) -> tuple[Question, "History"]:
        """The question before, and the history from there; the same if there is none."""
        if not self.before:
            return now, self
        return self.before[-1], History(self.before[:-1], (*self.after, now))

    def forth(self, now: Question) -> tuple[Question, "History"]:
        """The question that was taken back last; the same if there is none."""
        if not self.after:
            return now, self
        return self.after[-1], History((*self.before, now), self.after[:-1])
