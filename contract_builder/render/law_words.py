"""How well a provision was checked, in words that nobody overlooks."""

from contract_builder.model.annotations import LawCited
from contract_builder.model.words import long_date
from contract_builder.render.words import from_slug

CHECKS = {
    "secondary": "Taken from a secondary source. Read the primary text.",
    "knowledge": "Written from professional knowledge. Find and read the primary text.",
    "unconfirmed": "Not confirmed. Find out whether it says this, and whether it is in force.",
}
UNVERIFIED = "UNVERIFIED LAW"
CONFIDENCE = (
    "Confidence says how well a provision was checked: primary, in its own text; secondary, in a secondary source; "
    "knowledge, from professional knowledge; unconfirmed, not at all."
)


def status_words(law: LawCited) -> str:
    """Its status, its confidence, and why it must not be relied on yet: "In force. Confidence: knowledge."."""
    words = [f"{from_slug(law.status)}. Confidence: {law.confidence}."]
    words += [CHECKS["unconfirmed"]] if law.confidence == "unconfirmed" else []
    words += ["Overdue for review."] if law.overdue else []
    return " ".join(words)


def lead_of(law: LawCited) -> str:
    """What a note on it begins with: a warning, unless it was read in the primary text and no review is due."""
    return "Law" if law.verified else UNVERIFIED


def checked_words(law: LawCited) -> str:
    """When it was checked, and when it is to be checked again."""
    due = f"; review due {long_date(law.review_by)}" if law.review_by else ""
    return f"{long_date(law.checked)}{due}"
