"""A small library, made of a few strings, that every test may change."""

from collections.abc import Callable
from pathlib import Path

import pytest

CLAUSE = """\
---
id: redress
title: Redress
version: 1.0.0
status: draft
group: people
order: 10
provides: [redress]
risk:
  from_tier: 1
  harms: [loss-of-access]
  ai_types: all
  service_areas: [housing]
answers: [no-redress-route]
law: [uk-gdpr-22]
requires: [exit]
parameters:
  answer_days:
    type: integer
    unit: Working Days
    default: 10
    default_in: {fallback: 20}
    min: 1
    max: 30
    stronger: lower
    ask: How many Working Days does the Supplier have to answer?
obligations:
  - at: answer
    party: Supplier
    action: Answer the request
    trigger: Written request
    due: "{{ answer_days | unit }}"
    evidence: The answer
positions:
  fallback: {approver: head of legal services, leaves: Slower answers}
---

## Position: preferred

1. The Supplier must answer each Challenge
   within {{ answer_days | unit }}. ^answer
   1. *(only if tier is at least 3)* The answer
      must give *reasons*; and
   1. it must follow [the exit plan](../general/exit.md#^plan "the exit terms").

## Position: fallback

1. The Supplier must answer within {{ answer_days | unit }}. ^answer

## Position: short

1. The Supplier must answer. ^answer

## Walk away

Refuse a term
that gives no answer.

## Note

**Why it is here.**
People must be heard.
"""

EXIT = """\
---
id: exit
title: Exit
version: 1.0.0
status: draft
group: general
order: 10
provides: [exit]
risk: {from_tier: 1, harms: [loss-of-access], ai_types: all, service_areas: all}
---

## Position: preferred

1. The Supplier must keep [the plan](../schedules/exit-plan.md#^list). ^plan
"""

DEFINITION = """\
---
id: challenge
term: Challenge
also: [Challenges]
version: 1.0.0
status: draft
---

## Text

a request by a person for a review:

1. of a decision; or
1. of a service.
"""

SCHEDULE = """\
---
id: exit-plan
title: What the Exit Plan holds
version: 1.0.0
status: draft
order: 10
---

## Text

1. The Exit Plan holds a list. ^list

| What | When |
|---|---|
| Data | At once |
| Logs | {{ start_date \\| date }} |
"""

LIBRARY = """\
name: A small library
version: 0.1.0
jurisdiction: England
licence: OGL-UK-3.0
contract_title: Contract
notice: This is not legal advice.
background: The Supplier supplies the AI System to {{ council_name }}.
groups:
  - {id: people, title: People}
  - {id: general, title: General}
proper_names: [England]
"""

TOPICS = """\
topics:
  redress:
    code: C01
    title: Redress
    group: people
    from_tier: 1
    ai_types: all
    service_areas: all
    harms: [loss-of-access]
    purpose: Give people a way to be heard.
    findings: [no-redress-route]
  exit:
    code: C02
    title: Exit
    group: general
    from_tier: 1
    ai_types: all
    service_areas: all
    harms: [loss-of-access]
    purpose: Leave in good order.
"""

FINDINGS = """\
findings:
  no-redress-route:
    code: F1
    title: Nobody can say how redress is had
    chapter: Gaps
    lines: ["847-849", "858"]
    pointer: no clear path
    topics: [redress]
"""

LAW = """\
hooks:
  uk-gdpr-22:
    title: Automated decisions
    cite: Article 22A of the UK GDPR
    means: People can ask for a person to decide.
    status: in-force
    confidence: primary
    checked: 2026-11-23
    review_by: 2027-05-23
"""

TIER_WORDS = (
    "title: t, impact_assessments: a, posture: b, human_role: c, testing: d, sign_off: e, publication: f"
)

TAXONOMY = f"""\
ai_types:
  forecasting: {{code: T01, title: Forecasting, about: Projects demand.}}
service_areas:
  housing: {{code: S01, title: Housing, class: rights-determining}}
tiers:
  tier-2: {{{TIER_WORDS}}}
  tier-3: {{{TIER_WORDS}}}
  tier-4: {{{TIER_WORDS}}}
  tier-1: {{{TIER_WORDS}}}
harms:
  loss-of-access: {{code: H01, title: Loss of access}}
"""

PARTICULARS = """\
fields:
  council_name: {label: Council, section: Parties, ask: "What is the Council called?", owner: legal}
  start_date:
    label: Start Date
    section: Contract
    ask: When does it start?
    owner: procurement
    long: true
"""

EXECUTION = """\
id: under-hand
title: Signatures
words: The parties have signed this Contract.
signatories:
  - {party: Council, words: "Signed for {{ council_name }}", lines: [Signature, Name]}
  - {party: Supplier, words: Signed for the Supplier, lines: [Signature, Name]}
"""

