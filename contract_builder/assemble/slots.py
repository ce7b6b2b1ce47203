"""Values into text: placeholders, filters and blanks."""

import re
from collections.abc import Mapping

from contract_builder.model.agreement import ParticularField
from contract_builder.model.base import Frozen
from contract_builder.model.clause import Parameter, Value
from contract_builder.model.contract import BlankRun, Run, Runs, RunStyle, TextRun
from contract_builder.model.words import written

_SLOT = re.compile(r"\{\{ *([a-z][a-z0-9_]*) *(?:\| *([a-z]+) *)?\}\}")
FILTERS = ("unit", "money", "date", "percent")


class UnknownSlot(Exception):
    """A placeholder names neither a parameter nor a field of the Particulars."""


class Values(Frozen, frozen=True):
    """What the placeholders of one clause or schedule may name."""

    parameters: dict[str, tuple[Parameter, Value]]
    particulars: Mapping[str, str]
    fields: Mapping[str, ParticularField]

    def run(self, name: str, filter_: str = "", style: RunStyle = "", before: str = "") -> Run:
        """The run for one placeholder after the words `before`. Raises UnknownSlot."""
        if found := self.parameters.get(name):
            parameter, value = found
            return TextRun(written(value, parameter.unit, filter_ or _own_filter(parameter), before), style)
        field = self.fields.get(name)
        if field is None:
            raise UnknownSlot(name)
        if not self.given(name):
            return BlankRun(name, field.label, tuple(field.choices.values()), field.owner)
        return TextRun(written(self.particulars[name], "", filter_ or ("date" if field.date else "")), style)

    def given(self, field: str) -> bool:
        """Whether the field of the Particulars has a value; spaces are none."""
        return bool(self.particulars.get(field, "").strip())


def _own_filter(parameter: Parameter) -> str:
    """What prints as a date is known by its type: a text that looks like a date stays as it is."""
    return "date" if parameter.type == "date" else ""


def runs_of(template: str, values: Values) -> Runs:
    """A plain text with placeholders, as runs. Raises UnknownSlot."""
    if "{{" not in template:
        return (TextRun(template),) if template else ()
    runs: list[Run] = []
    end = 0
    for match in _SLOT.finditer(template):
        if match.start() > end:
            runs.append(TextRun(template[end : match.start()]))
        runs.append(values.run(match[1], match[2] or "", before=template[end : match.start()]))
        end = match.end()
    if end < len(template):
        runs.append(TextRun(template[end:]))
    return tuple(runs)


def plain(runs: Runs) -> str:
    """The words of `runs`; a blank as its prompt in square brackets."""
    return "".join([f"[{r.prompt}]" if isinstance(r, BlankRun) else r.text for r in runs])
