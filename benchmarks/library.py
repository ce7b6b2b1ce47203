"""Generated libraries: real files in the real format, the same on every machine.

    python -m benchmarks.library FOLDER [--clauses N]

The tables (topics, taxonomy, law, Particulars, triage and so on) are the shipped ones.
"""

import argparse
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.setting import brief_for, playbooks, read_yaml, to_yaml
from benchmarks.words import Writer

ROOT = Path(__file__).parents[1]
SEED = 2026
ALWAYS_DEFINED = ("AI System", "Contract", "Council", "Particulars", "Services", "Supplier")
_FIRST_WORDS = ("Access", "Assurance", "Change", "Data", "Exit", "Incident", "Quality", "Service", "Warning")
_SECOND_WORDS = ("Log", "Officer", "Plan", "Record", "Report", "Window")
TERMS = tuple(f"{first} {second}" for first in _FIRST_WORDS for second in _SECOND_WORDS)
PARAMETERS = (
    ("reply_days", "Working Days", 10), ("report_days", "days", 20),
    ("review_months", "months", 6), ("notice_days", "Working Days", 5),
)  # fmt: skip
SCHEDULES = tuple((f"table-{name}", f"Table of {name}") for name in ("reviews", "tests", "fees", "measures"))
BRIEF = "brief.yaml"
_SCHEDULE_ROWS = 12


class Shape(NamedTuple):
    """How much text a library has."""

    clauses: int
    """Clauses that every contract takes."""
    others: int
    """Clauses for AI types and service areas that the brief does not have."""
    items: tuple[int, int, int]
    """Numbered paragraphs at each of the three levels below the headings of `clauses`."""
    references: int
    words: tuple[int, int]
    """Words of a paragraph at the first level, and at a lower one."""


CONTRACT = Shape(45, 15, (161, 124, 20), 150, (55, 40))
"""The test contract: 350 numbered paragraphs with the headings, about 18,500 words, 44 pages in LibreOffice."""


def many(clauses: int) -> Shape:
    """A library of `clauses` clauses of about 2.4 KB each."""
    return Shape(clauses, 0, (2 * clauses, 3 * clauses, 0), 2 * clauses, (40, 16))


def write_library(folder: Path, shape: Shape) -> Path:
    """Write a library of `shape` and a brief for it into `folder`. Returns the path of the brief."""
    copy_tables(folder)
    _Library(folder, shape).write()
    brief = folder / BRIEF
    brief.write_text(to_yaml(brief_for(folder, Writer(SEED + 1))), encoding="utf-8")
    return brief


def copy_tables(folder: Path) -> None:
    """Copy the shipped tables, the facts and the triage into `folder`."""
    (folder / "clauses").mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "clauses").glob("*.yaml")):
        shutil.copyfile(path, folder / "clauses" / path.name)
    (folder / "playbooks").mkdir(exist_ok=True)
    for name in ("facts.yaml", "triage.yaml"):
        shutil.copyfile(ROOT / "playbooks" / name, folder / "playbooks" / name)


