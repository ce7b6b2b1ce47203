"""A small contract, and the values it came from, made straight from the model."""

import msgspec

from contract_builder.model.brief import Approver, Brief, Departure
from contract_builder.model.clause import (
    Clause,
    Definition,
    Parameter,
    Position,
    Risk,
    Schedule,
    encode_body,
)
from contract_builder.model.contract import (
    BlankRun,
    ClauseNode,
    Contract,
    DefinitionNode,
    ExecutionNode,
    Grid,
    Identity,
    Numbered,
    Obligation,
    OpenItem,
    Para,
    ParticularsRow,
    ParticularsSection,
    RefRun,
    Run,
    ScheduleNode,
    SignatoryNode,
    TextRun,
)
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import (
    AiType,
    Execution,
    Group,
    LawHook,
    Library,
    LibraryInfo,
    ServiceArea,
    Taxonomy,
    TierInfo,
)
from contract_builder.model.selection import (
    Choice,
    ChosenValue,
    FailingFact,
    LeftOut,
    Reason,
    Selection,
)
from contract_builder.model.triage import TriageReason, TriageResult

NBSP = "\u00a0"


def item(
    level: int, number: str, full: str, anchor: str, runs: tuple[Run, ...], *below: Numbered
) -> Numbered:
    """A numbered paragraph, its anchor below the clause's."""
    return Numbered(level, number, full, runs, anchor, below)


def words(*pieces: str | Run) -> tuple[Run, ...]:
    """Runs from words and runs."""
    return tuple(TextRun(piece) if isinstance(piece, str) else piece for piece in pieces)


DATA = ClauseNode(
    "council-data", "1.2.0", "1", "Council Data and Derived Data", "clause.council-data",
    (
        item(1, "1.1", "1.1", "clause.council-data.control", words(
            "Whether or not any right exists in it, the Supplier must use Council Data only to perform this "
            "Contract, for ", BlankRun("council_name", "Council"), ".")),
        item(1, "1.2", "1.2", "clause.council-data.on-request", words(
            "The Supplier must deliver a complete copy of the Council Data and the Derived Data:"),
            item(2, "(a)", "1.2(a)", "clause.council-data.on-request.1", words(
                "within 10 Working Days of a written request by the Council, in an Open Format:"),
                item(3, "(i)", "1.2(a)(i)", "clause.council-data.on-request.1.1", words(
                    "with a Data Dictionary that names and explains every field; and")),
                item(3, "(ii)", "1.2(a)(ii)", "clause.council-data.on-request.1.2", words(
                    "with counts and checksums of the records delivered; and"))),
            item(2, "(b)", "1.2(b)", "clause.council-data.final-copy", words(
                "on the End Date, as ", RefRun("schedule.exit-plan", "Schedule 2", full=False),
                " requires."))),
        item(1, "1.3", "1.3", "clause.council-data.3", words(
            "The Supplier must not charge for a copy that this clause requires, even one of more than £5,000 "
            "& however it is asked for.")),
    ),
    "0" * 64,
)  # fmt: skip
AUDIT = ClauseNode(
    "audit-access", "1.0.0", "2", "Audit, testing and access for assessment", "clause.audit-access",
    (
        item(1, "2.1", "2.1", "clause.audit-access.access", words(
            "The Supplier must give an Assessor the Assurance Information within 5 Working Days.")),
        item(1, "2.2", "2.2", "clause.audit-access.2", words(
            "No duty of confidence stands in the way of clause", NBSP,
            RefRun("clause.audit-access.access", "2.1"), " or of clause", NBSP,
            RefRun("clause.council-data.on-request.1.1", "1.2(a)(i)"), ".")),
    ),
    "1" * 64,
)  # fmt: skip
LAW = ClauseNode(
    "governing-law", "1.0.1", "3", "Governing law", "clause.governing-law",
    (
        Para(words("This Contract is governed by the law of England and Wales.")),
        item(1, "3.1", "3.1", "clause.governing-law.1", words(
            "A notice is ", TextRun("in writing", "em"), " only if it is sent to ",
            BlankRun("supplier_notices_email", "Email for notices to the Supplier"), ".")),
    ),
    "2" * 64,
)  # fmt: skip
DEFINITIONS = ScheduleNode(
    "definitions", "", "Schedule 1", "Definitions", "schedule.definitions", (),
    (
        DefinitionNode("assessor", "1.0.0", "Assessor", "means", "definition.assessor", (
            Para(words("any of these, for as long as it owes a duty of confidence to the Council or by law:")),
            item(2, "(a)", "(a)", "definition.assessor.1", words("the Council, or its agent; and")),
            item(2, "(b)", "(b)", "definition.assessor.2", words("an external auditor or a Regulator.")))),
        DefinitionNode("council-data", "1.1.0", "Council Data", "means", "definition.council-data", (
            Para(words("everything that the Council, its residents or its systems put into the AI System.")),)),
    ),
)  # fmt: skip
EXIT = ScheduleNode(
    "exit-plan", "1.0.0", "Schedule 2", "What the Exit Plan holds", "schedule.exit-plan",
    (
        item(1, "1", "1", "schedule.exit-plan.inventory", words("The Exit Plan lists what must be handed over:"),
             item(2, "(a)", "1(a)", "schedule.exit-plan.inventory.1", words("data, prompts and rules;"))),
        item(1, "2", "2", "schedule.exit-plan.2", words(
            "Each step has a date, as paragraph", NBSP, RefRun("schedule.exit-plan.inventory", "1", full=False),
            " and this table state.")),
        Grid(
            (words("Step"), words("Who"), words("By when"), words("Evidence of completion")),
            (
                (words("Test export"), words("Supplier"), words("3 months before the End Date"),
                 words("Import log of the Council")),
                (words("Deletion"), words("Supplier"), words("30 days after the End Date"),
                 words("Certificate signed by a director")),
            ),
            "Milestones of the exit",
        ),
    ),
    digest="3" * 64,
)  # fmt: skip
PARTICULARS = (
    ParticularsSection("The parties", (
        ParticularsRow("council_name", "Council", (BlankRun("council_name", "Council"),)),
        ParticularsRow("supplier_name", "Supplier", words("Careful Systems Ltd")),
        ParticularsRow("supplier_address", "Supplier's address", words("1 High Street\nExampleton\nEX1 1AA")))),
    ParticularsSection("The AI System", (
        ParticularsRow("system_name", "AI System", words("Homeward 4")),
        ParticularsRow("intended_purpose", "Intended Purpose", words(
            "To put households at risk of homelessness in an order in which an officer calls them.")))),
)  # fmt: skip


