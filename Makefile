# Scrutiny actions. `make` alone lists what can be done. Needs python3 (3.11 or newer) and make; the rest comes from the lock.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/installed-from-lock
PORT   ?= 8000
TESTS  ?=
BASE   ?= HEAD

COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet

.DEFAULT_GOAL := help
.PHONY: help install demo demo-reset test lint format lock bench-reader

help: ## List what can be done
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

install: $(STAMP) ## Make .venv from the lock (at once when nothing changed)
	@:

$(STAMP): requirements/development.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "python3 cannot make a virtual environment; on Debian: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements/development.txt
	@touch $@

demo: install ## Set up and run an invented council at http://localhost:8000 (PORT=…); Ctrl-C ends it
	@exec env PORT=$(PORT) $(BIN)/python -m scrutiny.demo_server

demo-reset: install ## Forget the demo's data; the next `make demo` starts afresh
	@$(BIN)/python -m scrutiny.demo_server --reset

test: install ## Run every test (TESTS=tests/minutes for some); uses PostgreSQL and Redis where the environment names them
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(TESTS)

lint: install ## Style, types, direction of imports, missing migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run

format: install ## Put the code into the project's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: install ## Write requirements/*.txt anew from pyproject.toml (UPGRADE=--upgrade for newer releases)
	$(BIN)/$(COMPILE) $(UPGRADE) --output-file requirements/production.txt
	$(BIN)/$(COMPILE) $(UPGRADE) --group dev --constraint requirements/production.txt --output-file requirements/development.txt

bench-reader: install ## Score the reader on the labelled minutes, beside a base revision (BASE=…)
	$(BIN)/python -m benchmarks.bench_reader --base $(BASE)
