"""What stands around the clauses: the fields of the Particulars, and the ways of signing."""

from typing import Literal

from contract_builder.model.base import Frozen
from contract_builder.model.condition import Condition

SCHEDULES = "schedules"
"""What a field takes that lists the schedules of the contract."""


class Case(Frozen, frozen=True):
    """What a field says where its condition holds."""

    says: str
    when: Condition | None = None


class ParticularField(Frozen, frozen=True):
    """One field of the Particulars; without a value it is a blank with an owner."""

    id: str
    label: str
    section: str
    ask: str
    owner: str
    long: bool = False
    date: bool = False
    """Its value is a date: given as YYYY-MM-DD, printed as 1 April 2027."""
    money: bool = False
    """Its value is a whole number of pounds: 420000 prints as £420,000."""
    choices: dict[str, str] = {}
    """The answers that it takes, and what each prints as; none for words of one's own."""
    when: Condition | None = None
    """Where it prints though the brief gives no value, and no text uses it; everywhere if none."""
    fact: str = ""
    """The fact of the brief that it prints: it is not asked again. Or `schedules`."""
    cases: tuple[Case, ...] = ()
    """What it says by facts of the brief, the first that holds: it is not asked."""
    value: str = ""
    """The parameter that it prints, as `clause.parameter`: only in a contract that has the clause."""
    line: int = 0
    """Where it stands in its file; 0 if that is not known."""

    @property
    def asked(self) -> bool:
        """Whether a brief gives its value."""
        return not (self.fact or self.cases or self.value)


Party = Literal["Council", "Supplier", "Guarantor"]


class Signatory(Frozen, frozen=True):
    """One way for one party to sign."""

    party: Party
    words: str
    lines: tuple[str, ...]
    kind: str = ""
    """What a brief calls it, such as `company-witness`."""
    form: str = ""
    """The form of signing that it belongs to; that of the file if none."""
    note: str = ""
    """For those who arrange the signing; never printed in a contract."""
    law: tuple[str, ...] = ()


class SigningForm(Frozen, frozen=True):
    """A form of signing beside the usual one."""

    id: str
    words: str
    note: str = ""
    law: tuple[str, ...] = ()


class Execution(Frozen, frozen=True):
    """How contracts are signed: the usual form, other forms, and the ways of each party in each form."""

    id: str
    """The usual form."""
    title: str
    words: str
    signatories: tuple[Signatory, ...]
    """The first of a party and form is what is taken where the brief says nothing."""
    forms: tuple[SigningForm, ...] = ()
    note: str = ""
    law: tuple[str, ...] = ()

    @property
    def all_forms(self) -> tuple[SigningForm, ...]:
        """Every form, the usual one first."""
        return (SigningForm(self.id, self.words, self.note, self.law), *self.forms)

    def ways(self, party: str, form: str) -> tuple[Signatory, ...]:
        """The ways in which `party` may sign in `form`."""
        return tuple(s for s in self.signatories if s.party == party and (s.form or self.id) == form)