def contract() -> Contract:
    """Three clauses, definitions, a schedule with a table, blanks, references and signatures."""
    return Contract(
        identity=Identity(
            "Contract for the supply of an AI System", "EX-2026-014", "24 November 2026", "Draft",
            "AI procurement clauses for English councils", "0.1.0", "0.1.0",
            "Early warning of homelessness",
        ),
        parties=((BlankRun("council_name", "Council"),), words("Careful Systems Ltd")),
        notice="This is a draft, made from model clauses by a computer program. "
        "It is not legal advice and it binds nobody. A lawyer must review it before it is sent or signed.",
        background=words("The Council and the Supplier agree that the Supplier supplies the AI System "
                         "and the Services to the Council on the terms of this Contract."),
        particulars=PARTICULARS,
        clauses=(DATA, AUDIT, LAW),
        schedules=(DEFINITIONS, EXIT),
        execution=ExecutionNode(
            "Signatures",
            words("The parties have signed this Contract on the dates stated below."),
            (
                SignatoryNode("Council", words(
                    "Signed for and on behalf of ", BlankRun("council_name", "Council"),
                    " by an officer authorised under its scheme of delegation"),
                    ("Signature", "Name", "Post", "Date")),
                SignatoryNode("Supplier", words("Signed for and on behalf of Careful Systems Ltd"),
                              ("Signature", "Name", "Position", "Date")),
            ),
        ),
        obligations=(
            Obligation("council-data", "clause.council-data.on-request.1", "1.2(a)", "Supplier",
                       "Deliver a complete copy of the Council Data and the Derived Data",
                       "Written request from the Council", "10 Working Days",
                       "Delivery note with record counts and checksums"),
            Obligation("audit-access", "clause.audit-access.access", "2.1", "Supplier",
                       "Give an Assessor the Assurance Information", "Request by an Assessor",
                       "5 Working Days", "List of the documents given"),
        ),
        open_items=(
            OpenItem("council_name", "Council", "What is the full legal name of the Council?", "legal"),
            OpenItem("supplier_notices_email", "Email for notices to the Supplier",
                     "To which address are notices to the Supplier sent?", "procurement"),
            OpenItem("system_version", "Version at the Start Date", "Which version is bought?", "ICT"),
        ),
        cited=frozenset({
            "schedule.exit-plan", "clause.audit-access.access", "clause.council-data.on-request.1.1",
            "schedule.exit-plan.inventory",
        }),
    )  # fmt: skip


