"""Rules on order, state and outputs of a notebook."""
