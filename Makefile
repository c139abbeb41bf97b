# Everything a newcomer types. Windows without make: the README gives the same as plain pip lines.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out
NODE_PEERS := docxtemplater@3.71.0 pizzip@3.3.0 easy-template-x@7.2.8

# Also holds for the packages that pip installs to build ours.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test explore lint bench audit wheelhouse examples messages pages pictures tools clean

demo: $(VENV)/.installed ## build the Hòa Bình report and say where it lies
	@mkdir -p $(OUT)
	@$(BIN)/briefing build inputs/hoa-binh-2023.yaml -d $(OUT) --force

test: $(VENV)/.installed-test tools ## install all that the tests need and run them on all cores
	$(BIN)/python -m pytest --numprocesses logical --dist worksteal

explore: $(VENV)/.installed-test tools ## try all examples, moments and places of the tests that draw them
	EXPLORE=1 $(BIN)/python -m pytest --numprocesses logical --dist worksteal

lint: $(VENV)/.installed-test ## style, then types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.installed-test ## measure against the tools users would pick instead
	@npm install --silent --no-save --no-audit --no-fund --prefix .tools/bench $(NODE_PEERS)
	$(BIN)/python -m benchmarks

audit: ## ask about known weaknesses of the pinned packages
	@scripts/audit

wheelhouse: ## gather wheels to install from without a network, and install from them so
	@PYTHON=$(PYTHON) scripts/wheelhouse $(OUT)/wheels

examples: $(VENV)/.installed-test tools ## build examples/ again from inputs/
	$(BIN)/python -m examples

messages: $(VENV)/.installed-test ## compile the translation of the command line's own words
	$(BIN)/python scripts/messages

pages: $(VENV)/.installed-test ## write again the pages of docs/ that are made from data
	$(BIN)/briefing schema --page --lang en > docs/input.md
	$(BIN)/briefing schema --page --lang vi > docs/input.vi.md
	$(BIN)/briefing rules --page --lang en > docs/rules.md
	$(BIN)/briefing rules --page --lang vi > docs/rules.vi.md

pictures: $(VENV)/.installed-test ## take the pictures of the officer's page again
	$(BIN)/python scripts/officer-pictures

tools: ## what renders and validates pages in the tests
	@scripts/tools

clean:
	rm -rf $(VENV) $(OUT) .tools .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.installed: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --editable '.[test,lint,bench]'
	@touch $@
