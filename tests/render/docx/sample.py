"""A contract with all that a Word document has to hold: three levels, references, tables, blanks, other scripts.

It is written in a short notation: `<label>` is a reference, `[field: Prompt]` a blank, `*words*` emphasis.
`notation.py` reads it.
"""

from contract_builder.model.contract import (
    BlankRun,
    ClauseNode,
    Contract,
    DefinitionNode,
    ExecutionNode,
    Identity,
    ParticularsRow,
    ParticularsSection,
    ScheduleNode,
    SignatoryNode,
    TextRun,
)
from tests.render.docx.notation import Item, Table, Titled, Writer

UNICODE = "Cyngor Sŵn y Môr, عقد, חוזה, 契約書, e\u0301, 👩🏽‍⚖️ & <b>“ten”</b>"
AWKWARD = "Line one\nline two\tafter a tab\rafter a return\u2028after a separator\u202eturned\u202c {{ 7*7 }} @@BODY@@"
DATE = "2026-11-24"
UNCITED, CITED_LAST = "no-training", "law"
"""A clause that nothing refers to, with six behind it; and the last."""


CLAUSES: Titled = (
    ("purpose", "Definitions and purpose", (
        "Words with capitals are explained in <schedule.definitions>.",
        Item("The Supplier must supply the AI System to [council_name: Council] for the Intended Purpose.", "purpose.supply"),
        Item("The AI System is fit for its purpose only if it:", "purpose.fit", (
            Item("does what <schedule.system> says;"),
            Item("meets each measure in paragraph <schedule.measures.one> of <schedule.measures>; and", "purpose.fit.measures"),
            Item("lets an officer:", "purpose.fit.officer", (
                Item("see and question each Output;", "purpose.see"),
                Item("set it aside as clause <redress.aside> says; and", "purpose.aside"),
                Item("give reasons under clause <redress.reasons.written>.", "purpose.give"))))),
        Item("Clause <purpose.see> and clause <purpose.fit.measures> bind the Supplier’s *Sub-contractors* too."))),
    ("data", "Return of data", (
        Item("Within 10 Working Days of a request the Supplier must deliver:", "data.deliver", (
            Item("the Council Data;", "data.deliver.data"),
            Item("the Derived Data, which includes:", "data.derived", (
                Item("scores and labels; and", "data.scores"),
                Item("prompts, as listed in paragraph <schedule.exit.prompts> of <schedule.exit>; and", "data.prompts"))),
            Item("a Data Dictionary."))),
        Item("The Supplier must not hold back anything that clause <data.deliver> names, or make a charge for it beyond "
             "[extra_rate: Rate for extra work]."))),
    (UNCITED, "No training", (
        Item("The Supplier must not train a Model on Council Data, except:", "", (
            Item("for the Council alone; and"),
            Item("as the Council asks in writing.", "", (Item("An email is enough."),)))),
        Item("This ban lasts without limit of time."))),
    ("access", "Access", (
        Item("Secrecy is no reason to refuse what an Assessment needs.", "access.secrecy"),
        Item("An Assessor may see:", "access.see", (
            Item("the AI System;"), Item("its logs; and"), Item("the Data Dictionary of clause <data.deliver>.")),),
        Table((("Stage", "What is open to the Assessor"), ("First", "Documents"), ("Second", "The live AI System"))),
        Item("Clause <access.secrecy> applies to each stage."))),
    ("redress", "Redress", (
        Item("The Council may set an Output aside.", "redress.aside"),
        Item("Within 5 Working Days of a Challenge the Supplier must give:", "redress.reasons", (
            Item("the data that were used; and"),
            Item("written reasons:", "redress.reasons.written", (
                Item("for the person; and", "redress.person"),
                Item("for a court.", "redress.court"))))),
        Item("The reasons under clause <redress.court> follow the plan in paragraph <schedule.exit.lessons.court> of <schedule.exit>."))),
    ("remedies", "Remedies", (
        Item("A breach of clause <data>, clause <access> or clause <redress.person> is a Serious Default."),
        Item("The Council may end this Contract for a Serious Default.", "remedies.end"))),
    ("exit", "Exit", (
        Item("When this Contract ends under clause <remedies.end> the Supplier must follow <schedule.exit>.", "exit.follow"),
        Item(f"Notices go to [supplier_email: Email for notices to the Supplier]. {UNICODE}", "exit.notices"))),
    (CITED_LAST, "Law", (Item("The law of England and Wales governs this Contract, clause <exit.notices> included.", "law.law"),)),
)  # fmt: skip
DEFINITIONS: Titled = (
    ("AI System", "means", ("the system described in <schedule.system>.",)),
    ("Assessor", "means", ("any of these:", Item("the Council;"), Item("its auditor:", "", (
        Item("internal; or"), Item("external; and"))), Item("a regulator named in clause <law.law>."),
        "It does not include a rival of the Supplier.")),
    ("Council Data", "includes", ("everything that [council_name: Council] puts in:", Item("records; and"), Item("questions."))),
)  # fmt: skip
SCHEDULES: Titled = (
    ("system", "The AI System", (
        Table((("What", "Description"), ("Name", "Early Notice"), ("Version", "[system_version: Version]")), "What is supplied"),
        Table((("Ruled out", "Why *not*"), ("Allocations", "See clause <purpose.supply>"))),
        Item("The description is as true as clause <purpose.fit> requires."))),
    ("exit", "What the Exit Plan holds", (
        "The Exit Plan stands on its own.",
        Item("It lists each data set.", "schedule.exit.sets"),
        Item("It lists:", "schedule.exit.lists", (
            Item("credentials; and"),
            Item("what the Council made:", "schedule.exit.made", (
                Item("rules; and"), Item("prompts.", "schedule.exit.prompts"))))),
        Item("It ends with lessons, beyond paragraph <schedule.exit.sets>:", "schedule.exit.lessons", (
            Item("for the Council; and"), Item("for a court.", "schedule.exit.lessons.court"))),
        Table((("When", "Step", "Who"), ("End Date", "Access ends", "Both"), ("Later", "Proof of deletion", "Supplier"))))),
    ("measures", "Measures", (
        Item("One measure is right answers.", "schedule.measures.one"),
        Item("Another is time, and paragraph <schedule.measures.one> comes first."))),
)  # fmt: skip


