"""Exit codes, the first that holds: usage, unreadable, blocked, nothing, fine."""

FINE, BLOCKED, USAGE, UNREADABLE, NOTHING, STOPPED = 0, 1, 2, 3, 4, 130
