"""The policy workshop: compose a contract from terms, and see receipt and outcome while composing."""

from dashboard.pages.facts import PageFacts, words_beside
from dashboard.pages.workshop.page import Workshop

PAGE = PageFacts("workshop", 50, Workshop, words_beside(__file__))
