"""What computes behind the pages: fair to all who look, and never the same thing twice."""
