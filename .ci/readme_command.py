"""Prints one of the two commands of the README, so that CI runs what a newcomer pastes."""

import re
import sys
from pathlib import Path

MARKS = {"build": 0, "tests": 1}

blocks = re.findall(r"```sh\n(python3 .*?)\n```", Path("README.md").read_text(encoding="utf-8"), re.S)
if len(blocks) < len(MARKS) or "\n" in blocks[MARKS[sys.argv[1]]]:
    sys.exit("README.md must hold two commands, each on one line, that begin with python3.")
print(blocks[MARKS[sys.argv[1]]])
