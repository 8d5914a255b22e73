# Verbs of the project. `make demo` and `make test` work on a machine with Python 3.11, pip and make.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.locked

.PHONY: setup demo test check format docs bench lock upgrade clean help

help: ## what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

setup: $(STAMP) ## create .venv with everything, as locked

# uv comes first, by hash; it then installs exactly what the lock file names, and removes what it does not.
$(STAMP): pyproject.toml requirements/uv.txt requirements/lock.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Vigil needs Python 3.11 or newer: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements/lock.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

demo: setup ## run `vigil demo` to its board
	$(BIN)/vigil demo

test: setup ## run all tests and checks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

check: setup ## the quick part of `make test`: style, types, import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## put the code in the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: setup ## write the pages that are made from the code
	$(BIN)/python tools/write_cli_docs.py
	$(BIN)/python tools/write_last_words_docs.py

bench: setup ## how fast it is, on data made for it; ratios and memory
	$(BIN)/python tools/bench_rhythm.py
	$(BIN)/python tools/bench_import.py
	$(BIN)/python tools/bench_evidence.py
	$(BIN)/python tools/bench_hearing.py
	$(BIN)/python tools/bench_media.py
	$(BIN)/python tools/bench_reading.py
	$(BIN)/python tools/bench_incidents.py

LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --group dev --group training --extra english pyproject.toml -o requirements/lock.txt

lock: setup ## bring requirements/lock.txt in line with pyproject.toml; other versions stay
	$(LOCK)

upgrade: setup ## the same, with the newest version of everything
	$(LOCK) --upgrade

clean: ## remove what was made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
