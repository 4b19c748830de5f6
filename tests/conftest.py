"""What tests of every kind share: the command in a process of its own, the samples, the shared corpus."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from corpora import SHARED
from hypothesis import HealthCheck, settings

import kg

ROOT = Path(__file__).parent.parent

# On a busy machine making an example may take long, which says nothing of what is tested.
settings.register_profile("thut", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("thut")

Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write golden files anew; review them with git diff"
    )
    parser.addoption(
        "--growth",
        action="store_true",
        help="measure how time grows with the text: an hour on a quiet machine",
    )


@pytest.fixture
def growth_is_asked_for(request: pytest.FixtureRequest) -> None:
    """Skips what takes long, and means something on a quiet machine alone."""
    if not request.config.getoption("--growth"):
        pytest.skip("how time grows is measured with pytest --growth tests/test_growth.py")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder of the checkout, for tests of the sources; where the wheel is tested there are none."""
    if not (ROOT / "kg").is_dir():
        pytest.skip("the sources are out of the way: what is installed is tested")
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout with annotations and corpora; not everybody has it."""
    if not SHARED.is_dir():
        pytest.skip(f"no annotated documents and corpora at {SHARED} (set THUT_SHARED to where they are)")
    return SHARED


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs ``kg`` with arguments in a process of its own."""

    def run(
        *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "kg", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
            timeout=300,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the documents that ship."""
    return Path(kg.__file__).parent / "samples"


@pytest.fixture(scope="session")
def demo(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``kg build --samples`` makes; tests only read it."""
    folder = tmp_path_factory.mktemp("built") / "demo"
    done = run("build", "--samples", "-o", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium for the whole run."""
    from browsing import launched  # noqa: PLC0415 - only tests of the page need a browser

    with launched() as browser:
        yield browser


@pytest.fixture
def opened(browser, tmp_path):
    """Open a page with the network cut; at the end nothing may have been asked for or complained of."""
    from browsing import Watched  # noqa: PLC0415 - as above

    watched = Watched(browser, tmp_path)
    yield watched
    watched.close()
    assert watched.complaints == []