FACTS = """\
facts:
  tier: {type: number, ask: Which tier?, if_unknown: 4, given_by: triage}
  ai_types: {type: set, ask: Which kinds of AI?}
  personal_data:
    type: choice
    ask: Does it use personal data?
    values: [yes, no]
    if_unknown: yes
    question: data
    answers: {none: no, some: yes}
"""

BASE = """\
playbook: base
kind: base
title: Every contract
version: 1.0.0
rules:
  - id: all-that-apply
    because: A clause belongs where its tags say.
    include: {that_apply: true}
floor: [redress]
departures:
  - id: awarded
    because: The contract is signed.
    when: {tier: 4, ai_types: forecasting}
    allow: blocked
"""

TIER = """\
playbook: tier-1
kind: tier
applies_to: tier-1
extends: base
title: Tier 1
version: 1.0.0
rules:
  - id: short-forms
    because: A low tier needs fewer words.
    when:
      personal_data: no
      ai_types: [forecasting, biometric]
      any:
        - {tier: {at_most: 1}}
        - not: {personal_data: {one_of: [yes]}}
    position: {every-clause: short}
    require: [redress]
    set: {redress: {answer_days: 5}}
    override: true
constraints:
  - id: in-order
    because: Redress comes first.
    must: {topics: redress, "position:redress": {is_not: fallback}}
"""

TRIAGE = """\
version: 1.0.0
stops:
  - {id: emotion, ask: Does it infer feelings?, help: Look., because: It is not science.}
floors:
  forecasting: {housing: 2}
questions:
  - id: data
    code: A1
    ask: Which data?
    help: Look.
    options:
      none: {points: 0, title: None}
      some: {points: 100, title: Some}
bands: [{tier: 1, from: 0}, {tier: 2, from: 25}, {tier: 3, from: 50}, {tier: 4, from: 75}]
mitigation:
  threshold_percent: 80
  reduction_percent: 15
  points: {in-place: 5, partial: 2, absent: 0}
  evidence: [{id: log, ask: Is there a log?}]
"""

ANCHORS = """\
models:
  city-2020:
    title: Clauses of a city
    publisher: City
    date: 2020-10
    status: current
    confidence: secondary
    articles:
      art-3: {cite: Art 3, title: Data belong to the city, topics: [redress]}
      art-9: {title: The city asks for bids, confidence: unconfirmed, topics: []}
"""

WORDING = """\
parties: [Supplier, Council]
sentence-length: {words: 40}
reading-age: {grade: 12}
american-spelling:
  spellings: {color: colour, "*ize": "*ise"}
  right: [prize]
vague-standard:
  promptly:
    words: [promptly, without delay]
    because: It names no day.
    instead: Write a number of days.
    unless: [without delay of its own]
legalese:
  hereby: {words: [hereby], because: Nobody says it., instead: Leave it out.}
modal-verb:
  will: {words: [will], because: It can be a plan., instead: Write `must`., after_a_party: true}
eu-only-term:
  gdpr: {words: [GDPR], because: It lacks a country., instead: Write `the UK GDPR`., unless: [UK GDPR], exact: true}
old-law:
  uk-gdpr-22:
    words: [Article 22]
    because: It was replaced.
    instead: Write `Article 22A`.
    law: [uk-gdpr-22]
  office: {words: [Office], because: It has a successor., instead: Define it., defined_with: [any successor]}
written-two-ways:
  per-cent: {words: [per cent], because: A value prints with a sign., instead: Write `95%`.}
"""

BRIEF = """\
brief: 1
title: Homelessness alerts
date: 2026-11-24
ai_types: [forecasting]
service_area: housing
facts: {route: competitive-flexible, estimated_value: 90000}
triage:
  stops: {emotion: no}
  answers: {data: some}
  evidence: {log: in-place}
  referrals:
    - {gate: emotion, why: It is off., approved_by: {name: A. Patel, role: Director}, on: 2026-11-24}
particulars:
  supplier_name: "*Acme* [x](http://e) # Ltd {{ 7*7 }} <b>"
  supplier_number: 1234567
values: {redress: {answer_days: 7}}
take: [exit]
departures:
  - clause: redress
    why: The Supplier answers each month.
    approved_by: {name: A. Patel, role: Director}
    on: 2026-11-24
    position: fallback
"""

COUNCIL = """\
[council]
name = "Borough of Example"
overlay = "overlay"

[particulars]
council_name = "Borough of Example"

[contact]
email = "legal@example.gov.uk"
"""

