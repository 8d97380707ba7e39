"""`python -m tests.bench lines SET PATH… | speed [PATH…] | big [KIND…] | many [FOLDER] | places [PATH…] | secrets FOLDER… | mends PATH… | measure [SETS]`."""

import os
import sys
from importlib import import_module

ROOMS = ("lines", "speed", "big", "many", "places", "secrets", "mends")


def measure(words: list[str]) -> None:
    """Accuracy on a folder of labelled sets, and speed on its real notebooks."""
    for sets in words[:1]:
        import_module(".accuracy", __package__).main(sets)
    real = [os.path.join(sets, "leakage", "real", "files") for sets in words[:1]]
    import_module(".speed", __package__).main([path for path in real if os.path.isdir(path)])


if __name__ == "__main__":
    command, words = (sys.argv[1] if len(sys.argv) > 1 else ""), sys.argv[2:]
    if command == "measure":
        measure(words)
    elif command in ROOMS:
        import_module(f".{command}", __package__).main(words)
    else:
        raise SystemExit(f"usage: python -m tests.bench {' | '.join((*ROOMS, 'measure'))}")
