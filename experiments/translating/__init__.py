"""Sentences that are made in English where something is refused, said in the language of the one who asked."""
