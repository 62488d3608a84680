# The commands of this project. `make help` lists them.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# Two builds would write to the same folders under target/.
.NOTPARALLEL:

PORT ?= 8080
CHROMEDRIVER ?= /usr/bin/chromedriver
WEBKITDRIVER ?= /usr/bin/WebKitWebDriver

# Tools that cargo installs are kept outside target/, one folder per version, so
# that they outlive `make clean` and serve every copy of the repository.
TRUNK_VERSION := 0.21.14
BINDGEN_VERSION := $(shell awk '/^name = "wasm-bindgen"$$/ { getline; gsub(/[^0-9.]/, ""); print }' Cargo.lock)
TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/botilbud/tools
DENY_VERSION := 0.20.2
GECKODRIVER_VERSION := 0.37.1
TRUNK := $(TOOLS)/trunk-$(TRUNK_VERSION)/bin/trunk
BINDGEN := $(TOOLS)/wasm-bindgen-cli-$(BINDGEN_VERSION)/bin/wasm-bindgen
DENY := $(TOOLS)/cargo-deny-$(DENY_VERSION)/bin/cargo-deny
GECKODRIVER ?= $(TOOLS)/geckodriver-$(GECKODRIVER_VERSION)/bin/geckodriver
NPM := node_modules/.package-lock.json
LIGHTHOUSE_VERSION := $(shell awk -F'"' '/"lighthouse":/ { print $$4 }' tools/lighthouse/package.json)
LIGHTHOUSE := $(TOOLS)/lighthouse-$(LIGHTHOUSE_VERSION)

# nginx and Caddy, for the tests of deploy/. Set to / where they are installed as Debian would.
SERVERS ?= $(TOOLS)/servers
SERVER_PACKAGES := nginx libnginx-mod-http-brotli-static caddy
SERVER_FILES := $(addprefix $(SERVERS)/usr/,sbin/nginx lib/nginx/modules/ngx_http_brotli_static_module.so bin/caddy)

export PATH := $(dir $(TRUNK)):$(dir $(BINDGEN)):$(dir $(DENY)):$(CURDIR)/node_modules/.bin:$(PATH):$(or $(CARGO_HOME),$(HOME)/.cargo)/bin
export CHROMEDRIVER GECKODRIVER WEBKITDRIVER SERVERS

# What tools/finish.mjs is made of.
BUILDERS := components.mjs entries.json entries.mjs finish.mjs headers.json headers.mjs licences.mjs \
	names.mjs pack.mjs pages.mjs shrink.mjs split.mjs terms.mjs versions.mjs words.mjs

# A build is up to date when nothing in this list is newer than its stamp. The
# folders themselves are in it, so that a deleted file counts as a change.
SOURCES := Makefile Cargo.toml Cargo.lock Trunk.toml LICENSE index.html licenser.html $(NPM) \
	$(addprefix tools/,$(BUILDERS)) $(wildcard tools/licences/*) \
	$(wildcard build.rs .cargo/config.toml) \
	$(shell find src style locales public 2>/dev/null)

# Rule tests are all tests but the two that need a browser.
TESTS := $(sort $(basename $(notdir $(wildcard tests/*.rs))) $(notdir $(patsubst %/main.rs,%,$(wildcard tests/*/main.rs))))
RULE_TESTS := $(filter-out web e2e,$(TESTS))

.PHONY: help
help: ## List the commands.
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 26

# ---- Pages ----

.PHONY: serve
serve: dist ## Build the pages if anything changed, and serve them on this machine (PORT=8080).
	@exec node tools/serve.mjs --dir dist --port $(PORT)

.PHONY: dist
dist: target/dist.stamp ## Build the folder to deploy: dist/.

.PHONY: release
release: dist ## Pack what is handed over to those who run a server: target/release-archive/.
	node tools/release.mjs

.PHONY: dev
dev: tools ## Serve a development build that reloads when a source changes (PORT=8080).
	@mkdir -p target
	cargo fetch --locked --quiet
	RUSTFLAGS="--cfg erase_components" exec env -u NO_COLOR trunk serve --dist target/dist-dev --port $(PORT)

