# Two commands matter: `make run` and `make test`. The rest is for those who build on Werkplaats.

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# Without .pyc files every start takes twice as long.
unexport PYTHONDONTWRITEBYTECODE
export UV_SYSTEM_CERTS ?= 1
export UV_LINK_MODE ?= copy
# PORT, HOST and DATA count when typed after `make`, not when a shell happens to have them.
typed = $(if $(findstring command,$(origin $(1))),$($(1)))
export WERKPLAATS_PORT := $(or $(call typed,PORT),$(WERKPLAATS_PORT),8000)
export WERKPLAATS_HOST := $(or $(call typed,HOST),$(WERKPLAATS_HOST),127.0.0.1)
export WERKPLAATS_DATA := $(or $(call typed,DATA),$(WERKPLAATS_DATA),data)

PYTHON ?= python3
V := .venv/bin
RUN_DONE := .venv/.run
DEV_DONE := .venv/.dev
BENCH_DONE := .venv-bench/.done
SEMANTIC_DONE := .venv/.semantic
NODE_DONE := .venv/.npm
NODE_DEV_DONE := .venv/.npm-dev
ASSETS := build/.assets
STATIC := build/.static
SOURCES := $(shell find werkplaats -path '*/static/*' -type f)
# Two starts at once would empty folders under each other's feet.
ALONE := $(if $(shell command -v flock),flock .venv/.making)
PYTEST := $(V)/python -m pytest
TWO_AT_A_TIME := -n 2 --dist loadfile

.PHONY: run test test-fast test-engine test-long bench bench-engine check lock clean docs

run: $(RUN_DONE) $(STATIC)
	@exec $(V)/python -m werkplaats serve

test: $(DEV_DONE) $(STATIC)
	@bin/chromium-if-missing
	$(PYTEST) -m "not long and not browser" $(TWO_AT_A_TIME) $(ARGS)
	$(PYTEST) -m "not long and browser" $(ARGS)

test-fast: $(DEV_DONE) $(STATIC)
	$(PYTEST) -m "not long and not browser" $(TWO_AT_A_TIME) $(ARGS)

# The engine by itself: an environment without Django, its own tests, its three commands.
test-engine: .venv-engine/.made
	bin/test-engine $(ARGS)

.venv-engine/.made: requirements/engine-test.txt .venv/.uv
	$(PYTHON) -m venv --clear --without-pip .venv-engine
	$(V)/uv pip sync --quiet --require-hashes --compile-bytecode --python .venv-engine/bin/python $<
	@touch $@

test-long: $(DEV_DONE) $(SEMANTIC_DONE) $(STATIC)
	@bin/chromium-if-missing
	$(PYTEST) -m long $(ARGS)

bench: $(DEV_DONE) $(STATIC)
	@bin/chromium-if-missing
	$(V)/python -m bench web
	$(MAKE) bench-engine

# red-dwarf and all it needs stand beside the engine, in an environment of their own.
bench-engine: $(BENCH_DONE)
	.venv-bench/bin/python -m bench polis groups patterns size $(ARGS)

check: $(DEV_DONE) $(NODE_DEV_DONE) $(STATIC)
	$(V)/ruff check .
	$(V)/ruff format --check .
	$(V)/mypy
	$(V)/lint-imports --no-cache
	$(V)/djlint werkplaats --lint --quiet
	node_modules/.bin/eslint .
	$(V)/python -m werkplaats makemigrations --check --dry-run
	$(V)/python -m werkplaats docs --check
	bin/locks --check

# Pages made from the code: settings and the data inventory.
docs: $(DEV_DONE)
	$(V)/python -m werkplaats docs

# New hashed requirement files from the .in files; UPGRADE=--upgrade takes newer versions.
lock: .venv/.uv
	bin/locks $(UPGRADE)

clean:
	rm -rf .venv .venv-bench .venv-engine node_modules build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Werkplaats needs Python 3.11 or newer. Name it: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "Python's venv is missing. On Debian or Ubuntu: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.uv: requirements/uv.txt | .venv/.made
	$(V)/python -m pip install --quiet --require-hashes --no-deps -r $<
	@touch $@

# A run after a test keeps the development packages: dev.txt holds run.txt.
$(RUN_DONE): requirements/run.txt .venv/.uv
	@if [ -e $(DEV_DONE) ]; then $(MAKE) $(DEV_DONE); else \
		$(V)/uv pip sync --quiet --require-hashes --compile-bytecode --python $(V)/python $<; fi
	@touch $@

$(DEV_DONE): requirements/dev.txt .venv/.uv
	$(V)/uv pip sync --quiet --require-hashes --compile-bytecode --python $(V)/python $<
	@touch $@ $(RUN_DONE)

$(BENCH_DONE): requirements/bench.txt | .venv/.uv
	$(PYTHON) -m venv --without-pip .venv-bench
	$(V)/uv pip sync --quiet --require-hashes --compile-bytecode --python .venv-bench/bin/python $<
	@touch $@

# The extra `semantic`: vectors of meaning. A new sync of the development packages takes it away again.
$(SEMANTIC_DONE): requirements/semantic.txt $(DEV_DONE)
	$(V)/uv pip install --quiet --require-hashes --compile-bytecode --python $(V)/python -r $<
	@touch $@

# The stamps stand outside node_modules, which npm empties first.
$(NODE_DONE): package-lock.json | .venv/.uv
	@if [ -e $(NODE_DEV_DONE) ]; then $(MAKE) $(NODE_DEV_DONE); else $(ALONE) bin/npm ci --omit=dev --ignore-scripts; fi
	@touch $@

$(NODE_DEV_DONE): package-lock.json | .venv/.uv
	$(ALONE) bin/npm ci --ignore-scripts
	@touch $@ $(NODE_DONE)

$(ASSETS): $(NODE_DONE) werkplaats/ui/build.py werkplaats/ui/shapes.py | $(RUN_DONE)
	$(ALONE) $(V)/python -m werkplaats.ui.build
	@mkdir -p build && touch $@

$(STATIC): $(ASSETS) $(SOURCES) | $(RUN_DONE)
	@mkdir -p build/static
	$(ALONE) $(V)/python -m werkplaats collectstatic --noinput --skip-checks -v 0 -i ext
	@touch $@
