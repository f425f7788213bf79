"""The description of a company: a scenario, read, checked and written, and the people built from it."""
