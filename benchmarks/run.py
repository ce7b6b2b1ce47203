"""All measurements, side by side in one run: `python -m benchmarks.run [--quick] [--json FILE] [--markdown FILE]`.

Prints a table with the targets, and exits with 1 if one is missed by more than noise explains.
"""

import argparse
import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment

from benchmarks.baselines import empty_base, with_docxtpl, with_python_docx, write_template
from benchmarks.figures import Measurement, Series, Target, as_data, as_markdown, as_text, machine
from benchmarks.growth import growth
from benchmarks.library import CONTRACT, ROOT, many, write_library
from benchmarks.texts import texts_of
from contract_builder import api

HERE = Path(__file__).parent
START, END = "<!-- figures -->", "<!-- end of figures -->"


class Plan(NamedTuple):
    """How often each thing is measured, and how large the large library is."""

    warm: int
    cold: int
    loads: int
    clauses: int
    growth: int


FULL, QUICK = Plan(31, 21, 5, 2000, 5), Plan(9, 7, 3, 300, 1)


class Bench:
    """The generated files, and what is measured with them."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self.folder, self.plan = folder, plan
        self.library = folder / "contract"
        self.brief = write_library(self.library, CONTRACT)
        self.template, self.texts_file = folder / "template.docx", folder / "texts.json"
        self.cache = folder / "cache"
        self.content = api.load_content(self.library)
        self.read = api.read_brief(self.brief, self.content)
        self.texts = texts_of(_contract(self.content, self.read))
        self.texts_file.write_text(json.dumps(self.texts), encoding="utf-8")
        write_template(self.template)

    def warm(self, times: int) -> list[Measurement]:
        """From a loaded library to the bytes of a file, against the bytes alone."""
        base, environment = empty_base(), Environment(autoescape=True)
        tools: dict[str, Callable[[], object]] = {
            "contract-builder": lambda: api.render_contract(
                _contract(self.content, self.read), "docx", self.read.date
            ),
            "docxtpl": lambda: with_docxtpl(self.template, self.texts, environment),
            "python-docx": lambda: with_python_docx(base, self.texts),
        }
        series = [Series(name, []) for name in tools]
        for turn in range(self.plan.warm * times + 2):
            for one, tool in zip(series, tools.values(), strict=True):
                gc.collect()
                start = time.perf_counter()
                tool()
                if turn > 1:
                    one.values.append(time.perf_counter() - start)
        title = "Warm: triage, selection, assembly and Word file, against the Word file alone"
        return [
            Measurement(title, "ms", series, [Target("docxtpl", 0.5, 0.75), Target("python-docx", 0.1, 0.15)])
        ]

    def cold(self, times: int) -> list[Measurement]:
        """The whole command, and a whole script with docxtpl."""
        edited = self.folder / "edited.yaml"
        shutil.copyfile(self.brief, edited)
        theirs = [
            HERE / "docxtpl_script.py",
            self.template,
            self.texts_file,
            self.brief,
            self.folder / "out.docx",
        ]
        commands = {
            "contract-builder": self._command(*self._build(self.brief), remove=self.folder / "out"),
            "docxtpl": self._command(*theirs),
            "edited": self._command(*self._build(edited), remove=self.folder / "out", edit=edited),
        }
        asked = json.dumps({"rounds": self.plan.cold * times, "commands": commands}, default=str)
        argv = [sys.executable, "-I", "-S", str(HERE / "children.py")]
        done = subprocess.run(argv, input=asked, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
        found: dict[str, list[tuple[float, float]]] = json.loads(done.stdout)
        ours, other, ours_edited = ([s for s, _ in values] for values in found.values())
        peaks = [Series(name, [peak for _, peak in found[name]]) for name in ("contract-builder", "docxtpl")]
        docxtpl = Series("docxtpl", other)
        whole, target = (
            "Cold: the whole command, with a warm cache, against a script",
            Target("docxtpl", 0.5, 0.9),
        )
        return [
            Measurement(whole, "ms", [Series("contract-builder", ours), docxtpl], [target]),
            Measurement(
                "The same, the brief edited before",
                "ms",
                [Series("contract-builder", ours_edited), docxtpl],
                [],
            ),
            Measurement("Peak memory of the same processes", "MB", peaks, []),
        ]

    def _build(self, brief: Path) -> list[object]:
        out = self.folder / "out"
        return ["-m", "contract_builder", "build", brief, "-o", out, "--library", self.library]

    def _command(self, *argv: object, **prepare: Path) -> dict[str, object]:
        """For children.py. `prepare` names what is to `remove`, or to `edit`, before each run."""
        lists = {name: [prepare[name]] if name in prepare else [] for name in ("remove", "edit")}
        return {"argv": [sys.executable, *argv], "env": self._environment(), **lists}

    def loading(self, times: int) -> list[Measurement]:
        """A large library, parsed and checked, and from the cache; each in a new process."""
        clauses = self.plan.clauses
        library = self.folder / "large"
        if not library.exists():
            write_library(library, many(clauses))
        cached = [library, self.folder / "large-cache"]
        self._load(cached)
        series = [Series("from the cache", []), Series("without it", [])]
        for _ in range(self.plan.loads * times):
            series[0].values.append(self._load(cached))
            series[1].values.append(self._load([library]))
        title = f"Loading {clauses:,} clauses"
        return [Measurement(title, "ms", series, [Target("without it", 1 / 20, 1 / 10)])]

    def _load(self, arguments: list[Path]) -> float:
        argv = [sys.executable, str(HERE / "load_once.py"), *map(str, arguments)]
        environment = self._environment()
        return float(
            subprocess.run(argv, stdout=subprocess.PIPE, text=True, check=True, env=environment).stdout
        )

    def growth(self, times: int) -> list[Measurement]:
        """`check` and `prove` against the size of the library."""
        return growth(self.folder, self.plan.growth * times)

    def _environment(self) -> dict[str, str]:
        """Ours without Python's settings: one that keeps compiled modules from being written would slow us down."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return {**kept, "PYTHONPATH": str(ROOT), "CONTRACT_BUILDER_CACHE": str(self.cache)}


