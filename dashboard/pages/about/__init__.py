"""How the model works in one page with pictures, what it rests on, and what it cannot tell."""

from dashboard.pages.about.page import About
from dashboard.pages.facts import PageFacts, words_beside

PAGE = PageFacts("about", 80, About, words_beside(__file__))
