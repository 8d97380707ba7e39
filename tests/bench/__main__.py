"""`python -m tests.bench lines|speed|measure …`."""

import sys

from . import lines, speed

if __name__ == "__main__":
    command, words = (sys.argv[1] if len(sys.argv) > 1 else ""), sys.argv[2:]
    if command == "lines":
        lines.main(words)
    elif command in ("speed", "measure"):
        speed.main(words)
    else:
        raise SystemExit("usage: python -m tests.bench lines SET PATH… | speed [PATH…]")