def _contract(content: api.Content, brief: Any) -> Any:
    built = api.build(content, brief)
    if built.contract is None:
        sys.exit("\n".join(f"{d.place}: {d.message}" for d in built.diagnostics))
    return built.contract


def measure(plan: Plan, retry: bool) -> list[Measurement]:
    """Everything. With `retry`, what is past its limit is measured once more and for longer."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        bench = Bench(Path(folder), plan)
        found: list[Measurement] = []
        for part in (bench.warm, bench.cold, bench.loading, bench.growth):
            measured = part(1)
            if retry and any(m.past_limit() for m in measured):
                measured = part(3)
            found += measured
        return found


def write_markdown(path: Path, measurements: list[Measurement]) -> None:
    """Put the table between the markers in `path`."""
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    table = f"{START}\n\n{as_markdown(measurements)}\n\n{machine()}\n\n{END}"
    path.write_text(before + table + after, encoding="utf-8")


def main() -> None:
    """Measure, print, and exit with 1 if a figure is past its limit."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.run", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--quick", action="store_true", help="fewer rounds and 300 clauses; same targets")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to FILE")
    parser.add_argument(
        "--markdown", type=Path, metavar="FILE", help="put the table between the markers in FILE"
    )
    arguments = parser.parse_args()
    measurements = measure(QUICK if arguments.quick else FULL, retry=arguments.quick)
    print(machine())
    print(as_text(measurements))
    if arguments.json:
        arguments.json.write_text(json.dumps(as_data(measurements), indent=1) + "\n", encoding="utf-8")
    if arguments.markdown:
        write_markdown(arguments.markdown, measurements)
    missed = [f"{m.title}: {t.other}" for m in measurements for t in m.missed()]
    if missed:
        print("\nMissed targets: " + "; ".join(missed))
    past = [f"{m.title}: {t.other}" for m in measurements for t in m.past_limit()]
    if past:
        print("Past the limit: " + "; ".join(past))
    sys.exit(1 if past else 0)


if __name__ == "__main__":
    main()
