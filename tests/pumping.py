"""Every regular expression of ``kg``, and for each the texts that would make it slow if anything does.

A backtracking engine is slow where it may try many ways to match and all of them fail. The texts are
derived from the expression itself: a beginning that leads to one of its repeats, what that repeats many times
over, and an end at which the match fails; and its whole match, or all but its end, many times over, at which
a search starts anew.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ROOT = Path(__file__).parent.parent
_MANY = 30  # repeats that may go on for longer than this are pumped
_WAYS = 4  # to match a part, that are tried
_TRIES = 200  # samples among which one is looked for that matches
_ENDS = ("", "\n", "\x00")
_CATEGORIES = {
    "CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "กa",
    "CATEGORY_NOT_DIGIT": "กa", "CATEGORY_NOT_SPACE": "กa", "CATEGORY_NOT_WORD": " -",
}  # fmt: skip
_ANY = "กa1 -(.\n\x00\u200b"
_SCANNING = {"search", "finditer", "findall", "sub", "subn", "split"}


@dataclass(frozen=True, order=True)
class Expression:
    """A regular expression, the line of ``kg`` that compiles it, and whether a text is searched with it."""

    place: str
    pattern: str
    flags: int
    of_bytes: bool
    searches: bool = True

    def compiled(self) -> re.Pattern[Any]:
        return re.compile(self.pattern.encode("latin-1") if self.of_bytes else self.pattern, self.flags)

    def written(self, text: str) -> Any:
        """``text`` as what the expression is matched with."""
        return text.encode("latin-1", "replace") if self.of_bytes else text


@dataclass(frozen=True)
class Pumped:
    """A text of any length: ``before``, ``piece`` over and over, ``after``."""

    before: str
    piece: str
    after: str

    def text(self, length: int) -> str:
        return self.before + self.piece * max(1, length // len(self.piece)) + self.after


# -- to find the expressions --------------------------------------------------------------------------------


def calls() -> dict[str, ast.Call]:
    """The calls in ``kg`` that make an expression or hand one to ``re``, by place (``kg/module.py:line``)."""
    found = {}
    for path in sorted({*(ROOT / "kg").rglob("*.py")} - {ROOT / "kg" / "expressions.py"}):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in _COMPILING:
                found[f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"] = node
    return found


_COMPILING = {"expression", *(f"re.{name}" for name in (*_SCANNING, "compile", "match", "fullmatch"))}


def expressions() -> list[Expression]:
    """All that ``kg`` compiles: as its modules are imported, in calls, in functions that put one together."""
    done = subprocess.run(
        [sys.executable, __file__], capture_output=True, text=True, check=False, cwd=ROOT, timeout=300
    )
    assert done.returncode == 0, done.stderr
    found = {tuple(line) for line in json.loads(done.stdout)}
    made = calls()
    for place, call in made.items():
        first = call.args[0]
        for choice in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
            if isinstance(choice, ast.Constant) and place not in {line[0] for line in found}:
                found.add(_line(place, choice.value, 0))
    searched = _searched()
    return sorted(Expression(*line, searches=_searches(line[0], made, searched)) for line in found)


def _line(place: str, pattern: str | bytes, flags: int) -> tuple[str, str, int, bool]:
    of_bytes = isinstance(pattern, bytes)
    return place, pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern, int(flags), of_bytes


def _searched() -> dict[tuple[str, str], set[str]]:
    """What is done with each name in ``kg`` that something is called on, by the module and the name.

    A name without ``_`` is any module's: it stands under ``""``. What is handed on may be searched with.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for path in sorted((ROOT / "kg").rglob("*.py")):
        module = path.relative_to(ROOT).as_posix()
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        called = {id(node.value): node.attr for node in nodes if isinstance(node, ast.Attribute)}
        for node in nodes:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                private = node.id.startswith("_")
                done = found.setdefault((module if private else "", node.id), set())
                if id(node) in called:
                    done.add(called[id(node)])
                elif private:
                    done |= _SCANNING
    return found


