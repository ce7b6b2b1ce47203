"""The rule `parameter-range`."""

from collections.abc import Iterator

from contract_builder.check.places import in_front_matter
from contract_builder.check.scope import Scope
from contract_builder.check.texts import with_parameters
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "parameter-range"
LEVEL: Level = "warning"
_NUMBERS = ("integer", "money", "percent")


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A number that protects one side more, the higher or the lower it is, lacks a bound.

    Without a bound on the weak side, a brief or a playbook can turn ten days into a thousand and nothing objects.
    Without one on the strong side, a number can be set that no supplier can meet, and a court may not enforce it.

    Let pass are texts, choices and dates, and numbers of which neither way is stronger. A default that stands outside
    its bounds is an error when the file is read.
    """
    for owner in with_parameters(scope.library):
        for parameter in owner.parameters:
            if parameter.type not in _NUMBERS or parameter.stronger == "none":
                continue
            weak, strong = ("max", "min") if parameter.stronger == "lower" else ("min", "max")
            missing = [key for key in (weak, strong) if getattr(parameter, key) is None]
            if missing:
                keys = " and no ".join(f"`{key}`" for key in missing)
                message = f"`{parameter.name}` has no {keys}: {_what_then(missing[0] == weak)}."
                hint = f"Add {' and '.join(f'`{key}:`' for key in missing)}: what you would still sign."
                yield Diagnostic(
                    RULE, in_front_matter(owner, "parameters", parameter.name), message, hint, LEVEL
                )


def _what_then(weakly: bool) -> str:
    return "it may be weakened without limit" if weakly else "it may be set to what nobody can meet"
