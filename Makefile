# Two commands for a fresh Debian 12 with the Swift toolchain: `make demo` and `make test`.
# Each installs what is missing and nothing else; with everything there it asks no network.

SHELL := /bin/bash
PREFIX ?= /usr/local
PYTHON ?= python3

BUILD_PACKAGES := libncurses-dev libsqlite3-dev libzint-dev libpango1.0-dev zlib1g-dev \
  libcrypt-dev libssl-dev libcurl4-openssl-dev libcups2-dev pkg-config fonts-noto-cjk
TEST_PACKAGES := zbar-tools poppler-utils postgresql-15 python3-venv cups-daemon cups-client \
  cups-ipp-utils avahi-daemon dbus
ORACLES := zxing-cpp==3.1.1 zplkit==0.3.2 pillow==13.0.0 pyte==0.8.2 kdniao==0.1.3 kdnmcp==1.0.4

# No undeclared import gets past the build.
SWIFT_FLAGS := --explicit-target-dependency-import-check error

.PHONY: demo build test test-full test-crashes install simulate records deps test-deps clean

demo: build
	@.build/debug/pickway demo $(ARGS)

build: deps
	@swift build $(SWIFT_FLAGS) --product pickway

# The emulated carrier answers on the threads its tests run on, and power cuts load both processors:
# these have runs of their own.
CARRIER_TESTS := CarriersTests|WaybillWorkerTests|JourneyTests
test: test-deps
	@LC_ALL=C.utf8 swift test $(SWIFT_FLAGS) --skip "$(CARRIER_TESTS)|CrashTests"
	@LC_ALL=C.utf8 swift test $(SWIFT_FLAGS) --skip-build --filter "$(CARRIER_TESTS)"
	@LC_ALL=C.utf8 swift test $(SWIFT_FLAGS) --skip-build --filter CrashTests

# Everything of the public data too (PICKWAY_DATA, default ../shared/data); minutes.
test-full: test-deps
	@LC_ALL=C.utf8 PICKWAY_FULL=1 swift test -c release -Xswiftc -enable-testing $(SWIFT_FLAGS) \
	  --skip "$(CARRIER_TESTS)|CrashTests"
	@LC_ALL=C.utf8 PICKWAY_FULL=1 swift test -c release -Xswiftc -enable-testing $(SWIFT_FLAGS) \
	  --skip-build --filter "$(CARRIER_TESTS)|CrashTests"

# The program killed at every call between the last scan and the driver, and at RUNS instants; an hour.
RUNS := 2000
test-crashes: test-deps
	@LC_ALL=C.utf8 PICKWAY_CRASHES=$(RUNS) swift test $(SWIFT_FLAGS) --filter CrashTests

install: deps
	@swift build -c release --static-swift-stdlib $(SWIFT_FLAGS) --product pickway
	@install -s -D -m 755 "$$(swift build -c release --static-swift-stdlib --show-bin-path)/pickway" \
	  "$(DESTDIR)$(PREFIX)/bin/pickway"
	@install -d "$(DESTDIR)$(PREFIX)/share/pickway"
	@cp -R Fixtures/Drills "$(DESTDIR)$(PREFIX)/share/pickway/"
	@echo "installed $(DESTDIR)$(PREFIX)/bin/pickway"

simulate: deps
	@swift build -c release $(SWIFT_FLAGS) --product pickway
	@.build/release/pickway simulate $(ARGS)

deps:
	@$(call need,$(BUILD_PACKAGES))

test-deps: deps
	@$(call need,$(TEST_PACKAGES))
	@wanted="$(ORACLES)"; \
	if [ "$$(cat .venv/oracles 2>/dev/null)" != "$$wanted" ]; then \
	  { rm -rf .venv && $(PYTHON) -m venv .venv && .venv/bin/pip install -q $$wanted \
	    && echo "$$wanted" > .venv/oracles; } >.venv.log 2>&1 \
	  || { echo "make: cannot install $$wanted from PyPI; see .venv.log"; exit 69; }; \
	  rm -f .venv.log; \
	fi

clean:
	@rm -rf .build .venv

# Installs the packages of a list that are missing; one line when that cannot be done.
define need
missing=""; \
for package in $(1); do \
  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
    || missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
  as=""; [ "$$(id -u)" = 0 ] || as="sudo"; \
  echo "make: installing$$missing"; \
  { $$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    $$as apt-get install -y -qq --no-install-recommends $$missing; } >/tmp/pickway-apt.log 2>&1 \
  || { echo "make: cannot install$$missing; see /tmp/pickway-apt.log"; exit 69; }; \
fi
endef
