"""Which clause comes in for a topic depends on which topic is looked at first, and the model looks as `select` does."""

from contract_builder.prove.lifted import Lifted
from contract_builder.prove.statements import Statements
from contract_builder.prove.table import Table
from contract_builder.select import select
from tests.prove.test_the_model_is_select import BRIEF, lifted_says, select_says, whole_space
from tests.prove.worlds import contexts, world_of
from tests.select.generated import World
from tests.select.library import library_of
from tests.select.rules import base_requiring


def test_the_topic_with_the_fewest_candidates_comes_first() -> None:
    """`wide` could come from two clauses; the one that must come in for `narrow` gives it anyway."""
    library = library_of(
        {
            "first": {"provides": ["wide"], "parameters": {"days": {"default": 1}}},
            "second": {"provides": ["wide", "narrow"], "parameters": {"days": {"default": 1}}},
        }
    )
    world = world_of(World(library, (base_requiring("wide", "narrow"),)))
    table = Table(whole_space(world))
    lifted = Lifted(Statements(world), table, frozenset({"first", "second"}))
    for facts in contexts():
        assert list(lifted_says(lifted, table, facts)) == ["second"]
        assert select_says(select(world.library, world.playbooks, facts, BRIEF)).keys() == {"second"}
