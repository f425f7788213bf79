# Two commands do everything, on a machine with git and any Python 3:  make run  and  make test.
# The environment is made when it is missing, and renewed when pyproject.toml or the pins changed.

BIN := .venv/bin
READY := .venv/.installed
COMPILED := .venv/.compiled
# One more than the build server has cores: a test of a page waits for its browser half of the time.
WORKERS ?= 3
# Whoever has nothing left takes over from the one that has the slow tests.
TOGETHER := -n $(WORKERS) --dist worksteal

# Where this is set every process translates all that it loads anew; a test session starts hundreds of them.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run demo test test-interpreted test-long lint types bench docs setup pins clean

help: ## show this help
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | awk -F'|' '{printf "%-24s %s\n", $$1, $$2}'

run: $(COMPILED) ## open the dashboard in the browser; Ctrl-C stops it
	@$(BIN)/siloscope dashboard

demo: $(COMPILED) ## run the six-weeks case and write the page that shows it
	$(BIN)/siloscope demo

test: $(COMPILED) ## everything that must hold: style, rooms, types, tests
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory types
	$(BIN)/pytest $(TOGETHER) --doctest-modules tests sim experiments dashboard
	@$(MAKE) --no-print-directory test-interpreted

test-interpreted: $(READY) ## the small tests again, with the compiler off: they must say the same
	NUMBA_DISABLE_JIT=1 $(BIN)/pytest $(TOGETHER) -m "interpreted and not long"

test-long: $(COMPILED) ## what `make test` shortens, in full, and every property on ten times as many cases (an hour)
	HYPOTHESIS_PROFILE=thorough $(BIN)/pytest $(TOGETHER) --doctest-modules -m "" tests sim experiments dashboard

lint: $(READY) ## style, formatting, and that imports go one way
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: $(READY) ## check the types
	$(BIN)/mypy

bench: $(COMPILED) ## measure the speed
	$(BIN)/siloscope bench

docs: $(COMPILED) ## renew the pages of docs/ that are generated (a quarter of an hour)
	$(BIN)/python -m experiments.showing.parameter_table
	$(BIN)/python -m experiments.showing.policy_table
	$(BIN)/python -m experiments.evidence.verify
	$(BIN)/python -m experiments.evidence.emergence

setup: $(COMPILED) ## make the environment and compile the rules, if that is missing or out of date

$(READY): pyproject.toml pins.txt .ci/build.txt .ci/setup
	@sh .ci/setup

# So that no user waits for it: half a minute, once for each version of the sources.
$(COMPILED): $(READY) $(shell find sim -name '*.py')
	@$(BIN)/siloscope warm-up
	@touch $@

pins: ## choose package versions anew (pins.txt)
	@sh .ci/pins

clean: ## remove the environment and all caches, compiled rules of older sources too
	rm -rf "$${SILOSCOPE_CACHE:-$${XDG_CACHE_HOME:-$$HOME/.cache}}/siloscope"
	rm -rf .venv .uv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