HOST = """\
host: framework
title: A call-off
version: 1.0.0
confidence: knowledge
checked: "2026-11-28"
label: Schedule 4
heading: AI
first_paragraph: 3
particulars: the Order Form
precedence:
  prevails: false
  because: The order form says so.
  advice: Name it in the order form.
terms:
  Council: {says: Buyer}
  Supplier: {says: Supplier}
  Contract: {says: Call-Off, forms: {Contracts: Call-Offs}}
definitions: {contract: "the deal of [particulars]."}
taken: [Buyer Assets]
fields: [council_name]
covers:
  - id: courts
    clause: governing-law
    because: The framework does.
    words: the terms on disputes
  - id: length
    clause: redress
    because: The framework does.
    items: {answer: the complaints procedure}
"""

OPENING = """\
version: 1.0.0
lead: This Schedule is part of this Contract.
part_a: Part A
part_b: Part B
title: This Schedule
prevails: This Schedule prevails.
gives_way: The order of this Contract applies.
paragraphs: [The Annexes are part of it.]
contract_label: Contract
reference_label: Reference
definitions: {particulars: "Part A and [particulars]."}
replaced: {redress: {answer: the order}}
words: {clause: paragraph}
keep: [contractual clauses]
"""

NOTICE = """\
version: 1.0.0
title: Wording for the notice
parts:
  - {id: use, title: How to use it, prints: false}
  - {id: changes, title: Changes, when: {tier: {at_least: 2}}}
paragraphs:
  - id: use-value
    part: use
    shapes: [agreement, ai-schedule]
    text: Count it.
  - id: change-answer
    part: changes
    title: Answers
    when: {tier: 3}
    provided_by: [redress#answer, schedules/exit-plan]
    unless: [exit#plan]
    values: {answer_days: redress}
    text: The supplier answers within {{ answer_days | unit }}.
    law: [uk-gdpr-22]
    note: Ask for it.
questions:
  - id: record-power
    title: Power
    ask: Which Act?
    owner: legal
    in_notice: true
"""

FILES = {
    "clauses/people/redress.md": CLAUSE,
    "clauses/general/exit.md": EXIT,
    "clauses/definitions/challenge.md": DEFINITION,
    "clauses/schedules/exit-plan.md": SCHEDULE,
    "clauses/library.yaml": LIBRARY,
    "clauses/topics.yaml": TOPICS,
    "clauses/findings.yaml": FINDINGS,
    "clauses/law.yaml": LAW,
    "clauses/taxonomy.yaml": TAXONOMY,
    "clauses/particulars.yaml": PARTICULARS,
    "clauses/execution.yaml": EXECUTION,
    "clauses/anchors.yaml": ANCHORS,
    "clauses/wording.yaml": WORDING,
    "clauses/ai-schedule.yaml": OPENING,
    "clauses/notice.yaml": NOTICE,
    "clauses/hosts/framework.yaml": HOST,
    "playbooks/facts.yaml": FACTS,
    "playbooks/triage.yaml": TRIAGE,
    "playbooks/base.yaml": BASE,
    "playbooks/tiers/tier-1.yaml": TIER,
}

SAMPLES = {
    "clause": ("clauses/people/redress.md", CLAUSE),
    "definition": ("clauses/definitions/challenge.md", DEFINITION),
    "schedule": ("clauses/schedules/exit-plan.md", SCHEDULE),
    "library": ("clauses/library.yaml", LIBRARY),
    "topics": ("clauses/topics.yaml", TOPICS),
    "findings": ("clauses/findings.yaml", FINDINGS),
    "law": ("clauses/law.yaml", LAW),
    "taxonomy": ("clauses/taxonomy.yaml", TAXONOMY),
    "particulars": ("clauses/particulars.yaml", PARTICULARS),
    "execution": ("clauses/execution.yaml", EXECUTION),
    "anchors": ("clauses/anchors.yaml", ANCHORS),
    "host": ("clauses/hosts/framework.yaml", HOST),
    "opening": ("clauses/ai-schedule.yaml", OPENING),
    "wording": ("clauses/wording.yaml", WORDING),
    "notice": ("clauses/notice.yaml", NOTICE),
    "facts": ("playbooks/facts.yaml", FACTS),
    "triage": ("playbooks/triage.yaml", TRIAGE),
    "playbook": ("playbooks/tiers/tier-1.yaml", TIER),
    "brief": ("brief.yaml", BRIEF),
    "council": ("council.toml", COUNCIL),
}
"""One good file of each kind: where it stands, and its text."""


@pytest.fixture
def samples() -> dict[str, tuple[str, str]]:
    """One good file of each kind: where it stands, and its text."""
    return SAMPLES


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a small library and its playbooks."""
    folder = tmp_path / "content"
    for name, text in FILES.items():
        write(folder / name, text)
    return folder


@pytest.fixture
def put() -> Callable[[Path, str], None]:
    """Writes a text to a file."""
    return write


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
