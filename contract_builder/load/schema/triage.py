"""`triage.yaml`: the gates, the questions and how they make a tier."""

from contract_builder.load.schema.fields import Rule, line, many, mapping, record, slug, version, whole

_TIER = whole("A tier, 1 to 4.", 3, least=1, most=4)

_STOP = record(
    {
        "id": slug("The gate's id.", "emotion-inference"),
        "ask": line("The question.", "Will the system infer feelings?"),
        "help": line("How to answer it.", "Look for words such as sentiment."),
        "because": line("Why it stops the purchase.", "People cannot contest a feeling ascribed to them."),
    },
    "A gate that stops the purchase.",
)
_OPTION = record(
    {
        "points": whole("The points that it scores.", 3, least=0, most=100),
        "title": line("The answer.", "It informs"),
    },
    "One answer.",
)
_QUESTION = record(
    {
        "id": slug("The question's id.", "effect-on-person"),
        "code": line("A short code.", "A1"),
        "ask": line("The question.", "What does the output do to a person?"),
        "help": line("How to answer it.", "Follow one output from the screen to the resident."),
        "options": mapping(
            slug("The option's id.", "informs"),
            _OPTION,
            "The answers by id.",
        ),
    },
    "A scored question.",
)
_BAND = record(
    {"tier": _TIER, "from": whole("The score from which the tier starts.", 25, least=0, most=100)},
    "Where a tier starts.",
)
_POINTS = {
    name: whole(f"Points for evidence that is {name}.", 5, least=0, most=100)
    for name in ("in-place", "partial", "absent")
}
_MITIGATION = record(
    {
        "threshold_percent": whole("The share of points that lowers the score.", 80, least=0, most=100),
        "reduction_percent": whole("By how much it lowers the score.", 15, least=0, most=100),
        "points": record(_POINTS, "What evidence counts.", {"in-place": 5, "partial": 2, "absent": 0}),
        "evidence": many(
            record(
                {"id": slug("Its id.", "change-log"), "ask": line("The question.", "Is there a log?")},
                "A safeguard.",
            ),
            "The safeguards.",
            [{"id": "change-log", "ask": "Is there a log of every change?"}],
        ),
    },
    "How evidence lowers the residual score.",
)

SCHEMA: Rule = record(
    {
        "version": version("The version of the table."),
        "stops": many(_STOP, "The gates."),
        "floors": mapping(
            slug("An AI type.", "biometric"),
            mapping(
                slug("A service area.", "public-health"),
                _TIER,
                "The tier by service area.",
                {"public-health": 4},
            ),
            "The lowest tier of an AI type in a service area.",
            {"biometric": {"public-health": 4}},
        ),
        "questions": many(_QUESTION, "The questions."),
        "bands": many(_BAND, "The scores from which the tiers start.", [{"tier": 1, "from": 0}]),
        "mitigation": _MITIGATION,
    },
    "The triage, `playbooks/triage.yaml`.",
)
