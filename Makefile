# What a person types. Nothing is needed beforehand but Python 3.11 or newer and make.
#
#   make run                    the sample archive on http://localhost:8000
#   make run MINUTES=folder     the same with your own minutes, in a database of their own
#   make test                   every test, on SQLite and on PostgreSQL

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test test-sqlite test-postgres lint format types bench accuracy guards leaks api-check soak access access-faults words assets lock clean kills

PORT ?= 8000
JOBS ?= 2
MINUTES ?=

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check -qq
LOCKED := $(PIP) install --require-hashes
# The first of these names that is Python 3.11 or newer.
PYTHON ?= $(shell for name in python3.11 python3 python3.12 python3.13 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)

help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

run: $(VENV)/.installed ## Look at the sample archive, or at MINUTES=folder, in a browser
	@$(PY) tools/run.py --port $(PORT) $(if $(MINUTES),--minutes "$(MINUTES)")

test: test-sqlite test-postgres ## Every test; those that use the database on SQLite and on PostgreSQL

test-sqlite: $(VENV)/.dev
	env -u DATABASE_URL $(PY) -m pytest -n $(JOBS)

test-postgres: $(VENV)/.dev
	$(PY) tests/postgres.py $(PY) -m pytest -n $(JOBS) -m database

lint: $(VENV)/.dev ## Mistakes, layout, types and layering
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	env -u DATABASE_URL $(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo

format: $(VENV)/.dev ## Lay the code out, mend what can be mended
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

bench: $(VENV)/.dev ## How fast it is: prints tables, judges nothing
	@$(PY) tools/bench.py

accuracy: $(VENV)/.dev ## How well minutes are read: prints a table by field, fails below a bar
	@$(PY) tools/accuracy.py --bars

guards: $(VENV)/.dev ## Take each guard away and see that a test fails (half an hour)
	@$(PY) tools/guards.py

leaks: $(VENV)/.dev ## Plant every leak and see that it is noticed; long random walks (a quarter of an hour)
	@$(PY) tools/leaks.py

SITE ?= http://localhost:$(PORT)
API_CASES ?= 500
API_CHECKS := not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance,negative_data_rejection,positive_data_acceptance,unsupported_method
api-check: $(VENV)/.dev ## Ask the API of a running site questions that it describes and forbids (five minutes)
	$(VENV)/bin/st run $(SITE)/api/v1/openapi.json --phases coverage,fuzzing --max-examples $(API_CASES) --checks $(API_CHECKS)

SOAK_KILLS ?= 1000
SOAK_CASES ?= 100000
SOAK_EVENTS ?= 100000
soak: $(VENV)/.dev ## The long runs: kills, restarts, nodes, audit, fuzzing (hours; docs/how-to/soak.md)
	$(PY) -m tools.soaking.kill --kills $(SOAK_KILLS)
	$(PY) -m tools.soaking.kill --kills $(SOAK_KILLS) --database postgresql
	$(PY) -m tools.soaking.restart --restarts 200
	$(PY) -m tools.soaking.nodes --kills 200
	$(PY) tools/soaking/audit.py --events $(SOAK_EVENTS)
	$(PY) tests/postgres.py $(PY) tools/soaking/audit.py --events $(SOAK_EVENTS)
	$(PY) tools/soaking/fuzz.py --cases $(SOAK_CASES)

OFFICE ?= wyvern-valley
access: $(VENV)/.dev ## axe-core on all public pages of a running site, for the accessibility statement
	@$(PY) tools/access.py --site $(SITE) --office $(OFFICE) --jobs $(JOBS)

access-faults: $(VENV)/.dev ## Plant every fault of accessibility and see that it is found (five minutes)
	env -u DATABASE_URL ACCESS_FAULTS=all $(PY) -m pytest -q tests/e2e/test_access_faults.py

words: $(VENV)/.dev ## Gather the words of public pages for translators
	@$(PY) tools/words.py

kills: $(VENV)/.dev ## Fifty times kill -9 between the decision to publish and the public store
	env -u DATABASE_URL PUBLICATION_KILLS=50 $(PY) -m pytest -q tests/publishing/test_kill.py

assets: $(VENV)/.installed ## Fetch the GOV.UK style sheet and script again
	@$(PY) tools/assets.py --again

# ------------------------------------------------------------------ the environment, made once
$(PY):
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none of python3.11, python3, python is that."; exit 1; }
	@echo "Making the environment in $(VENV) (once; it takes a minute or two) …"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python cannot make an environment; on Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/.run: requirements.txt requirements-build.txt | $(PY)
	@$(LOCKED) -r requirements.txt -r requirements-build.txt
	@touch $@

# The style sheet comes by npm: the machine's, else the one in a wheel, else pages use a small one of our own.
$(VENV)/.npm: requirements-node.txt | $(VENV)/.run
	@command -v npm >/dev/null || $(LOCKED) -r requirements-node.txt || echo "No npm: carrying on without it."
	@touch $@

$(VENV)/.installed: pyproject.toml hatch_build.py package-lock.json $(VENV)/.run $(VENV)/.npm
	@$(PY) tools/assets.py
	@$(PIP) install --no-deps --no-index --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.installed
	@$(LOCKED) -r requirements-dev.txt
	@touch $@

# ------------------------------------------------------------------ the locks: hashes, and no addresses
COMPILE := $(VENV)/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links \
	--universal --python-version 3.11 --custom-compile-command "make lock"

lock: $(VENV)/.dev ## Lock the dependencies again (UPGRADE=--upgrade takes newer ones)
	$(COMPILE) $(UPGRADE) pyproject.toml --output-file requirements.txt
	$(COMPILE) $(UPGRADE) --group build --output-file requirements-build.txt
	$(COMPILE) $(UPGRADE) --group node --output-file requirements-node.txt
	$(COMPILE) $(UPGRADE) pyproject.toml --group dev --constraint requirements.txt \
		--constraint requirements-build.txt --output-file requirements-dev.txt

clean: ## Throw the environment away; what was imported stays in var/
	rm -rf $(VENV) build dist node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
