# Verbs only; how things are built stands in meson.build.
.PHONY: run check build programs tests demo bench soak format docs screens
.DEFAULT_GOAL := build
MAKEFLAGS += --no-print-directory --silent
# On a terminal ninja shows how far it is.
QUIET = $$(test -t 1 || echo --quiet)

# Scripts, since a bare machine has no make yet.
run:
	./run
check:
	./check

build: node_modules/.package-lock.json build/build.ninja
	ninja -C build $(QUIET) thuisregie

# Everything that ./check runs: the tests beside the program, and all of it again with sanitizers and fuzz targets.
tests: programs
	test -e build/asan/build.ninja || CC=clang meson setup build/asan >build/asan.log -Dtests=true -Dfuzz=true \
		-Db_sanitize=address,undefined -Db_lundef=false || { cat build/asan.log; exit 1; }
	ninja -C build/asan $(QUIET)

programs: build build/with-tests
	ninja -C build $(QUIET)

build/with-tests: build/build.ninja
	meson configure build -Dtests=true >build/setup.log
	touch $@

# A demonstration is complete when its list of accounts is there; one that does not fit this version is made again.
demo: build
	test -e build/demo.accounts && build/thuisregie migrate --database build/demo.sqlite || { \
		rm -rf build/demo.*; \
		build/thuisregie demo --scheme all --database build/demo.sqlite >build/demo.new && mv build/demo.new build/demo.accounts; }

bench:
	tools/install check bench
	$(MAKE) programs
	tests/bench/run

soak:
	tools/install check
	$(MAKE) tests
	tests/run --soak

format:
	tools/install format
	git ls-files '*.c' '*.h' | xargs clang-format -i

docs: build
	tools/docs

# Pictures of the five roads, from the demonstration.
screens: build
	tools/install check
	KEPT=docs/screens ONLY='road|social worker|decider|the desk takes|order leaves' node tests/browser/run.mjs

build/build.ninja: | node_modules/.package-lock.json
	tools/install build
	mkdir -p build
	meson setup build >build/setup.log || { cat build/setup.log; exit 1; }

node_modules/.package-lock.json: package.json package-lock.json
	tools/install build
	npm ci --no-progress
