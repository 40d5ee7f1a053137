# Set-up happens once: `.venv/.installed` is younger than what it was made from.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check bench freeze clean

run: .venv/.installed
	$(BIN)/meeting-extract run seeds -o outputs/latest --overwrite --gold gold

test: .venv/.installed-dev
	$(BIN)/python -m pytest

check: .venv/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: .venv/.installed
	$(BIN)/python -m tests.benchmarks.bench --all

# What `make run` found on the seeds, its scores and series, become what later versions are compared with.
freeze: run .venv/.installed-dev
	$(BIN)/python -m extract.score.freeze outputs/latest
	$(BIN)/meeting-extract series outputs/latest -o outputs/frozen --charts --overwrite
	rm outputs/frozen/charts/*.png

clean:
	rm -rf .venv outputs/latest dist

.venv/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

.venv/.installed-dev: .venv/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[all,dev,remake]' \
		|| { echo 'PyICU is built from source: it needs libicu-dev, pkg-config and g++' >&2; exit 1; }
	touch $@
