"""`python -m tests.bench lines SET PATH… | speed [PATH…] | measure [SETS]`."""

import os
import sys

from . import accuracy, lines, speed

if __name__ == "__main__":
    command, words = (sys.argv[1] if len(sys.argv) > 1 else ""), sys.argv[2:]
    if command == "lines":
        lines.main(words)
    elif command == "speed":
        speed.main(words)
    elif command == "measure":
        for sets in words[:1]:
            accuracy.main(sets)
        real = [os.path.join(sets, "leakage", "real", "files") for sets in words[:1]]
        speed.main([path for path in real if os.path.isdir(path)])
    else:
        raise SystemExit("usage: python -m tests.bench lines SET PATH… | speed [PATH…] | measure [SETS]")