def spread(total: int, places: int) -> list[int]:
    """`total` as `places` numbers that differ by one at most."""
    return [total * (n + 1) // places - total * n // places for n in range(places)]


class _Library:
    """Writes the files of one library."""

    def __init__(self, folder: Path, shape: Shape) -> None:
        self.folder, self.shape = folder, shape
        self.writer = Writer(SEED)
        self.groups = [group["id"] for group in read_yaml(folder / "clauses" / "library.yaml")["groups"]]
        self.topics = list(read_yaml(folder / "clauses" / "topics.yaml")["topics"])
        self.names = [f"{self.writer.noun()}-{n:04}" for n in range(shape.clauses + shape.others)]
        self.firsts = spread(shape.items[0], shape.clauses)
        self.seconds = spread(shape.items[1], shape.clauses)
        self.thirds = [2 * n for n in spread(shape.items[2] // 2, shape.clauses)]
        self.cites = iter(spread(shape.references, shape.items[0]))
        self.paragraphs = self.references = 0

    def write(self) -> None:
        for n, name in enumerate(self.names):
            self._text(f"{self._group(n)}/{name}", self._front(n, name), self._positions(n))
        for n, (name, title) in enumerate(SCHEDULES):
            front = {"id": name, "title": title, "version": "1.0.0", "status": "draft", "order": 10 * (n + 1)}
            self._text(f"schedules/{name}", front, f"## Text\n\n{self.writer.text(40)}\n\n{self._table()}\n")
        for term in (*ALWAYS_DEFINED, *TERMS):
            name = term.lower().replace(" ", "-")
            front = {"id": name, "term": term, "version": "1.0.0", "status": "draft", "also": [f"{term}s"]}
            if term.endswith("s"):
                del front["also"]
            self._text(f"definitions/{name}", front, f"## Text\n\n{self.writer.phrase(22)}.\n")
        for name, book in playbooks(self.names[: self.shape.clauses], self.topics).items():
            path = self.folder / "playbooks" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(to_yaml(book), encoding="utf-8")

    def _text(self, name: str, front: dict[str, Any], body: str) -> None:
        path = self.folder / "clauses" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\n{to_yaml(front)}---\n\n{body}", encoding="utf-8")

    def _group(self, n: int) -> str:
        return str(self.groups[n * len(self.groups) // len(self.names)])

    def _front(self, n: int, name: str) -> dict[str, Any]:
        needed = n < self.shape.clauses
        writer = self.writer
        duties = [
            {"at": f"point-{k}", "party": writer.pick(("Supplier", "Council")), "action": writer.duty().capitalize(),
             "trigger": writer.heading(), "due": f"{{{{ {PARAMETERS[k][0]} | unit }}}} after it", "evidence": writer.heading()}
            for k in range(2)
        ]  # fmt: skip
        parameters = {
            name: {"type": "integer", "unit": unit, "default": default, "min": 1, "max": 60, "stronger": "lower",
                   "ask": f"How many {unit} for this?"}
            for name, unit, default in PARAMETERS[: 4 if self.shape is CONTRACT else 2]
        }  # fmt: skip
        return {
            "id": name,
            "title": writer.heading(),
            "version": "1.0.0",
            "status": "draft",
            "group": self._group(n),
            "order": n,
            "provides": [self.topics[n % len(self.topics)]],
            "risk": {
                "from_tier": 1 + n % 3,
                "harms": ["privacy-loss", "accountability-gap"],
                "ai_types": "all" if needed else ["biometric", "agentic-ai"],
                "service_areas": "all" if needed or n % 2 else ["public-health"],
            },
            "law": ["uk-gdpr-28", "foia-2000"],
            "requires": [self.topics[((n or 1) - 1) % len(self.topics)]] if needed else [],
            "parameters": parameters,
            "obligations": duties,
        }

    def _positions(self, n: int) -> str:
        needed = n < self.shape.clauses
        body = (
            self._body(n) if needed else f"1. {self._sentences(40, 1, '')} ^point-0\n1. Nothing. ^point-1\n"
        )
        return f"## Position: preferred\n\n{body}\n## Note\n\n{self.writer.text(12)}\n"

    def _body(self, n: int) -> str:
        lines: list[str] = []
        below, deepest = self.seconds[n], self.thirds[n]
        for k in range(self.firsts[n]):
            link = self._link(n) if next(self.cites) else ""
            lines.append(f"1. {self._sentences(self.shape.words[0], 1, link)} ^point-{k}")
            if k != 1:
                continue
            for m in range(below):
                lines.append(f"   1. {self._sentences(self.shape.words[1], 2, '')}")
                if m == 0:
                    lines += [
                        f"      1. {self._sentences(self.shape.words[1], 3, '')}" for _ in range(deepest)
                    ]
        return "\n".join(lines) + "\n"

    def _sentences(self, words: int, level: int, link: str) -> str:
        """The words of a paragraph, with a term, a value and, if there is one, a link."""
        self.paragraphs += 1
        term = f"through the {TERMS[self.paragraphs % len(TERMS)]}"
        slot = f"within {{{{ {PARAMETERS[self.paragraphs % 2][0]} | unit }}}}"
        extras = (link, f"{term} {slot}") if link else (f"{term} {slot}",) if level == 1 else (term,)
        return self.writer.text(words, extras).replace("\n", "\n" + "   " * level)

    def _link(self, n: int) -> str:
        self.references += 1
        words = self.writer.thing()
        if self.references % 10 == 1:
            name = SCHEDULES[self.references // 10 % len(SCHEDULES)][0]
            return f"as [{words}](../schedules/{name}.md) says"
        other = self.writer.whole(0, self.shape.clauses - 1)
        if other == n:
            return f"as [{words}](#^point-0) says"
        label = f"#^point-{self.writer.whole(0, self.firsts[other] - 1)}" if self.references % 5 else ""
        return f"as [{words}](../{self._group(other)}/{self.names[other]}.md{label}) says"

    def _table(self) -> str:
        rows = [[self.writer.phrase(words) for words in (3, 9, 4)] for _ in range(_SCHEDULE_ROWS)]
        lines = [("When", "What", "Who"), ("---", "---", "---"), *rows]
        return "\n".join("| " + " | ".join(row) + " |" for row in lines)


def main() -> None:
    """Write a library into a folder."""
    parser = argparse.ArgumentParser(description="Write a generated library.")
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--clauses", type=int, default=0, help="so many clauses of 2.4 KB; else the test contract"
    )
    arguments = parser.parse_args()
    write_library(arguments.folder, many(arguments.clauses) if arguments.clauses else CONTRACT)


if __name__ == "__main__":
    main()
