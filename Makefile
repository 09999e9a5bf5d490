# Folkmoot: every task of a developer or of a first-time visitor. `make help` lists them.
# It needs Python 3.11 or newer and nothing else; the environment is made in .venv.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
READY := .venv/.ready
MESSAGES_READY := .venv/.messages
PO := $(wildcard src/folkmoot/locale/*/LC_MESSAGES/*.po)
SKIPS := .pytest_cache/skipped.txt
LOCALES := ar zh_Hans
ARGS ?=
WORKERS ?= 2
PYTEST := $(BIN)/pytest -q
ON_POSTGRES := FOLKMOOT_TEST_DATABASE=postgresql

# The first Python that is new enough and can make an environment; PYTHON=... chooses another.
FIT := import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$name" -c '$(FIT)' >/dev/null 2>&1 && echo "$$name" && break; done)

.PHONY: help demo test soak bench lint format docs messages lock clean packages

help: ## list the tasks
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

# ------------------------------------------------------------- environment

.venv/bin/pip:
	@test -n "$(PYTHON)" || { echo "Folkmoot needs Python 3.11 to 3.14 with its venv module; none was found on PATH." >&2; \
		echo "Install one (Debian: apt install python3 python3-venv) or say where it is: make PYTHON=/path/to/python3." >&2; exit 1; }
	@echo "Making .venv with $(PYTHON)"
	@"$(PYTHON)" -m venv .venv

$(READY): requirements.lock pyproject.toml hatch_build.py | .venv/bin/pip
	@echo "Installing what requirements.lock pins"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(MESSAGES_READY): $(PO) | $(READY)
	@$(BIN)/python hatch_build.py
	@touch $@

ENVIRONMENT := $(READY) $(MESSAGES_READY)

lock: pyproject.toml | .venv/bin/pip ## pin every dependency anew, with hashes and without addresses
	@test -x $(BIN)/uv || $(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --extra postgres --group dev -o requirements.lock pyproject.toml

# --------------------------------------------------------------------- use

demo: $(ENVIRONMENT) ## found an invented body, load it and show it (ARGS=--fresh, ARGS=--no-serve)
	@$(BIN)/folkmoot demo $(ARGS)

# ------------------------------------------------------------------- tests

packages:
	@mkdir -p $(dir $(SKIPS)) && rm -f $(SKIPS)
	@TESTRUN_SKIPS=$(SKIPS) .ci/packages

test: packages lint docs ## everything: gates, docs, the suite on PostgreSQL and on SQLite
	@$(ON_POSTGRES) TESTRUN_SKIPS=$(SKIPS) $(PYTEST) -n $(WORKERS) \
		-m '(database or postgres) and not browser and not soak and not bench' $(ARGS)
	@TESTRUN_SKIPS=$(SKIPS) $(PYTEST) -n $(WORKERS) -m 'not postgres and not soak and not bench' $(ARGS)

soak: packages $(ENVIRONMENT) ## the long tests, on both databases
	@$(ON_POSTGRES) TESTRUN_SKIPS=$(SKIPS) $(PYTEST) -n $(WORKERS) --hypothesis-profile=soak \
		-m 'soak and (database or postgres)' $(ARGS) || test $$? = 5
	@TESTRUN_SKIPS=$(SKIPS) $(PYTEST) -n $(WORKERS) --hypothesis-profile=soak -m 'soak and not postgres' $(ARGS)

bench: packages $(ENVIRONMENT) ## measure; prints ratios and rates, judges nothing
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file $(ARGS) || exit 1; done

lint: $(ENVIRONMENT) ## ruff, mypy --strict, import-linter
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(READY) ## let ruff put things in order
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format

docs: $(ENVIRONMENT) ## build docs/_build/html, warnings are errors
	@$(BIN)/sphinx-build -q -W --keep-going -b html docs docs/_build/html

messages: $(READY) ## collect the texts of the interface into locale/ and compile them
	@mkdir -p src/folkmoot/locale
	@cd src/folkmoot && ../../$(BIN)/django-admin makemessages $(LOCALES:%=-l %) -d django \
		--ignore '*/tests/*' --no-wrap --add-location file
	@$(BIN)/python hatch_build.py

clean: ## remove the environment, caches and built docs; var/ and keys/ stay
	@rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist docs/_build
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@find src -name '*.mo' -delete
