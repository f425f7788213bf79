"""How people decide: the rules that a teacher reads first."""
