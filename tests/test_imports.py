"""The house: who imports whom, and what an import costs."""

from __future__ import annotations

import ast
import json
import os
import pkgutil
import re
import resource
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from inspect import isfunction
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import kg
import kg.rdf
import kg.store

# What a dependency of ours needs and does not declare.
NEEDED_BY_OTHERS = {"numpy"}

# What `import kg` and `kg --help` must not load: what reads, asks, draws or computes.
HEAVY = {
    "networkx",
    "numpy",
    "pyoxigraph",
    "pyshacl",
    "pythainlp",
    "pyvis",
    "rdflib",
    "ahocorasick_rs",
    "distributed",
    "IPython",
}
NEED_A_SERVER = {"push", "serve"}  # what has no example that runs; none joins them
SHIPPED = {".css", ".html", ".j2", ".js", ".jsonld", ".py", ".rq", ".tsv", ".ttl", ".txt"}
QUICK = 0.150  # seconds of the processor: other work on the machine is not ours
COLD = 1.5  # seconds of the processor, from nothing to the graph of one document
TRIES = 5  # the best of which counts: the first one compiles, as installing does


def installed() -> dict[str, str]:
    """The environment, in which bytecode is kept, as it is of what is installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def spent() -> float:
    """The processor's seconds of the processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def loaded_by(statement: str) -> tuple[set[str], float]:
    """The top-level packages that a statement loads in a fresh process, and the processor's seconds."""
    code = (
        "import sys, time; before = set(sys.modules); start = time.process_time()\n"
        f"{statement}\n"
        "took = time.process_time() - start\n"
        "new = sorted({name.partition('.')[0] for name in set(sys.modules) - before})\n"
        "import json; print(json.dumps([new, took]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=installed()
    )
    modules, took = json.loads(done.stdout.splitlines()[-1])
    return set(modules), took


def test_the_layers_hold(checkout):
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("statement", ["import kg", "from kg.cli import main"])
def test_an_import_is_quick_and_loads_no_engine(statement):
    modules, _ = loaded_by(statement)
    assert modules & HEAVY == set()
    assert min(loaded_by(statement)[1] for _ in range(TRIES)) < QUICK


def test_a_document_is_built_quickly_from_a_cold_start(samples, tmp_path):
    command = [
        sys.executable,
        "-m",
        "kg",
        "build",
        str(min(samples.glob("*.txt"))),
        "-o",
        str(tmp_path / "out"),
    ]
    times = []
    for _ in range(TRIES):
        start = spent()
        subprocess.run(command, check=True, capture_output=True, env=installed())
        times.append(spent() - start)
    assert min(times) < COLD


def test_building_into_a_file_loads_no_viewer_and_no_shapes(tmp_path):
    modules, _ = loaded_by(f"import kg; kg.build(samples=True, out={str(tmp_path / 'g.ttl')!r})")
    assert modules & {"pyvis", "IPython", "pyshacl"} == set()


def test_every_public_name_is_there_and_documented():
    for name in kg.__all__:
        assert getattr(kg, name).__doc__


def test_every_public_function_shows_an_example_that_runs():
    """Doctests: pytest runs them as ``--doctest-modules`` says."""
    without = {
        name
        for name in kg.__all__
        if isfunction(getattr(kg, name)) and ">>>" not in getattr(kg, name).__doc__
    }
    assert without == NEED_A_SERVER


def test_an_unknown_name_lists_the_names_there_are():
    with pytest.raises(AttributeError, match="build"):
        kg.biuld  # noqa: B018


@pytest.mark.parametrize(
    "statement",
    [
        "import kg.query; import kg",
        "import kg; kg.query; import kg.query",
        "from kg.query import render; import kg",
    ],
)
def test_a_function_stays_a_function_whoever_imports_its_module_first(statement):
    code = f"{statement}\nassert callable(kg.query) and kg.query.__name__ == 'query', kg.query"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("package", [kg.rdf, kg.store])
def test_what_a_package_offers_is_not_called_as_a_module_of_it(package):
    # Whoever loads the module first would get it for the function.
    assert not set(package.__all__) & {module.name for module in pkgutil.iter_modules(package.__path__)}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported(checkout):
    imported = set()
    for path in (checkout / "kg").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.partition(".")[0])
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["cluster"]]
    declared = {re.split("[><=~]", name)[0].replace("-", "_") for name in wanted}
    assert (imported - set(sys.stdlib_module_names) - {"kg"}) | NEEDED_BY_OTHERS == declared


def installed_with(distribution: str) -> set[str]:
    """The names of a distribution and all that comes with it, without extras."""
    found, waiting = set(), [distribution]
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name not in found:
            found.add(name)
            wanted = map(Requirement, metadata.requires(name) or ())
            waiting += [one.name for one in wanted if not one.marker or one.marker.evaluate({"extra": ""})]
    return found


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--samples", "-o", "{}/new"),
        ("validate", "{}/demo/graph.ttl"),
        ("view", "{}/demo/graph.ttl", "-o", "{}/page.html", "--limit", "2000"),
        ("export", "{}/demo/graph.ttl", "-o", "{}/graph.gexf"),
        ("evaluate", "tests/golden/samples", "kg/samples"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_needs_nothing_that_only_the_tests_install(root, demo, tmp_path, arguments):
    shutil.copytree(demo, tmp_path / "demo")
    ours = installed_with("thut")
    refused = [
        module
        for module, owners in metadata.packages_distributions().items()
        if not ours & set(map(canonicalize_name, owners))
    ]
    code = f"""
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {refused!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Refuse())
from kg.cli import main
main({[argument.replace("{}", str(tmp_path)) for argument in arguments]!r})
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert "pytest" in refused
    assert "No module named" not in done.stderr
    assert done.returncode in {0, 1}


def test_the_wheel_holds_the_ontology_the_samples_and_the_page(checkout, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(
        checkout,
        copy,
        ignore=shutil.ignore_patterns(".git", ".venv", "*cache*", "tests", "demo", "node_modules"),
    )
    code = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, tmp_path], cwd=copy, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("ontology", "kg"):
        for path in (checkout / folder).rglob("*"):
            inside = path.relative_to(checkout)
            if path.suffix in SHIPPED and not {"__pycache__", "build", "node_modules"} & set(inside.parts):
                assert (inside if folder == "kg" else "kg" / inside).as_posix() in names
    assert "kg/export/neo4j.md" in names
    # What the page is built from is for the checkout and the sdist.
    assert not [
        name for name in names if "/page/src/" in name or name.endswith(("package.json", "build.mjs"))
    ]