def contract() -> Contract:
    """Eight clauses, four schedules, some fifty numbered paragraphs; the same each time."""
    writer = Writer(CLAUSES, SCHEDULES)
    clauses = tuple(
        ClauseNode(id_, "1.2.0", str(n), heading, f"clause.{id_}",
                   writer.blocks(content, f"clause.{id_}", f"{n}."), f"{n}" * 64)
        for n, (id_, heading, content) in enumerate(CLAUSES, 1)
    )  # fmt: skip
    definitions = tuple(
        DefinitionNode(f"d{n}", "1.0.0", term, verb, f"definition.d{n}",
                       writer.blocks(content, f"definition.d{n}", "", level=2))
        for n, (term, verb, content) in enumerate(DEFINITIONS, 1)
    )  # fmt: skip
    first = ScheduleNode(
        "definitions", "", "Schedule 1", "Definitions", "schedule.definitions", (), definitions
    )
    schedules = tuple(
        ScheduleNode(id_, "2.0.1", f"Schedule {n}", heading, f"schedule.{id_}",
                     writer.blocks(content, f"schedule.{id_}", ""), digest="ab" * 32)
        for n, (id_, heading, content) in enumerate(SCHEDULES, 2)
    )  # fmt: skip
    signing = ("Signature", "Name", "Post", "Date")
    return Contract(
        identity=Identity(
            f"Contract for an AI System & more: {UNICODE}", "MC-2026-0417", "24 November 2026", "Draft",
            "AI procurement clauses for English councils", "0.1.0", "0.1.0", subject=AWKWARD,
        ),
        parties=((TextRun("Mereshire Council"),), (BlankRun("supplier_name", "Supplier"),)),
        notice="This is a draft, made from model clauses by a computer program. It is not legal advice.",
        background=(TextRun("The Council and the Supplier agree to these terms."),),
        particulars=(
            ParticularsSection("The parties", (
                ParticularsRow("council_name", "Council", (TextRun("Mereshire Council"),)),
                ParticularsRow("supplier_name", "Supplier", (BlankRun("supplier_name", "Supplier"),)),
                ParticularsRow("supplier_address", "Supplier’s address", (TextRun("1 High Street\nExampleton\nEX1 1AA"),)))),
            ParticularsSection("The AI System", (
                ParticularsRow("system", "AI System", (TextRun(AWKWARD),)),
                ParticularsRow("name", "Name in other scripts", (TextRun(UNICODE),)))),
        ),
        clauses=clauses,
        schedules=(first, *schedules),
        execution=ExecutionNode("Signatures", (TextRun("The parties have signed this Contract."),), (
            SignatoryNode("Council", (TextRun("Signed for Mereshire Council by an officer"),), signing),
            SignatoryNode("Supplier", (TextRun("Signed for "), BlankRun("supplier_name", "Supplier")), signing))),
        obligations=(),
        open_items=(),
        cited=frozenset(writer.cited),
    )  # fmt: skip
