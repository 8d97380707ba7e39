"""Figures, by command: findings as lines for outside scorers, and speed against the work's own floor."""
