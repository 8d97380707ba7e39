"""mlreview tells whether the result of a notebook can be trusted, and proves it."""

__version__ = "0.3.0"
