"""Which clauses the rules and the procurer put in, before topics are required."""

from contract_builder.model.brief import Brief, Departure
from contract_builder.model.condition import Facts
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import Library
from contract_builder.model.playbook import Rule
from contract_builder.model.selection import Reason
from contract_builder.select.gather import Voice
from contract_builder.select.query import reached
from contract_builder.select.settle import Settled, Statement, reason_of, settle

Rules = tuple[tuple[Voice, Rule], ...]


class Membership:
    """What is said of each clause: who is in, and what keeps the others out."""

    def __init__(
        self,
        members: dict[str, tuple[Reason, ...]],
        excluded: dict[str, Settled[bool]],
        offered: dict[str, Reason],
    ) -> None:
        self.members, self.excluded, self.offered = members, excluded, offered
        self.left: dict[str, Departure] = {}
        """By the departure that leaves the clause out."""

    def kept_out(self, clause: str) -> bool:
        """Whether a rule or a departure keeps `clause` out."""
        return clause in self.left or (clause in self.excluded and clause not in self.members)

    def keeper(self, clause: str, file: str) -> tuple[str, Place] | None:
        """What keeps `clause` out, in words, and where it stands; `file` is that of the brief."""
        if departure := self.left.get(clause):
            return f"a departure leaves out {clause}", Place(file, departure.line, 1)
        if not self.kept_out(clause):
            return None
        rule = self.excluded[clause].statement.rule
        words = f"rule {rule.playbook}/{rule.id} ({rule.file}:{rule.line}) excludes {clause}"
        return words, Place(rule.file, rule.line, 1)


def by_rule(rules: Rules, library: Library, facts: Facts, found: list[Diagnostic]) -> Membership:
    """Include, exclude and offer, with the nearest word counting; among siblings, in beats out.

    What a rule excludes is not on offer: nobody takes back by the offer what a rule ruled out.
    """
    statements: dict[str, list[Statement[bool]]] = {}
    offers: dict[str, Reason] = {}
    for voice, rule in rules:
        for query, value in ((rule.include, True), (rule.exclude, False)):
            for clause in reached(query, library, facts) if query else ():
                statements.setdefault(clause, []).append(Statement(value, voice, rule))
        for clause in reached(rule.offer, library, facts) if rule.offer else ():
            offers.setdefault(clause, reason_of(rule, "offer"))
    members: dict[str, tuple[Reason, ...]] = {}
    excluded: dict[str, Settled[bool]] = {}
    for clause, said in statements.items():
        settled = settle(clause, said, lambda a, b: a and not b, found)
        if settled is None:
            continue
        if settled.value:
            first = settled.reason("include")
            others = [reason_of(s.rule, "include") for s in said if s.value and s is not settled.statement]
            members[clause] = tuple(dict.fromkeys([first, *others]))
        else:
            excluded[clause] = settled
    offered = {c: r for c, r in offers.items() if c not in members and c not in excluded}
    return Membership(members, excluded, offered)


def by_choice(
    membership: Membership,
    brief: Brief,
    departures: tuple[Departure, ...],
    library: Library,
    found: list[Diagnostic],
) -> None:
    """Add what the procurer takes of the offer, and what departures add or leave out."""
    for clause in dict.fromkeys(brief.optional_clauses):
        if clause in membership.offered:
            membership.members[clause] = (
                membership.offered[clause],
                Reason("brief", "Taken from the offer by the procurer.", file=brief.file),
            )
        elif clause not in membership.members:
            found.append(_not_offered(clause, brief, library))
    for departure in departures:
        clause, reasons = departure.clause, membership.members.get(departure.clause, ())
        if departure.leave_out:
            membership.members.pop(clause, None)
            membership.left[clause] = departure
        elif departure.add:
            reason = Reason("departure", departure.why, file=brief.file, line=departure.line)
            membership.members[clause] = (*reasons, reason)


def _not_offered(clause: str, brief: Brief, library: Library) -> Diagnostic:
    place = Place(brief.file, brief.lines.get("take", 0), 1)
    if clause not in library.clause_by_id:
        return unknown_clause(clause, place, library)
    return Diagnostic(
        "not-offered",
        place,
        f"`take` names {clause}, which no rule offers here.",
        "Take an offered clause (see `bundle`), or add this one by a departure with `add: true`.",
    )


def unknown_clause(clause: str, place: Place, library: Library) -> Diagnostic:
    """The Diagnostic for the name of a clause or schedule that the library does not have."""
    hint = did_you_mean(clause, [*library.clause_by_id, *library.schedule_by_id]) or "See `list` for the ids."
    return Diagnostic("unknown-clause", place, f"No clause is called {clause}.", hint)


def did_you_mean(name: str, known: list[str]) -> str:
    """A hint that names what is spelt most like `name`; empty if nothing is."""
    from difflib import get_close_matches  # only mistakes pay for it

    near = get_close_matches(name, known, 1)
    return f"Did you mean {near[0]}?" if near else ""
