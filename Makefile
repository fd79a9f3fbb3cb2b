# `make` alone shows what there is to do. A recipe longer than three lines is a script in scripts/.
SHELL := bash
.DEFAULT_GOAL := help
.NOTPARALLEL:

# What is restored is what the lock files say. After a change of packages: dotnet restore --force-evaluate
export RestoreLockedMode ?= true
export DOTNET_NOLOGO ?= 1
# The runtime beside the SDK that builds, wherever it is installed: the plugin is started without `dotnet` in front.
DOTNET_HOME := $(patsubst %/,%,$(dir $(realpath $(shell command -v dotnet))))
ifneq ($(wildcard $(DOTNET_HOME)/host/fxr),)
export DOTNET_ROOT ?= $(DOTNET_HOME)
endif

BUILD := dotnet msbuild -restore -maxcpucount -nologo -verbosity:quiet -property:Configuration=Release
OUT := bin/Release/net10.0
PLUGIN := bin/pulumi-resource-ovh-order
# What tests, demo and faults start; .ci/run gives them the one that `make install` put in its place.
export ORDER_PLUGIN ?= $(CURDIR)/$(PLUGIN)
SIMULATOR := tests/Simulator/$(OUT)/ovh-order-simulator.dll
ENGINE := tests/LocalEngine/$(OUT)/PulumiOvhOrder.LocalEngine.dll
# Folders are listed too, so that a removed file counts as a change.
SHARED := $(wildcard *.props global.json tests/Directory.Build.props)
files = $(shell find $(1) \( -name bin -o -name obj \) -prune -o \( -type d -o -type f -not -name '*.md' \) -print)

.PHONY: help restore build test lint analyze check-format format schema sdk examples simulator faults soak mutations demo approve cover mutate bench package install audit release-check same-bytes clean

help: ## this list
	@echo "usage: make TARGET"; echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 17

restore: ## fetch exactly the packages and tools that the lock files name
	dotnet restore PulumiOvhOrder.sln --locked-mode
	dotnet tool restore

build: $(PLUGIN) ## the plugin: bin/pulumi-resource-ovh-order

test: $(PLUGIN) $(SIMULATOR) ## all tests, .NET and Node; the last line sums them up
	@$(BUILD) PulumiOvhOrder.sln
	@scripts/test.sh

lint: analyze check-format ## build everything with analyzers, warnings as errors, and check the format

analyze:
	dotnet build PulumiOvhOrder.sln --configuration Release --verbosity quiet --nologo -property:Lint=true

# What the analyzers of the build cannot tell: charset, ends of lines and of files, and the order of usings.
check-format:
	dotnet format whitespace . --folder --verify-no-changes
	dotnet format style PulumiOvhOrder.sln --severity error --verify-no-changes --no-restore

format: ## format the code
	dotnet format PulumiOvhOrder.sln

schema: ## write provider/schema.json from the definitions
	@scripts/schema.sh

sdk: ## write and build the C# SDK from the schema
	@scripts/sdk.sh

examples: $(PLUGIN) ## check every example; `make test` does that too
	@$(BUILD) tests/Unit && $(BUILD) tests/Protocol
	@for tests in Unit Protocol; do dotnet tests/$$tests/$(OUT)/PulumiOvhOrder.Tests.$$tests.dll -noLogo -noColor -namespace '*.Examples' || exit; done
	@cd tests/OfficialClients && npm ci --loglevel=error && node --test policy.test.js ../../examples/policy/*.test.js

simulator: $(SIMULATOR) ## the OVHcloud order API, offline, on port 8080 (ARGS="--port 9000 --site ca")
	@exec dotnet $(SIMULATOR) $(ARGS)

faults: $(PLUGIN) ## the fault matrix: each fault at each request, then recovery (ARGS="--scenario create")
	@$(BUILD) tests/Faults
	@tests/Faults/$(OUT)/ovh-order-faults --plugin $(ORDER_PLUGIN) $(ARGS)

soak: $(PLUGIN) ## stacks with random faults and kills, then one process for as long (ARGS="--seconds 600 --seed 1")
	@$(BUILD) tests/Faults
	@tests/Faults/$(OUT)/ovh-order-faults soak --plugin $(ORDER_PLUGIN) $(ARGS)

mutations: ## each value of each answer wrong, one at a time, then recovery (ARGS="--sample 150 --seed 1")
	@$(BUILD) tests/Faults
	@tests/Faults/$(OUT)/ovh-order-faults mutations $(ARGS)

demo: $(PLUGIN) $(SIMULATOR) $(ENGINE) ## a project's whole life, offline: preview, up, change, refresh, destroy
	@scripts/demo.sh $(ORDER_PLUGIN) $(SIMULATOR) $(ENGINE)

approve: ## write the approved texts again; review the diff
	@$(BUILD) tests/Unit
	-@APPROVE=1 dotnet tests/Unit/$(OUT)/PulumiOvhOrder.Tests.Unit.dll -noLogo -noColor
	git status --short

cover: $(PLUGIN) ## lines and branches that the .NET tests reach, by room
	@$(BUILD) tests/Unit && $(BUILD) tests/Protocol
	@scripts/cover.sh

mutate: ## change the code in small ways and see which test notices, for hours (ARGS=Values)
	@scripts/mutate.sh $(ARGS)

bench: ## measure the published plugin, in about five minutes (ARGS=--quick: two)
	@scripts/bench.sh $(ARGS)

package: ## the archives of a release, into dist/
	@scripts/package.sh

install: ## put the plugin where the Pulumi CLI looks for it
	@scripts/install.sh

audit: ## packages with known vulnerabilities
	@scripts/audit.sh

release-check: ## the dry run of a release: version, changelog, archive, SDK (ARGS="--tag v1.2.3 version changelog")
	@scripts/release-check.sh $(ARGS)

same-bytes: ## package the last commit twice, in different folders, and compare the bytes
	@scripts/same-bytes.sh

clean: ## remove what was built
	rm -rf bin dist artifacts tests/OfficialClients/node_modules
	find . \( -name bin -o -name obj \) -type d -prune -exec rm -rf {} +

$(PLUGIN): $(call files,provider) $(SHARED)
	@echo "building the plugin"; $(BUILD) provider && rm -rf bin && mkdir bin
	@find provider/$(OUT) -maxdepth 1 -type f -exec cp -p {} bin/ \; && touch $@

$(SIMULATOR): $(call files,tests/Simulator) $(SHARED)
	@echo "building the simulator"; $(BUILD) tests/Simulator && touch $@

$(ENGINE): $(call files,tests/LocalEngine) $(PLUGIN)
	@echo "building the local engine"; $(BUILD) tests/LocalEngine && touch $@
