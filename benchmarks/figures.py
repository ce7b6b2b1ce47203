"""Figures: what was measured, what was wanted, and both as tables."""

import os
import platform
import sys
from importlib.metadata import version
from statistics import median
from typing import NamedTuple

LIBRARIES = ("docxtpl", "python-docx", "jinja2", "lxml", "pyyaml", "msgspec", "cerberus", "click")


class Series(NamedTuple):
    """What one tool took, round by round. Seconds, or bytes."""

    name: str
    values: list[float]


class Target(NamedTuple):
    """What is wanted: at most `most` times what `other` takes; and the `limit` past which a run fails.

    The limit leaves room for a shared machine and catches what made us slower.
    """

    other: str
    most: float
    limit: float


class Measurement(NamedTuple):
    """One comparison: ours first, then the others, measured in turns."""

    title: str
    unit: str
    """ms, s or MB."""
    series: list[Series]
    targets: list[Target]

    def ratio(self, other: str) -> float:
        """Ours to `other`: the median over the rounds, each of which had the same neighbours on the machine."""
        values = next(s.values for s in self.series if s.name == other)
        return median(ours / theirs for ours, theirs in zip(self.series[0].values, values, strict=True))

    def missed(self) -> list[Target]:
        """The targets that were missed."""
        return [target for target in self.targets if self.ratio(target.other) > target.most]

    def past_limit(self) -> list[Target]:
        """The targets that were missed by more than noise explains."""
        return [target for target in self.targets if self.ratio(target.other) > target.limit]

    def rows(self) -> list[tuple[str, ...]]:
        """For each tool: name, median, minimum, ours to it, target, verdict."""
        scale = {"ms": 1e3, "s": 1.0, "MB": 1e-6}[self.unit]
        most = {target.other: target.most for target in self.targets}
        rows: list[tuple[str, ...]] = []
        for n, (name, values) in enumerate(self.series):
            ratio = f"{self.ratio(name):.3f}" if n else ""
            target = f"at most {most[name]:g}" if name in most else ""
            verdict = ("met" if self.ratio(name) <= most[name] else "missed") if name in most else ""
            middle, least = (_three_digits(value * scale) for value in (median(values), min(values)))
            rows.append((name, f"{middle} {self.unit}", f"{least} {self.unit}", ratio, target, verdict))
        return rows


def _three_digits(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


HEADER = ("", "median", "minimum", "ours to it", "target", "")


def as_text(measurements: list[Measurement]) -> str:
    """All of `measurements` as aligned columns."""
    lines: list[str] = []
    for measurement in measurements:
        rows = [HEADER, *measurement.rows()]
        widths = [max(len(row[n]) for row in rows) for n in range(len(HEADER))]
        lines += ["", measurement.title]
        lines += [
            ("  " + "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True))).rstrip() for row in rows
        ]
    return "\n".join(lines)


def as_markdown(measurements: list[Measurement]) -> str:
    """All of `measurements` as one Markdown table."""
    lines = ["| what | tool | median | minimum | ours to it | target | |", "|---|---|---|---|---|---|---|"]
    for measurement in measurements:
        for n, row in enumerate(measurement.rows()):
            lines.append(f"| {'' if n else measurement.title} | " + " | ".join(row) + " |")
    return "\n".join(lines)


def machine() -> str:
    """What the figures depend on, without names of hosts or people."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"{platform.python_implementation()} {sys.version.split()[0]}, {libraries}"
    )


def as_data(measurements: list[Measurement]) -> dict[str, object]:
    """All of `measurements` for a JSON file."""
    return {
        "machine": machine(),
        "measurements": [
            {
                "title": m.title,
                "unit": "bytes" if m.unit == "MB" else "s",
                "values": dict(m.series),
                "ratios": {name: m.ratio(name) for name, _ in m.series[1:]},
                "targets": {target.other: target.most for target in m.targets},
            }
            for m in measurements
        ],
    }
