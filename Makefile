# Every target makes its own .venv when there is none; nothing else is needed first.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check bench format messages clean

demo: $(READY)  ## build the sample project, run the main job over it, write themes/
	$(BIN)/qualkit demo demo --themes themes

# Four at once on any machine: tests of the screens mostly wait for a screen to settle.
test: $(READY)  ## every test
	$(BIN)/python -m pytest -n 4

check: $(READY)  ## formatting, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)  ## the budgets, measured
	$(BIN)/python -m benchmarks

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The Dutch catalogue: new messages come in empty, gone ones go out; fill it in, and run it again.
messages: $(READY)
	$(BIN)/python -m tests.catalogue

clean:
	rm -rf $(VENV) demo dist build

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; (3, 11) <= sys.version_info[:2] <= (3, 13) or sys.exit("qualkit needs Python 3.11, 3.12 or 3.13; name one: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@
