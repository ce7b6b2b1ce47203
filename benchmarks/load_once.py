"""Loads the library in a folder once, in a new process, and prints the seconds: `load_once.py FOLDER [CACHE]`."""

import sys
import time
from pathlib import Path

from contract_builder import api
from contract_builder.load.cache import Cache

cache = Cache(Path(sys.argv[2])) if len(sys.argv) > 2 else None
start = time.perf_counter()
api.load_content(Path(sys.argv[1]), cache=cache)
print(time.perf_counter() - start)
