# Kịp Thời: everything a machine with Python 3.11 and pip needs.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev
CATALOGUES := $(wildcard locales/*/LC_MESSAGES/*.po)
WORDS_STAMP := $(VENV)/.catalogues

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.PHONY: run chat test quick check bench accuracy lock words set-up set-up-dev clean

run: set-up  ## serve the chat on http://127.0.0.1:8080 (KIPTHOI_PORT), and Telegram if TELEGRAM_TOKEN is set
	$(BIN)/kipthoi run

chat: set-up  ## the same conversation in this terminal
	$(BIN)/kipthoi chat

test: set-up-dev  ## the whole suite; rules/, flows/ and reminders/ must be covered by branch
	$(BIN)/python -m pytest -m slow -n 2
	$(BIN)/python -m pytest -m "not slow" -n 2 --cov --cov-config=pyproject.toml --cov-report=term

quick: set-up-dev  ## the suite without its long proofs
	$(BIN)/python -m pytest -m "not slow and not browser" -q

check: set-up-dev  ## all that CI runs but the tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.check_words
	$(BIN)/python -m tools.check_tree
	$(BIN)/python -m storage.schema

bench: set-up-dev  ## turns a second, assessments a second, start-up, memory: one run, one table
	$(BIN)/python -m bench

accuracy: set-up-dev  ## how often free text is read right, over the cases beside the repository
	$(BIN)/python -m tools.accuracy ../shared/cases

lock: $(VENV)/bin/python  ## pin every dependency with its hashes
	$(VENV)/bin/python -m venv $(VENV)/lock
	$(VENV)/lock/bin/pip install --quiet pip-tools==7.6.2
	CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/lock/bin/pip-compile $(LOCK_FLAGS) --extra build \
		--output-file requirements.lock pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/lock/bin/pip-compile $(LOCK_FLAGS) --extra build --extra dev \
		--constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

LOCK_FLAGS := --quiet --upgrade --allow-unsafe --generate-hashes --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

set-up: $(RUN_STAMP) $(WORDS_STAMP)

set-up-dev: $(DEV_STAMP) $(WORDS_STAMP)

words: $(WORDS_STAMP)

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Cần Python 3.11 (đặt PYTHON=đường/dẫn/python nếu tên khác)."; exit 1; }
	$(PYTHON) -m venv $(VENV)

# no index is named: pip's own configuration says where packages come from
$(RUN_STAMP): requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --no-index --editable .
	touch $@

$(DEV_STAMP): requirements-dev.lock $(RUN_STAMP)
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

$(WORDS_STAMP): $(CATALOGUES) locales/__main__.py $(RUN_STAMP)
	$(BIN)/python -m locales
	touch $@

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
