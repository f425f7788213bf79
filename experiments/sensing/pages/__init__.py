"""Pages of what this room finds: what an answer hangs on (effects.py), and where a favourite loses (boxes.py)."""
