"""Runs whole processes and measures each: time from start to end, and peak memory.

    children.py < JSON: {"rounds": 5, "commands": {"name": {"argv": [], "remove": [], "edit": [], "env": {}}}}

Prints JSON: for each command a list of [seconds, peak bytes]. The commands take turns, and each runs once
unmeasured. Before each run, unmeasured too, the folders to `remove` go, and each file to `edit` gets one more line.

A script of its own that imports little, because on Linux a process that is started by a large one counts as
large from its first moment.
"""

import json
import os
import shutil
import sys
import time

PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


def measured(command: dict[str, object]) -> tuple[float, int]:
    """Seconds and peak bytes of one run. Exits with what the process printed if it fails."""
    argv = [str(word) for word in command["argv"]]  # type: ignore[attr-defined]
    for path in command["remove"]:  # type: ignore[attr-defined]
        shutil.rmtree(path, ignore_errors=True)
    for path in command["edit"]:  # type: ignore[attr-defined]
        with open(path, "a", encoding="utf-8") as file:  # noqa: PTH123
            file.write("# edited\n")
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    child = os.posix_spawn(argv[0], argv, command["env"], file_actions=quiet)  # type: ignore[arg-type]
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"{argv} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss * PEAK_UNIT


def main() -> None:
    """Measure what stdin asks for."""
    asked = json.load(sys.stdin)
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in asked["commands"]}
    for turn in range(asked["rounds"] + 1):
        for name, command in asked["commands"].items():
            result = measured(command)
            if turn:
                found[name].append(result)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
