"""How `check` and `prove` grow with the library: the time for each clause, in a large library against a small one."""

import gc
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Measurement, Series, Target
from benchmarks.whole import FULL, write_whole
from contract_builder import api
from contract_builder.check.run import check
from contract_builder.load.library import load_library
from contract_builder.load.playbooks import load_playbooks
from contract_builder.load.triage import load_triage
from contract_builder.prove import prove

TIMES_LARGER = 4
LINEAR = Target(f"{FULL} clauses", 1.25, 2.0)
"""Per clause, the large library takes at most so many times what the small one takes."""


def growth(folder: Path, rounds: int) -> list[Measurement]:
    """`check` and `prove` on loaded libraries of full size, with 40 playbooks, and of four times as many clauses."""
    found = []
    contents = {n: _load(folder / f"whole-{n}", n) for n in (TIMES_LARGER * FULL, FULL)}
    for name, run in (("check", _check), ("prove", _prove)):
        series = [Series(f"{n} clauses", []) for n in contents]
        whole = Series("the whole of it", [])
        for turn in range(rounds + 1):
            for one, (clauses, content) in zip(series, contents.items(), strict=True):
                seconds = _seconds(run, content)
                if turn:
                    one.values.append(seconds / clauses)
                    whole.values.extend([seconds] if clauses == FULL else [])
        found.append(Measurement(f"`{name}`, for each clause", "ms", series, [LINEAR]))
        found.append(Measurement(f"`{name}` on {FULL} clauses and 40 playbooks", "s", [whole], []))
    return found


def _load(folder: Path, clauses: int) -> api.Content:
    if not folder.exists():
        write_whole(folder, clauses)
    overlay = folder / "overlay"
    library, playbooks = load_library(folder, overlay), load_playbooks(folder, overlay)
    triage = load_triage(folder / "playbooks" / "triage.yaml")
    if library.value is None or playbooks.value is None or triage.value is None:
        raise SystemExit("\n".join(d.message for d in (*library.diagnostics, *playbooks.diagnostics)))
    return api.Content(library.value, playbooks.value, triage.value, None, ())


def _check(content: api.Content) -> object:
    return check(content.library, content.playbooks, content.triage)


def _prove(content: api.Content) -> object:
    return prove(content.library, content.playbooks, content.triage)


def _seconds(run: Callable[[api.Content], object], content: api.Content) -> float:
    gc.collect()
    start = time.perf_counter()
    run(content)
    return time.perf_counter() - start
