"""`python -m mlreview_jupyter` is `nbreview`."""

from .cli import main

raise SystemExit(main())
