"""Where the answer is known: one file a theorem (`t1_teams.py`), found by its name; each yields checks of the model.

Every check lives in the model itself: a small company with the other mechanisms at zero (`bare.py`), under a real pay
contract. The theorems and their sources are those of MODEL.md section 9.
"""