EMPTY = encode_body(())
RISK = Risk(1, ("loss-of-public-data-value",), "all", "all")


def clause(id_: str, title: str, group: str, law: tuple[str, ...] = (), *parameters: Parameter) -> Clause:
    """A clause with three positions and no text."""
    return Clause(
        id_, title, "1.0.0", "draft", group, 10, (), RISK, f"clauses/{group}/{id_}.md",
        (
            Position("preferred", 0, 30, EMPTY),
            Position("fallback", 1, 50, EMPTY, "head of legal", "access only through a report of the Supplier's"),
            Position("short", 0, 70, EMPTY),
        ),
        law=law, parameters=parameters,
    )  # fmt: skip


def hook(id_: str, cite: str, confidence: str, review_by: str = "2027-05-23", note: str = "") -> LawHook:
    """A provision, checked in May 2026."""
    return LawHook(
        id_, f"Title of {id_}", cite, f"What {id_} asks of a contract.", "in-force", confidence,  # type: ignore[arg-type]
        "2026-05-23", review_by, note, f"https://www.legislation.gov.uk/{id_}",
    )  # fmt: skip


DAYS = Parameter("export_days", "integer", 10, "How many Working Days does the Supplier have to deliver a copy?",
                 unit="Working Days", stronger="lower")  # fmt: skip
PRICE = Parameter("copy_price", "money", 0, "What may a further copy cost?", stronger="lower")


def library() -> Library:
    """Five clauses, of which the contract has three; law of every confidence."""
    return Library(
        info=LibraryInfo(
            "AI procurement clauses for English councils", "0.1.0", "England", "OGL-UK-3.0",
            (Group("data", "Data"), Group("general", "General")),
            "Contract for the supply of an AI System", "It is not legal advice.", "The parties agree.",
        ),
        clauses=(
            clause("council-data", "Council Data and Derived Data", "data", ("uk-gdpr-28", "database-right"),
                   DAYS, PRICE),
            clause("audit-access", "Audit, testing and access for assessment", "data", ("bridges-2020",)),
            clause("governing-law", "Governing law", "general", ("ucta-1977",)),
            clause("model-change-control", "Control of changes to the model", "data", ("never-cited",)),
            clause("biometric-safeguards", "Biometric safeguards", "data"),
        ),
        definitions=(
            Definition("assessor", "Assessor", "1.0.0", "draft", "clauses/definitions/assessor.md", EMPTY,
                       law=("foia-2000",)),
            Definition("council-data", "Council Data", "1.1.0", "draft", "clauses/definitions/council-data.md",
                       EMPTY),
        ),
        schedules=(
            Schedule("exit-plan", "What the Exit Plan holds", "1.0.0", "draft", 10, "clauses/schedules/exit.md",
                     EMPTY, law=("dpa-2018-171",)),
        ),
        law=(
            hook("uk-gdpr-28", "Article 28 of the UK GDPR", "primary"),
            hook("database-right", "the Copyright and Rights in Databases Regulations 1997", "knowledge",
                 note="Regulation 13 was not read."),
            hook("bridges-2020", "R (Bridges) v South Wales Police [2020] EWCA Civ 1058", "secondary"),
            hook("ucta-1977", "the Unfair Contract Terms Act 1977", "primary", review_by="2026-11-01"),
            hook("foia-2000", "the Freedom of Information Act 2000", "unconfirmed"),
            hook("dpa-2018-171", "section 171 of the Data Protection Act 2018", "knowledge"),
            hook("never-cited", "the Act that no chosen clause cites", "unconfirmed"),
        ),
        findings=(),
        topics=(),
        taxonomy=Taxonomy(
            (AiType("predictive-risk-scoring", "T01", "Predictive analytics and risk scoring", "Estimates."),),
            (ServiceArea("housing-and-homelessness", "S04", "Housing and homelessness", "R"),),
            (
                TierInfo("tier-2", "moderate", "data protection assessment where personal data are used",
                         "preferred positions with the standard numbers", "a person reviews exceptions",
                         "acceptance tests, repeated each year", "the head of service",
                         "a summary transparency record"),
                TierInfo("tier-3", "high", "data protection and equality assessments, both in full",
                         "preferred positions, with every departure logged", "a person decides",
                         "an independent test, with bias tests every six months",
                         "the director, with data protection, equality and legal advice",
                         "a full transparency record and a summary of audits"),
            ),
            (),
        ),
        particulars=(),
        execution=Execution("under-hand", "Signatures", "", ()),
        digest="f" * 64,
    )  # fmt: skip


