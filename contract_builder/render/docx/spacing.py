"""What a paragraph's style does not say: the page that it stays on, and the space around it."""

KEEP = "<w:keepNext/>"
ALL_LINES = "<w:keepLines/>"
"""Of the last of a schedule: no page holds two lines of it alone."""
WHOLE = f"{KEEP}{ALL_LINES}"
"""Of the last but one: it comes along, so that no page holds the last paragraph alone."""
NEW_PAGE = "<w:pageBreakBefore/>"
CLOSE_NOTICE = '<w:spacing w:before="240" w:after="240"/>'
PART_OF_SCHEDULE = '<w:spacing w:before="400" w:after="160"/>'
BEFORE_TABLE = f'{KEEP}<w:spacing w:after="180"/>'
UNDER_HEADING = '<w:spacing w:before="240"/>'
"""Of our heading, below one that the host gives the schedule."""
AFTER_STATUS = '<w:spacing w:before="240"/>'
END_OF_ITEMS = '<w:spacing w:after="120"/>'
"""Of the last item: what comes next stands as far off as from a paragraph without items."""
_AFTER_TABLE = 200

CLAUSE_STYLES = ("ClauseLevel1", "ClauseLevel2", "ClauseLevel3")
SCHEDULE_STYLES = ("ScheduleLevel1", "ScheduleLevel2", "ScheduleLevel3")
DEFINITION_STYLES = ("DefinitionLevel1", "DefinitionLevel2")
_ITEMS = {*CLAUSE_STYLES[1:], *SCHEDULE_STYLES[1:], *DEFINITION_STYLES}
_NO_SPACE_BEFORE = {
    "Normal", *CLAUSE_STYLES, *SCHEDULE_STYLES, *DEFINITION_STYLES, "ClauseText", "ScheduleText", "Definition",
    "DefinitionText",
}  # fmt: skip
"""The styles of paragraphs that have no space before them, and need it after a table."""


def below_table(style: str, properties: str) -> str:
    """`properties`, with the space that a paragraph of `style` needs after a table; beside the space after it, if they state one."""
    if style not in _NO_SPACE_BEFORE:
        return properties
    if "<w:spacing " in properties:
        return properties.replace("<w:spacing ", f'<w:spacing w:before="{_AFTER_TABLE}" ')
    return f'{properties}<w:spacing w:before="{_AFTER_TABLE}"/>'


def of_block(style: str, has_items: bool, leads: bool, ends: bool, stay: str) -> str:
    """The properties of a paragraph that may have items, lead to a table, or end a list of items.

    `stay` is how it keeps to a page otherwise: WHOLE, ALL_LINES or "".
    """
    if has_items:
        return KEEP
    if leads:
        return BEFORE_TABLE
    return stay + (END_OF_ITEMS if ends and style in _ITEMS else "")
