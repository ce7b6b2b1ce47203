"""How much text differs between two Contracts."""

from collections import Counter
from collections.abc import Iterable, Iterator

from contract_builder.model.contract import Block, Contract, RefRun, Runs, TextRun, runs_in
from contract_builder.model.difference import Numbers, TextChange, TextDifference

_Texts = dict[tuple[str, str], tuple[str, ...]]
"""By kind and id: the words."""


def text_difference(before: Contract, after: Contract) -> TextDifference:
    """What reads otherwise in `after` than in `before`.

    Numbers are left out of account: a clause that only moved down, or cites one that did, is no difference.
    """
    was, now = _texts(before), _texts(after)
    return TextDifference(
        words=Numbers(sum(map(len, was.values())), sum(map(len, now.values()))),
        clauses=Numbers(len(before.clauses), len(after.clauses)),
        changed=tuple(_change(key, was[key], words) for key, words in now.items() if was.get(key, words) != words),
        texts_new=tuple(" ".join(key) for key in now if key not in was),
        texts_gone=tuple(" ".join(key) for key in was if key not in now),
    )  # fmt: skip


def _change(key: tuple[str, str], was: tuple[str, ...], now: tuple[str, ...]) -> TextChange:
    old, new = Counter(was), Counter(now)
    return TextChange(*key, words_new=(new - old).total(), words_gone=(old - new).total())


def _texts(contract: Contract) -> _Texts:
    found: _Texts = {}
    for clause in contract.clauses:
        found["clause", clause.id] = tuple(_words(clause.blocks))
    for schedule in contract.schedules:
        if schedule.blocks:
            found["schedule", schedule.id] = tuple(_words(schedule.blocks))
        for definition in schedule.definitions:
            found["definition", definition.id] = tuple(_words(definition.blocks))
    return found


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    return (words for runs in runs_in(blocks) for words in _of(runs))


def _of(runs: Runs) -> list[str]:
    """The words of `runs`; a reference counts as one word, whatever its number is."""
    parts: list[str] = []
    for run in runs:
        if isinstance(run, TextRun):
            parts.append(run.text)
        else:
            parts.append(f"\x00{run.anchor}" if isinstance(run, RefRun) else f"\x00{run.field}")
    return "".join(parts).split()
