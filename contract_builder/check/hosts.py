"""What is wrong with a host map, seen beside the library and the playbooks."""

from collections.abc import Iterator

from contract_builder.assemble.hostwords import forms_of, host_defines, plural_of
from contract_builder.check.places import at
from contract_builder.model.clause import Definition
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.host import Host, HostCover
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbooks

UNKNOWN, FLOOR, WORDS = "host-names-unknown", "host-covers-floor", "host-words-clash"


def host_problems(host: Host, library: Library, playbooks: Playbooks) -> list[Diagnostic]:
    """What is wrong with `host`: names that nothing has, a floor topic left to it, words that clash."""
    return [
        *unknown_names(host, library),
        *floor_covered(host, library, playbooks),
        *word_clashes(host, library),
    ]


def unknown_names(host: Host, library: Library) -> Iterator[Diagnostic]:
    """Terms, fields, topics, clauses and labels of `host` that the library does not have."""
    terms = [d.term for d in library.definitions]
    for term in host.terms:
        yield from _unknown(host, term.line, term.term, terms, "defined term")
    for n, field in enumerate(host.fields):
        line = host.lines.get(f"fields.{n}", host.lines.get("fields", 0))
        yield from _unknown(host, line, field, [*library.field_by_id], "field of the Particulars")
    for id in host.definitions:
        line = host.lines.get(f"definitions.{id}", 0)
        yield from _unknown(host, line, id, [d.id for d in library.definitions], "definition")
    for cover in host.covers:
        yield from _unknown_cover(host, cover, library)


def _unknown_cover(host: Host, cover: HostCover, library: Library) -> Iterator[Diagnostic]:
    if cover.topic:
        yield from _unknown(host, cover.line, cover.topic, [t.id for t in library.topics], "topic")
        return
    found = [*_unknown(host, cover.line, cover.clause, [*library.clause_by_id], "clause")]
    yield from found
    if found:
        return
    clause = library.clause_by_id[cover.clause]
    labels = sorted({label for p in clause.positions for label in p.labels})
    for label in cover.items:
        yield from _unknown(host, cover.line, label, labels, f"label in {clause.id}")


def _unknown(host: Host, line: int, name: str, known: list[str], what: str) -> Iterator[Diagnostic]:
    if name in known:
        return
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    hint = f"Did you mean `{near[0]}`?" if near else "Take it out, or correct it."
    yield Diagnostic(UNKNOWN, at(host.file, line), f"There is no {what} `{name}`.", hint)


def floor_covered(host: Host, library: Library, playbooks: Playbooks) -> Iterator[Diagnostic]:
    """Topics of the floor that `host` would take out of the schedule: by topic, by clause, or by an item."""
    floor = {topic for playbook in playbooks.playbooks for topic in playbook.floor}
    hint = "Every AI schedule answers it itself, whatever the host says. Take it out."
    for cover in host.covers:
        if cover.topic in floor:
            yield Diagnostic(
                FLOOR,
                at(host.file, cover.line),
                f"It leaves `{cover.topic}`, of the floor, to the host.",
                hint,
            )
        elif clause := library.clause_by_id.get(cover.clause):
            for topic in floor.intersection(clause.provides):
                words = f"It leaves `{clause.id}`, which answers `{topic}` of the floor, to the host."
                yield Diagnostic(FLOOR, at(host.file, cover.line), words, hint)


def word_clashes(host: Host, library: Library) -> Iterator[Diagnostic]:
    """Words that would print wrongly: of another number, without a form, or with another meaning in the host."""
    by_term = {d.term: d for d in library.definitions}
    for term in host.terms:
        place = at(host.file, term.line)
        definition = by_term.get(term.term)
        if definition is None:
            continue
        if term.term.endswith("s") != term.says.endswith("s") and term.term not in _NOT_PLURAL:
            words = f"`{term.term}` and `{term.says}` are not both for one or both for several."
            yield Diagnostic(
                WORDS, place, words, "Sentences would read wrongly: choose a word of the same number."
            )
        for form in _without_word(definition, set(term.forms)):
            if term.says != term.term:
                words = f"The map does not say what `{form}` becomes, a form of `{term.term}`."
                yield Diagnostic(WORDS, place, words, f"Add `forms: {{{form}: …}}`.")
    theirs = host_defines(library, host)
    forms = forms_of(library, host)
    words_of_host = {t.says for t in host.terms if not t.defined_here} | set(host.taken)
    seen: dict[str, str] = {}
    for definition in library.definitions:
        word = forms.get(definition.term, definition.term)
        lines = [t.line for t in host.terms if t.term == definition.term]
        place = at(host.file, lines[0] if lines else 0)
        if definition.id not in theirs and word in words_of_host:
            message = f"The schedule would define `{word}`, which the host defines for something else."
            yield Diagnostic(
                WORDS, place, message, f"Give `{definition.term}` another word, with `defined_here: true`."
            )
        if word in seen:
            message = f"`{definition.term}` and `{seen[word]}` would both be called `{word}`."
            yield Diagnostic(WORDS, place, message, "Give one of them another word.")
        seen[word] = definition.term


_NOT_PLURAL = frozenset(("Supplier Personnel",))
"""Terms that stand for several without an s."""


def _without_word(definition: Definition, given: set[str]) -> list[str]:
    return [form for form in definition.also if form not in given and form != plural_of(definition.term)]
