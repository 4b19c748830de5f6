"""An expression that is compiled at its first use is in all else what ``re.compile`` gives."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from pumping import ROOT, expressions

from kg.expressions import expression

TEXT = "ไทย ลาว 12 และ 7"


def test_each_method_gives_what_the_compiled_one_gives():
    compiled = re.compile(r"(?P<tens>\d)?(\d)")
    for work in (
        lambda each: each.search(TEXT).span(),
        lambda each: each.search(TEXT, 13)[0],
        lambda each: each.match(TEXT, 8)["tens"],
        lambda each: each.fullmatch("12").groups(),
        lambda each: [found.span() for found in each.finditer(TEXT)],
        lambda each: each.findall(TEXT),
        lambda each: each.split(TEXT),
        lambda each: each.sub("x", TEXT),
        lambda each: each.subn("x", TEXT, count=1),
        lambda each: (each.pattern, each.flags, each.groups, dict(each.groupindex)),
    ):
        assert work(expression(compiled.pattern)) == work(compiled)


def test_flags_and_bytes_are_kept():
    assert expression("ab", re.IGNORECASE).fullmatch("AB")
    assert expression(b"[<>]").search(b"a>") is not None


def test_it_compiles_at_its_first_use_and_once():
    malformed = expression("(")
    assert malformed.pattern == "("
    with pytest.raises(re.error):
        malformed.search("")
    once = expression("a{2}b")
    once.match("")
    assert once.search.__self__ is once.match.__self__
    assert isinstance(once.search.__self__, re.Pattern)


def test_what_no_expression_has_is_an_error():
    with pytest.raises(AttributeError, match="seek"):
        expression("a").seek  # noqa: B018


@pytest.mark.parametrize("used", [False, True])
def test_it_can_be_copied_and_pickled(used):
    made = expression("ab", re.IGNORECASE)
    if used:
        made.match("")
    for other in (copy.copy(made), copy.deepcopy([made])[0], pickle.loads(pickle.dumps(made))):  # noqa: S301
        assert other.fullmatch("AB")
        assert repr(other) == repr(made) == f"expression('ab', {re.IGNORECASE!r})"


def test_threads_may_come_at_once():
    for number in range(50):
        made = expression(f"a{number}|b")
        with ThreadPoolExecutor(8) as pool:
            assert [found[0] for found in pool.map(made.search, ["ab"] * 8)] == ["b"] * 8


def test_every_expression_of_the_code_compiles():
    for each in expressions():
        each.compiled()


def test_a_module_compiles_none_as_it_loads():
    for path in (ROOT / "kg").rglob("*.py"):
        waiting = [ast.parse(path.read_text(encoding="utf-8"))]
        while waiting:
            for node in ast.iter_child_nodes(waiting.pop()):
                if not isinstance(node, ast.FunctionDef):
                    waiting.append(node)
                if isinstance(node, ast.Call):
                    assert ast.unparse(node.func) != "re.compile", f"{path}:{node.lineno}"
