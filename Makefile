# Everything a contributor needs, on a Debian or Ubuntu that has make, git and a network.
.DEFAULT_GOAL := help
MINUTES ?= 20
.PHONY: help demo test docs pictures image test-image test-workflows reproducible mutants soak lint

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## Deploy to a simulated Lambda that is busy and has a rival, then deploy again
	@scripts/demo.sh

test: ## Everything that guards the project: lint, unit tests, end-to-end tests, simulated worlds
	@scripts/test.sh

docs: ## Write what action.yml and the documents say of inputs and outputs, from their definitions
	@scripts/docs.sh

pictures: ## Show the summaries in a browser, and make their pictures in docs anew
	@scripts/pictures.sh keep

image: ## Build the container image and show its sizes
	@scripts/image.sh

test-image: ## Build the container image and test it as GitHub's runner runs it
	@scripts/test-image.sh

reproducible: ## Build the image's program twice, in different places, and compare the bytes
	@scripts/reproducible.sh

test-workflows: ## Rehearse a release of the image, and run the examples with it
	@scripts/test-workflows.sh

soak: ## Drive it through simulated worlds by chance, for MINUTES=20
	@scripts/worlds.sh "$(MINUTES)"

mutants: ## Plant known bugs, one at a time, and demand that a test fails for each
	@scripts/mutants.sh

lint: ## Check the Swift code's format, the shell scripts, the workflows, action.yml and the Dockerfile
	@scripts/lint.sh
