"""The public names as text, a line each, and whether one listing keeps what an older one promised."""

import ast
import inspect
import re
from collections.abc import Iterator
from typing import Any, get_type_hints

import msgspec

import contract_builder
from contract_builder.outputs.documents import NOT_YET, OPEN

HANDED_ON = {"Brief": ("title",), "Cache": (), "Content": ("diagnostics",), "Council": ("name",)}
"""Types that a host takes from one function and gives to another: of these, only the attributes named are promised."""
_MODULE = re.compile(r"\b(?:[A-Za-z_]\w*\.)+(?=[A-Za-z_])")


def listing() -> list[str]:
    """Every public name with its signature, or its type; every public attribute with its type."""
    lines: list[str] = []
    for name in contract_builder.__all__:
        lines += _lines(name, getattr(contract_builder, name))
    return sorted(lines)


def _lines(name: str, value: Any) -> Iterator[str]:
    if inspect.isclass(value):
        bases = ", ".join(b.__name__ for b in value.__mro__[1:-1] if issubclass(b, Exception))
        yield f"class {name}({bases})" if bases else f"class {name}"
        yield from _members(name, value) if name not in NOT_YET else ()
    elif inspect.isroutine(value):
        yield f"{name}{_signature(value)}"
    elif getattr(value, "__module__", "") == "typing":
        yield f"type {name}"
    else:
        yield f"{name}: {type(value).__name__}"


def _members(name: str, type_: type) -> Iterator[str]:
    hints = get_type_hints(type_)
    fields = msgspec.structs.fields(type_) if issubclass(type_, msgspec.Struct) else ()
    names = [f.name for f in fields] or [n for n in vars(type_).get("__annotations__", {}) if n[0] != "_"]
    promised = HANDED_ON.get(name, names)
    for field in (n for n in names if n in promised):
        # An open list of values may grow: for a reader it is any text.
        yield f"{name}.{field}: {'str' if (name, field) in OPEN else _words(hints[field])}"
    for member, value in vars(type_).items():
        if member[0] == "_" or name in HANDED_ON:
            continue
        if isinstance(value, property) and value.fget:
            yield f"{name}.{member}: {_words(inspect.signature(value.fget).return_annotation)}"
        elif inspect.isfunction(value):
            yield f"{name}.{member}{_signature(value)}"


class _Written(str):
    """An annotation in quotation marks, because what it names is not imported: it shows as it is written."""

    __repr__ = str.__str__


def _signature(function: Any) -> str:
    found = inspect.signature(function)
    kept = [p.replace(annotation=_plain(p.annotation)) for p in found.parameters.values() if p.name != "self"]
    return _MODULE.sub(
        "", str(found.replace(parameters=kept, return_annotation=_plain(found.return_annotation)))
    )


def _plain(annotation: Any) -> Any:
    return _Written(annotation) if isinstance(annotation, str) else annotation


def _words(annotation: Any) -> str:
    return _MODULE.sub("", inspect.formatannotation(_plain(annotation)))


def breaks(old: list[str], new: list[str]) -> list[str]:
    """What in the listing `new` breaks a call, or a use, that `old` allows: a sentence each."""
    now = {_name(line): line for line in new}
    found: list[str] = []
    for line in old:
        name = _name(line)
        if name not in now:
            found.append(f"{name}: is gone.")
        elif line != now[name]:
            found += [f"{name}: {words}" for words in _differences(line, now[name])]
    return found


def _name(line: str) -> str:
    return re.split(r"[(:]", line.removeprefix("class ").removeprefix("type "))[0]


def _differences(old: str, new: str) -> Iterator[str]:
    before, after = _parsed(old), _parsed(new)
    if type(before) is not type(after):
        yield "is something else now."
    elif isinstance(before, ast.FunctionDef) and isinstance(after, ast.FunctionDef):
        yield from _calls(before.args, after.args)
        yield from _more(before.returns, after.returns)
    elif isinstance(before, ast.AnnAssign) and isinstance(after, ast.AnnAssign):
        yield from _more(before.annotation, after.annotation)
    elif isinstance(before, ast.ClassDef) and isinstance(after, ast.ClassDef):
        bases = {ast.unparse(b) for b in after.bases}
        yield from (f"is no {ast.unparse(b)} any more." for b in before.bases if ast.unparse(b) not in bases)


def _parsed(line: str) -> ast.stmt:
    name = _name(line)
    plain = line.replace(name, name.replace(".", "_"), 1)
    if line.startswith("class "):
        plain = f"{plain}: ..."
    elif "(" in line.split(":", maxsplit=1)[0]:
        plain = f"def {plain}: ..."
    return ast.parse(plain).body[0]


def _calls(old: ast.arguments, new: ast.arguments) -> Iterator[str]:
    before, after = _parameters(old), _parameters(new)
    for name, (place, default, type_) in before.items():
        if name not in after:
            yield f"{name} is gone, or has another name."
            continue
        now_at, now_default, now_type = after[name]
        if place is not None and now_at != place:
            yield f"{name} has another place."
        if default is not None and now_default is None:
            yield f"{name} must be given."
        elif default is not None and default != now_default:
            yield f"{name} has another default."
        taken = _options(now_type)
        yield from (f"{name} does not take {o} any more." for o in sorted(_options(type_) - taken))
    for name, (_, default, _type) in after.items():
        if name not in before and default is None:
            yield f"{name} must be given."


def _parameters(args: ast.arguments) -> dict[str, tuple[int | None, str | None, ast.expr | None]]:
    """By name: the place, if it may be given by place; the default; the type."""
    plain = [*args.posonlyargs, *args.args]
    defaults = [None] * (len(plain) - len(args.defaults)) + [ast.unparse(d) for d in args.defaults]
    found: dict[str, tuple[int | None, str | None, ast.expr | None]] = {
        arg.arg: (n, default, arg.annotation)
        for n, (arg, default) in enumerate(zip(plain, defaults, strict=True))
    }
    for arg, value in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        found[arg.arg] = (None, ast.unparse(value) if value else None, arg.annotation)
    return found


def _more(old: ast.expr | None, new: ast.expr | None) -> Iterator[str]:
    yield from (f"may be {option}, which it never was." for option in sorted(_options(new) - _options(old)))


def _options(annotation: ast.expr | None) -> set[str]:
    """The parts of a union, and the values of a Literal, as text."""
    if annotation is None:
        return set()
    if isinstance(annotation, ast.BinOp):
        return _options(annotation.left) | _options(annotation.right)
    if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) == "Literal":
        inside = annotation.slice
        return {ast.unparse(e) for e in (inside.elts if isinstance(inside, ast.Tuple) else [inside])}
    return {ast.unparse(annotation)}
