"""IPython text → trees with every original position."""
