# Every target sets up what it needs on a fresh machine with git, make and Python 3.11.
# serve · build · check · dry-run · test · bench; the others are for upkeep.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
VENV := .venv
BIN := $(VENV)/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PYTHONUTF8 := 1
# Material prints its end-of-life notice at every build; DECISIONS.md has the plan for it.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: serve build check dry-run test bench pictures lock commit-check clean

serve: $(VENV)/.ready
	@echo "Die Seite steht gleich unter http://$(ADDRESS)/ (Ende mit Strg+C)"
	@mkdocs serve --dev-addr $(ADDRESS)

build: $(VENV)/.ready
	@mkdocs build --strict

check: $(VENV)/.ready $(VENV)/.spelling
	@course check --spelling $(CHECK)

# What a push would publish, tried here with everything that is not committed yet.
dry-run: $(VENV)/.ready $(VENV)/.spelling
	@course dry-run

test: $(VENV)/.ready $(VENV)/.browser $(VENV)/.spelling
	@ruff check . && ruff format --check .
	@mypy
	@node_modules/.bin/tsc --project tsconfig.json
	@course check --complete --spelling
	@pytest --numprocesses 2 --dist loadgroup

bench: $(VENV)/.ready $(VENV)/.browser $(VENV)/.spelling
	@python -m tests.bench

# Only after a change of what the pictures of the handbook show; PICTURES="pruefung stand" takes these alone.
pictures: $(VENV)/.ready $(VENV)/.browser
	@python -m tests.pictures $(PICTURES)

# Only after a change of the versions in pyproject.toml or package.json.
lock: $(VENV)/.ready
	@$(PYTHON) -m venv .cache/lock && .cache/lock/bin/pip install --quiet uv==0.13.9
	@.cache/lock/bin/uv pip compile --universal --python-version 3.11.5 --generate-hashes --only-binary :all: --extra dev \
		--no-header --quiet --output-file requirements.lock pyproject.toml
	@npm install --package-lock-only --ignore-scripts

# Once, on request: git then asks the check before it saves a change.
commit-check: $(VENV)/.ready
	@pre-commit install >/dev/null
	@echo "Ab jetzt prüft git jede Änderung, bevor es sie speichert. Abschalten: .venv/bin/pre-commit uninstall"

clean:
	@rm -rf $(VENV) node_modules site .cache

$(VENV)/.ready: requirements.lock pyproject.toml package.json package-lock.json Makefile
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Diese Seite braucht Python 3.11 oder neuer."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then apt-get update --quiet && apt-get install --yes --quiet python3-venv; \
		else echo "Es fehlt das Paket python3-venv. Bitte ausführen: sudo apt-get install python3-venv"; exit 1; fi; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Pakete werden eingerichtet (einmalig, etwa eine Minute) ..."
	@# pymdown-extensions asks for Python 3.11.5 and runs on Debian 12's 3.11.2: DECISIONS.md.
	@$(BIN)/pip install --quiet --disable-pip-version-check --ignore-requires-python --only-binary :all: \
		--require-hashes --requirement requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@npm ci --silent --ignore-scripts
	@touch $@

# The package without windows is lighter; where a distribution lacks it, the whole browser does the same.
$(VENV)/.browser: $(VENV)/.ready
	@if ! command -v chromium-headless-shell >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then { apt-get update --quiet && apt-get install --yes --quiet chromium-headless-shell; } \
			|| command -v chromium >/dev/null || apt-get install --yes --quiet chromium; fi
	@command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null \
		|| { echo "Für die Tests fehlt Chromium. Bitte ausführen: sudo apt-get install chromium"; exit 1; }
	@touch $@

# Debian's dictionaries: hooks/coursekit/language/limits.py names them and their packages.
$(VENV)/.spelling: $(VENV)/.ready hooks/coursekit/language/limits.py
	@missing=$$($(BIN)/python -m coursekit.language.packages); \
		if [ -z "$$missing" ]; then :; \
		elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then apt-get update --quiet && apt-get install --yes --quiet $$missing; \
		else echo "Für die Rechtschreibung fehlen Wörterbücher. Bitte ausführen: sudo apt-get install $$missing"; exit 1; fi
	@touch $@
