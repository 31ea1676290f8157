#!/usr/bin/env bash
# Writes the table of FIPS and dual-stack endpoints out of the botocore that the tests use (scripts/requirements-model.txt).
source "$(dirname "$0")/common.sh"
scripts/venv.sh
"$(test_python)" -B Tests/Model/endpoints.py .build/venv/model/botocore \
    >Sources/AWSCore/Setup/EndpointVariant+Table.swift