def _searches(place: str, made: dict[str, ast.Call], done_with: dict[tuple[str, str], set[str]]) -> bool:
    """Whether a text is searched with an expression; one under no name of its own counts as if."""
    called = ast.unparse(made[place].func).removeprefix("re.")
    if called not in {"compile", "expression"}:
        return called in _SCANNING
    path, _, line = place.rpartition(":")
    source = (ROOT / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    name = re.match(r"([A-Za-z_]+)(?:: Final)? = (?:re\.compile|expression)\(", source)
    if name is None:
        return True
    module = path if name[1].startswith("_") else ""
    return bool(done_with.get((module, name[1]), _SCANNING) & _SCANNING)


def _record() -> None:
    """Write to standard output what ``kg`` compiles in this process."""
    found = set()
    compile_ = re._compile  # type: ignore[attr-defined]

    def recording(pattern: Any, flags: int) -> Any:
        frame: Any = sys._getframe(2)
        while frame.f_code.co_filename in {__file__, kg.expressions.__file__}:
            frame = frame.f_back
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(ROOT / "kg") and isinstance(pattern, str | bytes):
            found.add(_line(f"{path.relative_to(ROOT).as_posix()}:{frame.f_lineno}", pattern, flags))
        return compile_(pattern, flags)

    import kg.expressions  # noqa: PLC0415 - what is imported from here on is recorded

    re._compile = recording  # type: ignore[attr-defined]
    # What would be compiled at its first use is compiled where it is made.
    kg.expressions._Expression = re.compile  # type: ignore[assignment,misc]
    from kg.lexicon.openings import Opening  # noqa: PLC0415 - as above

    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        if module.name != "kg.__main__":
            for value in vars(importlib.import_module(module.name)).values():
                wanted = inspect.unwrap(value) if callable(value) and not inspect.isclass(value) else None
                told = str(getattr(wanted, "__annotations__", {}).get("return", ""))
                if told.startswith(("re.Pattern", "Opening")) and wanted is not kg.expressions.expression:
                    made = value()
                else:
                    made = value
                if isinstance(made, Opening):
                    made.stands("", 0)
    from kg.query.shipped import bind, shipped_queries  # noqa: PLC0415 - as above
    from kg.store.memory import MemoryStore  # noqa: PLC0415 - as above

    values = {"integer": "1", "decimal": "0.5", "year": "2021", "date": "2021-01-01", "text": "a"}
    for query in shipped_queries().values():
        for parameter in query.parameters:
            if parameter.kind in values:
                bind(query, {parameter.name: values[parameter.kind]}, MemoryStore())
    json.dump(sorted(found), sys.stdout)


# -- to pump them -------------------------------------------------------------------------------------------


def pumped(expression: Expression) -> list[Pumped]:
    """The texts that would make an expression slow."""
    tree = parser.parse(expression.pattern, expression.flags)
    alphabet = _alphabet(tree)
    found: dict[Pumped, None] = {}
    for before, body in _repeats(tree, ""):
        for piece in _pieces(body, alphabet):
            found.update(dict.fromkeys(Pumped(before, piece, end) for end in _ENDS))
            if before:
                found[Pumped("", before + piece, "")] = None
    for way in range(_WAYS):
        whole = _sample(tree, way)
        for piece in (whole, whole[:-1], whole[:1]):
            if piece:
                found[Pumped("", piece, "")] = None
    return list(found)


def matched(expression: Expression) -> str | None:
    """A text in which the expression finds something, if sampling comes upon one."""
    tree = parser.parse(expression.pattern, expression.flags)
    compiled = expression.compiled()
    for way in range(_TRIES):
        for text in (_sample(tree, way), f" {_sample(tree, way)} ", f"{_sample(tree, way)}กก"):
            if compiled.search(expression.written(text)):
                return text
    return None


def _repeats(tree: Sequence[Any], before: str) -> Iterator[tuple[str, Sequence[Any]]]:
    """What each long repeat repeats, and a text that leads to it."""
    for code, argument in tree:
        name = str(code)
        if name.endswith("REPEAT"):
            _, most, body = argument
            if most > _MANY:
                yield before, body
            yield from _repeats(body, before)
        elif name == "SUBPATTERN":
            yield from _repeats(argument[3], before)
        elif name == "ATOMIC_GROUP":
            yield from _repeats(argument, before)
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from _repeats(branch, before)
        elif name.startswith("ASSERT"):
            yield from _repeats(argument[1], before)
        before += _sample([(code, argument)], 0)


def _pieces(body: Sequence[Any], alphabet: Sequence[str]) -> list[str]:
    """What a repeat may repeat: ways to match it, two of them in a row, letters that other parts match."""
    ways = [way for way in dict.fromkeys(_sample(body, number) for number in range(_WAYS)) if way]
    pairs = [a + b for a, b in pairwise(ways)]
    letters = []
    if len(body) == 1 and str(body[0][0]) in {"IN", "NOT_LITERAL", "ANY", "LITERAL"}:
        members = _members(*body[0])
        letters = [letter for letter in alphabet if members(letter)][:_WAYS]
    return list(dict.fromkeys([*ways, *pairs, *letters]))


def _alphabet(tree: Sequence[Any]) -> list[str]:
    """Letters that the parts of an expression match, each part with one or a few."""
    found: dict[str, None] = {}

    def walk(node: Any) -> None:
        if isinstance(node, tuple) and node and str(node[0]) in {"LITERAL", "IN", "NOT_LITERAL", "ANY"}:
            found.update(dict.fromkeys(_sample([node], way) for way in range(_WAYS)))
        elif isinstance(node, list | tuple | parser.SubPattern):
            for part in node:
                walk(part)

    walk(tree)
    return [letter for letter in found if letter]


def _members(code: Any, argument: Any) -> Any:
    """Whether a letter is one that a part of one letter matches."""
    if str(code) == "LITERAL":
        return lambda letter: ord(letter) == argument
    if str(code) == "NOT_LITERAL":
        return lambda letter: ord(letter) != argument
    if str(code) == "ANY":
        return lambda letter: letter != "\n"
    negated = str(argument[0][0]) == "NEGATE"
    parts = argument[1:] if negated else argument

    def member(letter: str) -> bool:
        return any(_is(letter, *part) for part in parts) != negated

    return member


def _is(letter: str, code: Any, argument: Any) -> bool:
    if str(code) == "LITERAL":
        return ord(letter) == argument
    if str(code) == "RANGE":
        return bool(argument[0] <= ord(letter) <= argument[1])
    return letter in _CATEGORIES[str(argument)]


def _sample(tree: Sequence[Any], way: int, groups: dict[int, str] | None = None) -> str:
    """A text that matches, as far as can be told part by part; ``way`` says which branches are taken."""
    groups = {} if groups is None else groups
    parts = list(tree)
    text = ""
    for at, (code, argument) in enumerate(parts):
        text += _sample_part(str(code), argument, way, groups, edge=at in {0, len(parts) - 1})
    return text


def _sample_part(  # noqa: PLR0911 - a case for each kind of part
    name: str, argument: Any, way: int, groups: dict[int, str], *, edge: bool
) -> str:
    if name == "LITERAL":
        return chr(argument)
    if name in {"IN", "NOT_LITERAL", "ANY"}:
        return _letter(name, argument, way)
    if name.endswith("REPEAT"):
        least, most, body = argument
        times = min(most, max(least, 1)) if way % 2 == 0 else least
        return "".join(_sample(body, way + number, groups) for number in range(times))
    if name == "SUBPATTERN":
        text = _sample(argument[3], way, groups)
        if argument[0] is not None:
            groups[argument[0]] = text
        return text
    if name == "BRANCH":
        branches = argument[1]
        return _sample(branches[way % len(branches)], way // len(branches), groups)
    if name == "ATOMIC_GROUP":
        return _sample(argument, way, groups)
    if name == "GROUPREF":
        return groups.get(argument, "")
    return _sample(argument[1], way, groups) if name == "ASSERT" and edge else ""


def _letter(name: str, argument: Any, way: int) -> str:
    if name == "IN" and str(argument[0][0]) != "NEGATE":
        choices = ""
        for code, value in argument:
            if str(code) == "LITERAL":
                choices += chr(value)
            elif str(code) == "RANGE":
                choices += chr(value[0]) + chr(value[1])
            else:
                choices += _CATEGORIES[str(value)]
        return choices[way % len(choices)]
    members = _members(name, argument)
    choices = "".join(letter for letter in _ANY if members(letter))
    return choices[way % len(choices)] if choices else ""


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    _record()
