# `make` runs what a change must pass before it is handed in.
PYTHON ?= .venv/bin/python

.PHONY: all test lint types format coverage floor golden bench page

all: lint types test

test:
	$(PYTHON) -m pytest

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types:
	$(PYTHON) -m mypy

format:
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

coverage:
	$(PYTHON) -m pytest --cov --cov-report=term-missing

floor:
	$(PYTHON) tests/accuracy_floor.py --update

golden:
	$(PYTHON) -m pytest tests/test_samples.py tests/test_docs.py --update-golden

bench:
	$(PYTHON) benchmarks/suite.py

page:
	cd kg/view/page && npm ci && npm run check && npm run build
	cd kg/serve/page && npm ci && npm run check && npm run build
