# make build   output/KH_2024.docx, the newest plan      make lint    ruff
# make test    the quick tests; test-slow: the rest      make types   mypy
# make fuzz    broken files, minutes              make coverage  the quick tests, with their floor
# make mutants a sample of mutants that some test should kill: docs/mutants.md
# make bench   docs/performance.md                       make schema  the JSON Schema of the content
# make windows dist/docgen-windows.zip: program and packages for a Windows PC, without installing
#
# Each sets up what it needs in .venv first, once. PYTHON=python3.12 chooses another Python.

PYTHON ?= python3
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: windows build test test-slow coverage mutants fuzz lint types bench schema format clean

build: .venv/runtime
	$(BIN)/docgen build

test: .venv/dev
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not slow"

# The kept broken files, then hypothesis; DOCGEN_FUZZ=2000 for longer. A failure prints how to repeat it.
fuzz: .venv/dev
	$(BIN)/python -m pytest -n auto -p no:cacheprovider tests/fuzz/test_corpus.py tests/fuzz/fuzz.py

coverage: .venv/dev
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not slow" --cov --cov-report=
	$(BIN)/python -m tests.coverage_floor

# SEED=7 COUNT=200: the sample. Its first step notes for each line which tests run it.
mutants: .venv/dev
	$(BIN)/python -m pytest -q -n auto --dist loadfile -m "not slow" --cov --cov-report= --cov-context=test
	$(BIN)/python -m tests.mutation $(if $(SEED),--seed $(SEED)) $(if $(COUNT),--count $(COUNT))

test-slow: .venv/dev
	$(BIN)/python -m pytest -n auto --dist loadfile -m slow

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

bench: .venv/dev
	$(BIN)/python -m benchmarks

schema: .venv/runtime
	$(BIN)/docgen schema

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# PYTHON_EMBED=python-3.13.…-embed-amd64.zip packs Python itself too.
windows: .venv/dev
	$(BIN)/python windows/make_zip.py $(if $(PYTHON_EMBED),--python-embed "$(PYTHON_EMBED)")

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/dev: requirements-dev.txt .venv/runtime
	$(PIP) -r requirements-dev.txt
	@touch $@

.venv/runtime: requirements.txt pyproject.toml .venv/bin/python
	$(PIP) -r requirements.txt -e .
	@touch $@

# Debian keeps the part of Python that a venv needs in a package of its own.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "docgen needs Python 3.11 or newer; name one: make PYTHON=python3.11 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || [ "$$(id -u)" != 0 ] \
	  || { echo "Installing python3-venv, which Debian leaves out of Python."; \
	       apt-get -qq update; \
	       DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
	         -o Dpkg::Use-Pty=0 python3-venv >/dev/null; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
	  || { echo "Python cannot make a .venv yet: run 'sudo apt-get install python3-venv', then make again."; \
	       exit 1; }
	$(PYTHON) -m venv .venv