DEPARTURE = Departure(
    "audit-access", "The supplier has one engineer & offered an independent report.",
    Approver("A. Patel", "Head of Legal"), "2026-11-20", position="fallback",
    legal_approver=Approver("B. Jones", "Monitoring Officer"),
)  # fmt: skip


def brief() -> Brief:
    """The brief of the sample purchase, with one departure."""
    return Brief(
        "Early warning of homelessness", "brief.yaml", ("predictive-risk-scoring",),
        "housing-and-homelessness", "2026-11-24", departures=(DEPARTURE,),
    )  # fmt: skip


def reason(because: str, rule: str = "tier-3-preferred", line: int = 12, effect: str = "include") -> Reason:
    """A rule of the tier 3 playbook."""
    return Reason(effect, because, rule, "tier-3", "playbooks/tiers/tier-3.yaml", line)  # type: ignore[arg-type]


DEFAULT = Reason("default", "The library's default.")


def selection() -> Selection:
    """Three clauses in, two out, one warning."""
    return Selection(
        facts={"tier": 3, "ai_types": ("predictive-risk-scoring",), "service_area": "housing-and-homelessness"},
        playbooks=("base", "tier-3"),
        chosen=(
            Choice("council-data", "1.2.0", "preferred",
                   (reason("Every contract answers the return of data."),
                    Reason("floor", "No contract goes without it.", "", "base", "playbooks/base.yaml", 8)),
                   reason("At tier 3 the Council asks for the whole protection.", line=20, effect="position"),
                   (ChosenValue("export_days", 5, reason("Residents cannot wait two weeks.", "fast-copies", 31,
                                                         "value")),
                    ChosenValue("copy_price", 1200, DEFAULT))),
            Choice("audit-access", "1.0.0", "fallback", (reason("Tier 3 calls for outside assessment."),),
                   Reason("departure", DEPARTURE.why, file="brief.yaml", line=40,
                          overrode="tier-3/tier-3-preferred"),
                   departures=(DEPARTURE,)),
            Choice("governing-law", "1.0.1", "short", (reason("Every contract needs it."),),
                   reason("The short form is enough.", effect="position")),
        ),
        left_out=(
            LeftOut("model-change-control", reason("Silent changes undo the tests.", line=44),
                    (FailingFact("tier", "tier is at least 4", "3"),), offered=True),
            LeftOut("biometric-safeguards", reason("Faces and voices need more.", "biometrics", 50),
                    (FailingFact("ai_types", "ai_types has biometric", "predictive-risk-scoring"),)),
        ),
        diagnostics=(Diagnostic("few-kpis", Place("brief.yaml", 7, 3), "Fewer than three indicators are set.",
                                "Set three.", "warning"),),
    )  # fmt: skip


def triage() -> TriageResult:
    """Tier 3, tier 2 with the safeguards in place, one question not answered."""
    return TriageResult(
        (), 2, 56, 3, 2, 47.6, 85, ("explainability",),
        (
            TriageReason("floor", "predictive-risk-scoring", "predictive-risk-scoring here is never below tier 2."),
            TriageReason("answer", "effect-on-person", "What does the output do to a person? It influences.", 7),
            TriageReason("unknown", "explainability",
                         "Can staff explain an output? Not known, so scored as the worst answer: no.", 3),
            TriageReason("band", "tier-3", "The score of 56 of 100 falls in tier 3; it raises the floor of 2.", 56),
            TriageReason("mitigation", "evidence", "85% of the safeguards are evidenced."),
        ),
    )  # fmt: skip


def stopped() -> TriageResult:
    """A purchase that a gate stops."""
    why = "Will the system infer feelings? Answered: yes. The science is weak."
    return TriageResult(
        ("emotion-inference",), 2, 56, 3, 3, 56.0, 0, (), (TriageReason("stop", "emotion-inference", why),)
    )


def with_value(value: str) -> Contract:
    """The sample contract with `value` in a heading, the Particulars, a paragraph and a table."""
    sample = contract()
    runs = (TextRun(value),)
    text = msgspec.structs.replace(
        LAW, heading=value, blocks=(item(1, "3.1", "3.1", "x", runs, item(2, "(a)", "3.1(a)", "y", runs)),)
    )
    grid = Grid((runs, runs), ((runs, runs),), value)
    return msgspec.structs.replace(
        sample,
        particulars=(ParticularsSection(value, (ParticularsRow("system_name", value, runs),)),),
        clauses=(DATA, AUDIT, text),
        schedules=(DEFINITIONS, msgspec.structs.replace(EXIT, blocks=(*EXIT.blocks, grid))),
    )
