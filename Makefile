# make demo · make test · make check · make evaluate · make bench: all a person or the CI needs to call.
# PYTHON=python3.12 make demo chooses another Python; one of 3.11 or newer is looked for otherwise.

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11 python,\
	$(shell $(name) -c 'import sys; print("$(name)" if sys.version_info >= (3, 11) else "")' 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
OUT := out
SHARED := ../shared

.DEFAULT_GOAL := help
.PHONY: help demo test test-slow torture check evaluate calibrate bench wheel picture up down clean

help:
	@echo "make demo      install into $(VENV) and build a graph of the seed pages in $(OUT)/"
	@echo "make test      run the tests"
	@echo "make test-slow run those that take long: patterns, large maps, printed sheets, a killed server"
	@echo "make torture   kills, damaged files, full disks and more for ten minutes; HOURS=2 for longer, SEED=… again"
	@echo "make check     style, types, import contracts, question files, pages' scripts, quality gate"
	@echo "make evaluate  score against the gold (seeds; $(SHARED) too where it lies there)"
	@echo "make calibrate fit the weights behind the confidence of facts to half A of the gold in $(SHARED)"
	@echo "make bench     speed of each stage against jieba.posseg, of exporting and of loading into Neo4j"
	@echo "make wheel     wheel and sdist in dist/, and the demo from the wheel in an empty environment"
	@echo "make picture   docs/map.png, the screenshot of the README"
	@echo "make up        start Neo4j with docker compose, wait until it answers, make constraint and indexes"
	@echo "make down      stop it; its data stays"
	@echo "make clean     remove $(VENV), $(OUT) and caches"

demo: $(VENV)/kg.stamp
	$(BIN)/kg build seeds/articles -o $(OUT)

# A process of the tests that dies ends them with its name: pytest-xdist can wait for ever for one that takes its place.
PYTEST_RUN := $(BIN)/pytest -rs -n auto --dist loadfile --max-worker-restart 0

test: $(VENV)/dev.stamp
	@sh tests/chromium.sh
	$(PYTEST_RUN) -m "not slow" $(PYTEST)

test-slow: $(VENV)/dev.stamp
	@sh tests/chromium.sh
	$(PYTEST_RUN) -m slow $(PYTEST)

# Kills, mutated inputs, full disks …; docs/reliability.md tells what it found. HOURS=0.17 is ten minutes.
HOURS := 0.17
torture: $(VENV)/dev.stamp
	PYTHONPATH=.:tests nice $(BIN)/python -m torture --seconds $$(awk 'BEGIN { print int($(HOURS) * 3600) }') \
	  $(if $(SEED),--seed $(SEED)) $(TORTURE)

check: $(VENV)/dev.stamp
	$(BIN)/ruff check kg tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bandit --quiet --configfile pyproject.toml --recursive kg
	@sh tests/audit.sh $(BIN)
	$(BIN)/python -m kg.store.lint cypher/questions
	@sh tests/node.sh
	$(BIN)/kg evaluate seeds/gold --gate seeds/baseline.json
	$(BIN)/kg evaluate seeds/written/gold --gate seeds/baseline.json

evaluate: $(VENV)/kg.stamp
	@echo seeds; $(BIN)/kg evaluate seeds/gold
	@echo written; $(BIN)/kg evaluate seeds/written/gold
	@for name in local national written wild; do \
	  gold="$(SHARED)/gold/$$name"; \
	  if [ -d "$$gold" ]; then \
	    mkdir -p $(OUT)/evaluate; \
	    $(BIN)/kg annotate "$(SHARED)/articles/$$name" -o "$(OUT)/evaluate/$$name.jsonl" || exit 1; \
	    set -- "$$@" "$$gold" "$(OUT)/evaluate/$$name.jsonl"; \
	  else echo "$$gold is not here: seeds only"; fi; \
	done; \
	if [ $$# -gt 0 ]; then for half in A B; do \
	  echo "half $$half"; $(BIN)/python "$(SHARED)/gold/score.py" "$$@" --half $$half || exit 1; \
	done; fi
	@if [ -d "$(SHARED)/articles/unlabelled" ]; then \
	  mkdir -p $(OUT)/evaluate; \
	  for name in unseen unread; do \
	    set --; for gold in seeds/$$name/gold/*.json; do \
	      set -- "$$@" "$(SHARED)/articles/unlabelled/$$(basename "$$gold" .json).txt"; \
	    done; \
	    $(BIN)/kg annotate "$$@" -o "$(OUT)/evaluate/$$name.jsonl" && echo "$$name" \
	      && $(BIN)/kg evaluate "seeds/$$name/gold" "$(OUT)/evaluate/$$name.jsonl" || exit 1; \
	  done; \
	else echo "the articles of seeds/unseen and seeds/unread are not here"; fi

# The weights behind `confidence`, fitted anew to half A of the gold; the tables say how well they hold.
calibrate: $(VENV)/kg.stamp
	@for name in local national written wild; do \
	  if [ -d "$(SHARED)/gold/$$name" ]; then set -- "$$@" "$(SHARED)/gold/$$name" "$(SHARED)/articles/$$name"; \
	  else echo "$(SHARED)/gold/$$name is not here: fitting needs all of the gold" >&2; exit 1; fi; \
	done; \
	$(BIN)/python -m kg.evaluate.calibration --write seeds/gold seeds/articles "$$@"

bench: $(VENV)/dev.stamp
	$(BIN)/python tests/bench.py
	$(BIN)/python tests/bench_identity.py
	$(BIN)/python tests/bench_exports.py
	$(BIN)/python tests/bench_neo4j.py

# The plug-in where it is there, else docker-compose 1.29. Waiting and schema are one: the statements run when it answers.
COMPOSE = $(shell docker compose version >/dev/null 2>&1 && echo docker compose || echo docker-compose)
SECONDS_TO_START := 180

up:
	@test -f .env || { echo "no .env: cp .env.example .env, and set NEO4J_PASSWORD in it" >&2; exit 1; }
	$(COMPOSE) up -d neo4j
	@left=$(SECONDS_TO_START); \
	until $(COMPOSE) exec -T neo4j sh -c 'cypher-shell -u neo4j -p "$${NEO4J_AUTH#neo4j/}" -f /cypher/schema.cypher' \
	    >/dev/null 2>&1; do \
	  left=$$((left - 3)); \
	  [ $$left -gt 0 ] || { echo "Neo4j did not answer: $(COMPOSE) logs neo4j tells why" >&2; exit 1; }; \
	  sleep 3; \
	done
	@echo "Neo4j is ready: http://localhost:7474 and neo4j://localhost:7687"

down:
	$(COMPOSE) down

# Wheel and sdist, and the demo from the wheel alone, in an environment and a folder that know nothing of this checkout.
wheel: $(VENV)/dev.stamp
	rm -rf dist
	$(BIN)/python -m build --outdir dist .
	$(PYTHON) -m venv dist/venv
	dist/venv/bin/python -m pip install --quiet --disable-pip-version-check dist/kg-*.whl
	cd dist && venv/bin/kg build "$(CURDIR)/seeds/articles" -o demo
	dist/venv/bin/python -c 'import click, jieba, neo4j, networkx, pyvis'

picture: $(VENV)/dev.stamp demo
	$(BIN)/python docs/picture.py

clean:
	rm -rf $(VENV) $(OUT) dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# The stamps say for which pyproject.toml the environment was made; the directory alone would hide a new dependency.
$(VENV)/kg.stamp: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# followthemoney brings PyICU, which has to be compiled against ICU, and OCR wheels that not every machine has: where one
# cannot be installed, its tests say so and are skipped.
$(VENV)/dev.stamp: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[ftm]' \
	  || echo "no followthemoney (apt-get install libicu-dev pkg-config g++): its tests are skipped" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[ocr]' \
	  || echo "no OCR (rapidocr, onnxruntime): its tests are skipped" >&2
	@touch $@ $(VENV)/kg.stamp

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "kg needs Python 3.11 or newer, and none was found: install it, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "kg needs Python 3.11 or newer, and $(PYTHON) is not that (`$(PYTHON) --version 2>&1`): make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
	  || { echo "$(PYTHON) cannot make virtual environments: on Debian and Ubuntu, apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
