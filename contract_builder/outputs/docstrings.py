"""What the fields of a value mean: the docstrings below them in the source."""

import ast
import inspect
from functools import cache
from types import ModuleType

import msgspec


def fields_in_words(type_: type[msgspec.Struct]) -> dict[str, str]:
    """The docstring of each field of `type_`, and of its bases, that has one."""
    words: dict[str, str] = {}
    for base in reversed(type_.__mro__):
        module = inspect.getmodule(base)
        if isinstance(base, type(msgspec.Struct)) and base is not msgspec.Struct and module is not None:
            words |= _in_module(module).get(base.__name__, {})
    return words


@cache
def _in_module(module: ModuleType) -> dict[str, dict[str, str]]:
    tree = ast.parse(inspect.getsource(module))
    return {node.name: dict(_fields(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _fields(node: ast.ClassDef) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for field, after in zip(node.body, node.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
            and isinstance(after.value.value, str)
        ):
            found.append((field.target.id, inspect.cleandoc(after.value.value)))
    return found