# A stamp without its folder is worth nothing.
$(foreach name,dist dist-panic,$(if $(wildcard $(if $(filter dist,$(name)),,target/)$(name)/index.html),,$(shell rm -f target/$(name).stamp)))

# Panic messages name source files: without the folders of the machine that built them.
REMAP := $(foreach folder,$(CURDIR) $(wildcard $(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src/*),--remap-path-prefix=$(folder)=.)

# The stamp takes the time at which the build began: what changes during a build
# is not in it. Trunk takes no NO_COLOR=1, only NO_COLOR=true.
define build
	@mkdir -p target
	@touch $@.begun
	cargo fetch --locked --quiet
	RUSTFLAGS="$(REMAP)" env -u NO_COLOR trunk build --release $(1)
	@mv $@.begun $@
endef

target/dist.stamp: $(SOURCES) | tools
	$(call build)

# The same pages with a button that panics, for the tests alone.
target/dist-panic.stamp: $(SOURCES) | tools
	$(call build,--features seeded-panic --dist target/dist-panic)

# ---- Checks ----

.PHONY: check
check: need-rust wasm-target $(NPM) ## Format, lints, and the tests of the rules.
	stylelint 'style/**/*.scss' 'public/*.css'
	biome lint --error-on-warnings public/*.js tools *.mjs
	cargo fmt --check --all
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked --package botilbud-bench --lib -- -D warnings
	cargo clippy --locked --target wasm32-unknown-unknown --all-features --lib --bin botilbud $(if $(filter web,$(TESTS)),--test web) -- -D warnings
	cargo test --locked --lib --bins $(addprefix --test ,$(RULE_TESTS))
	cargo test --locked --doc
	node --test tools/tests/*.test.mjs

.PHONY: test
test: check deny valid size $(filter web e2e,$(TESTS)) ## Everything: check, valid pages, the tests in browsers, the size of a first visit.

.PHONY: deny
deny: need-rust $(DENY) ## Licences and sources of everything that is depended on.
	cargo fetch --locked --quiet
	cargo-deny --offline --locked check licenses bans sources

.PHONY: audit
audit: deny $(NPM) ## Known weaknesses of everything that is depended on, where the lists of them can be reached.
	node tools/audit.mjs

.PHONY: web
web: tools browser ## The tests of the pages' parts, in Chromium.
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	WASM_BINDGEN_TEST_TIMEOUT=120 \
	CARGO_PROFILE_TEST_OPT_LEVEL=0 \
	cargo test --locked --target wasm32-unknown-unknown --test web

.PHONY: valid
valid: dist java ## The built pages and styles against the standards of HTML and CSS.
	node tools/valid.mjs dist docs
	stylelint --config tools/stylelint.built.mjs 'dist/**/*.css'

.PHONY: size
size: dist ## What a first visit transfers, against its budget.
	node tools/size.mjs dist

# The pages as the tests have seen them.
DRAWN := target/tmp/drawn

.PHONY: e2e
e2e: dist target/dist-panic.stamp browser servers java ## The tests of the whole page, in Chromium.
	rm -rf $(DRAWN)
	node tools/e2e.mjs cargo test --locked --test e2e
	node tools/valid.mjs $(DRAWN)

# Every state in every language in every way of looking. GATE_LANGUAGES and GATE_STATES narrow it.
.PHONY: gate
gate: dist target/dist-panic.stamp browser ## Every state in every way of looking; e2e has a part of it.
	GATE=all node tools/e2e.mjs cargo test --locked --test e2e -- gate::

.PHONY: lighthouse
lighthouse: dist browser $(LIGHTHOUSE)/node_modules/.package-lock.json ## Lighthouse: 100 points for every page.
	node tools/lighthouse/run.mjs '$(LIGHTHOUSE)'

# The one list of engines; tests/e2e/support/engine.rs knows what is special about each.
ENGINES := chromium firefox webkit

.PHONY: test-browsers
test-browsers: dist target/dist-panic.stamp browsers servers ## The tests of the whole page in Chromium, Firefox and WebKit.
	@failed=; for engine in $(ENGINES); do \
		echo "In $$engine:"; \
		E2E_ENGINE=$$engine node tools/e2e.mjs cargo test --locked --test e2e || failed="$$failed $$engine"; \
	done; \
	[[ -z "$$failed" ]] || { echo "Not as it has to be in:$$failed" >&2; exit 1; }

# tests/e2e/journeys.txt says which, and why these.
.PHONY: journeys
journeys: dist target/dist-panic.stamp browsers servers ## Chosen tests of the whole page, in the engines that `make e2e` leaves out.
	@for engine in $(filter-out chromium,$(ENGINES)); do \
		echo "In $$engine:"; \
		E2E_ENGINE=$$engine node tools/e2e.mjs --journeys cargo test --locked --test e2e; \
	done

# With a seed from the clock, so that every run tries other ones; a failure prints its seed.
FUZZ_INPUTS ?= 5000000
FUZZ_SEED ?= $(shell date +%s)

.PHONY: fuzz
fuzz: need-rust ## Millions of broken case files, receipts and standards (FUZZ_INPUTS, FUZZ_SEED).
	FUZZ_INPUTS=$(FUZZ_INPUTS) FUZZ_SEED=$(FUZZ_SEED) cargo test --locked --release --test fuzz -- --nocapture

# What depends on the machine has no place in a test: the budgets of speed are kept here.
BENCH_REPETITIONS ?= 5

.PHONY: bench
bench: dist browser ## Measure rules and pages, and write docs/speed.md; CHECK=1 fails when a goal is missed (BENCH_REPETITIONS).
	node tools/bench/main.mjs --repetitions $(BENCH_REPETITIONS) $(if $(CHECK),--check)

.PHONY: check-standard
check-standard: need-rust ## List everything that is wrong in a standard's file (FILE=path).
	@[[ -n "$(FILE)" ]] || { echo "Name the file: make check-standard FILE=path/to/standard.json" >&2; exit 1; }
	@cargo run --locked --quiet --release --bin evaluate -- --check-standard "$(FILE)"

.PHONY: clean
clean: ## Remove what was built and what npm installed.
	rm -rf dist target node_modules

# ---- What has to be installed ----

.PHONY: tools
tools: need-rust need-node wasm-target $(TRUNK) $(BINDGEN) $(NPM)

.PHONY: need-rust
need-rust:
	@command -v cargo >/dev/null || { echo "Rust is missing: install rustup (it brings cargo) from your system's packages or rustup.rs, then run make again." >&2; exit 1; }

.PHONY: need-node
need-node:
	@command -v node >/dev/null && command -v npm >/dev/null || { echo "Node.js is missing: install Node.js 20.12 or newer with npm, then run make again." >&2; exit 1; }
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 12) ? 0 : 1)' \
		|| { echo "Node.js $$(node --version) is too old: install Node.js 20.12 or newer, then run make again." >&2; exit 1; }

.PHONY: wasm-target
wasm-target: need-rust
	@[[ -d "$$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]] || { \
		command -v rustup >/dev/null || { echo "The Rust target wasm32-unknown-unknown is missing: install rustup, which adds it, then run make again." >&2; exit 1; }; \
		rustup target add wasm32-unknown-unknown; }

# Trunk, cargo-deny and geckodriver mostly wait for others, so they are built without optimisation.
$(TRUNK): | need-rust
	$(call cargo-install,trunk,$(TRUNK_VERSION),0,--locked)

$(DENY): | need-rust
	$(call cargo-install,cargo-deny,$(DENY_VERSION),0,--locked)

$(GECKODRIVER): | need-rust
	$(call cargo-install,geckodriver,$(GECKODRIVER_VERSION),0,--locked)

# Without its own lock file, which names a release of webpki-roots that is not in
# every registry; cargo then picks releases that this machine's rustc can build.
$(BINDGEN): export CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS := fallback
$(BINDGEN): | need-rust
	$(call cargo-install,wasm-bindgen-cli,$(BINDGEN_VERSION),1)

# $(call cargo-install,crate,version,level of optimisation,options)
#
# Trunk asks for the slowest of builds, and most by default bring code for secure
# connections, which nothing here uses: without, they install in less than half the time.
define cargo-install
	@echo "Installing $(1) $(2), once for this machine; it takes some minutes."
	CARGO_TARGET_DIR='$(TOOLS)/build' \
	CARGO_PROFILE_RELEASE_OPT_LEVEL=$(3) \
	CARGO_PROFILE_RELEASE_LTO=off \
	CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
	cargo install $(1) --version $(2) $(4) --no-default-features --root '$(TOOLS)/$(1)-$(2)' --quiet
	@rm -rf '$(TOOLS)/build'
endef

$(NPM): package.json package-lock.json .npmrc | need-node
	npm ci --no-progress
	@touch $@

# Apart from node_modules/, which it is larger than.
$(LIGHTHOUSE)/node_modules/.package-lock.json: tools/lighthouse/package.json tools/lighthouse/package-lock.json | need-node
	@mkdir -p '$(LIGHTHOUSE)'
	cp tools/lighthouse/package.json tools/lighthouse/package-lock.json .npmrc '$(LIGHTHOUSE)/'
	npm ci --no-progress --prefix '$(LIGHTHOUSE)'
	@touch $@

# $(call apt-install,what is missing,packages)
define apt-install
command -v apt-get >/dev/null || { echo "$(1) is missing: install it (in Debian: $(2)), then run make again." >&2; exit 1; }; \
[[ $$(id -u) == 0 ]] && sudo= || sudo=sudo; \
[[ -z "$$sudo" ]] || command -v sudo >/dev/null || { echo "$(1) is missing: install the packages $(2) as root." >&2; exit 1; }; \
$$sudo apt-get update -qq; \
$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(2)
endef

.PHONY: browser
browser:
	@[[ -x "$(CHROMEDRIVER)" ]] || { $(call apt-install,ChromeDriver,chromium chromium-driver); }

.PHONY: browsers
browsers: browser $(GECKODRIVER)
	@command -v firefox-esr firefox >/dev/null || { $(call apt-install,Firefox,firefox-esr); }
	@[[ -x "$(WEBKITDRIVER)" ]] || { $(call apt-install,WebKitWebDriver,webkit2gtk-driver); }
	@command -v Xvfb >/dev/null || { $(call apt-install,Xvfb,xvfb); }

# For the Nu Html Checker.
.PHONY: java
java:
	@java --version >/dev/null 2>&1 || { $(call apt-install,Java 17 or newer,default-jre-headless); }

# Out of Debian's packages and into a folder: nothing is installed, so nothing is started. The
# second try is for a machine whose lists of packages are old or not there.
.PHONY: servers
servers:
	@for file in $(SERVER_FILES); do [[ -e "$$file" ]] || missing=1; done; [[ -n "$${missing:-}" ]] || exit 0; \
		command -v apt-get >/dev/null || { echo "nginx (with its module brotli_static) or Caddy is missing: install them, and set SERVERS to the folder above their usr/." >&2; exit 1; }; \
		[[ $$(id -u) == 0 ]] && sudo= || sudo=sudo; \
		mkdir -p '$(TOOLS)' && new=$$(mktemp -d '$(TOOLS)/servers.XXXX') && trap 'rm -rf "$$new"' EXIT; \
		get() { (cd "$$new" && apt-get download -qq -o APT::Sandbox::User=root $(SERVER_PACKAGES)); }; \
		get 2>/dev/null || { $$sudo apt-get update -qq && get; }; \
		for package in "$$new"/*.deb; do dpkg -x "$$package" "$$new"; done; \
		"$$new"/usr/sbin/nginx -v && "$$new"/usr/bin/caddy version; \
		rm "$$new"/*.deb && rm -rf '$(SERVERS)' && mv "$$new" '$(SERVERS)'
