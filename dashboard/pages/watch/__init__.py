"""Watch: one company, lived before one's eyes, under one or two policies."""

from dashboard.pages.facts import PageFacts, words_beside
from dashboard.pages.watch.page import Watch

PAGE = PageFacts(name="watch", place=30, draw=Watch, words=words_beside(__file__))
