"""What would you have to believe: the map of where one course beats another, over two assumptions."""

from dashboard.pages.believe.page import Believe
from dashboard.pages.facts import PageFacts, words_beside

PAGE = PageFacts("believe", 60, Believe, words_beside(__file__))
