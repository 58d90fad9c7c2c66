# Weir: what to type. `make help` lists the targets. Everything may be run again at any time.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build run test bench fuzz format check-format clean

# Tests of the command line run the program that users get; they find it here.
release_binary = $$(swift build -c release --show-bin-path)/weir

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 16

setup: ## install what is missing (Debian packages); says what to do where Swift is not there
	@scripts/setup.sh

build: setup ## build the program for use
	swift build -c release --product weir
	@scripts/fetch-htmx.sh

run: build ## make the demo workspace in demo/, show who is qualified and why, then serve it until Ctrl-C
	@WEIR_BINARY="$(release_binary)" scripts/demo.sh
	@WEIR_BINARY="$(release_binary)" scripts/demo-serve.sh

test: setup ## everything: format, release build, all tests
	scripts/check-format.sh
	@# One build for the program and its tests: optimised code is tested as users get it, and in a fraction of the time.
	swift build -c release --product weir
	@scripts/fetch-htmx.sh
	swift build -c release --build-tests
	WEIR_BINARY="$(release_binary)" swift test -c release --skip-build --skip 'WeirWebTests|WeirCourierTests'
	@# The server's and the courier's own deadlines need a machine that other tests leave alone.
	swift test -c release --skip-build --filter 'WeirWebTests|WeirCourierTests'
	WEIR_BINARY="$(release_binary)" scripts/test-clients.sh

# Figures go to standard output, one JSON object a line; all else goes to standard error.
BENCH ?=
bench: ## measure; prints figures as JSON lines; BENCH="fold import.csv" for some of them
	@scripts/setup.sh >&2
	@Benchmarks/peers/setup.sh >&2
	@swift build -c release --product weir >&2
	@export WEIR_BINARY="$(release_binary)"; cd Benchmarks && swift run -c release weir-bench $(BENCH)

FUZZ_FACTOR ?= 5
fuzz: setup ## feed damaged agreements and tables, FUZZ_FACTOR (5) times as many as make test does
	WEIR_FUZZ_FACTOR=$(FUZZ_FACTOR) swift test -c release --filter 'Fuzz|Damage'

format: setup ## put all sources into the one format
	scripts/check-format.sh --mend

check-format: setup ## say where the format is not kept
	scripts/check-format.sh

clean: ## remove what was built, and the demo
	rm -rf .build Benchmarks/.build Benchmarks/.venv demo
