"""Silo map: who hands problems to whom and who helps whom, before and after the switch."""

from dashboard.pages.facts import PageFacts, words_beside
from dashboard.pages.silo_map.page import SiloMapPage

PAGE = PageFacts(name="silo_map", place=40, draw=SiloMapPage, words=words_beside(__file__))
