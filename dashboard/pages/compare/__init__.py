"""Up to four policies side by side under the same luck: the first page."""

from dashboard.pages.compare.page import Compare
from dashboard.pages.facts import PageFacts, words_beside

PAGE = PageFacts("compare", 10, Compare, words_beside(__file__))
