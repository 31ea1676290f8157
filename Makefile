# Everything a contributor needs, on a Debian or Ubuntu that has Swift 6, make, git and a network.
.DEFAULT_GOAL := help
.PHONY: help demo test mutants lint

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## Deploy to a simulated Lambda that is busy and has a rival, then deploy again
	@scripts/demo.sh

test: ## Lint, build, and run the unit and end-to-end tests
	@scripts/test.sh

mutants: ## Plant known bugs, one at a time, and demand that a test fails for each
	@scripts/mutants.sh

lint: ## Check the format of the Swift code, the shell scripts and action.yml
	@scripts/lint.sh
