#!/usr/bin/env bash
# mutate.sh [FILES]...: changes the rooms that decide about money in small ways, one change at a time (a mutant), and runs the unit tests on
# each. A mutant that no test notices has survived; artifacts/mutants/survivors.txt lists them. FILES are patterns below provider/, such as
# 'Values/**/*.cs'; without them it takes the rooms of tests/Unit/stryker-config.json, which needs an hour or more.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$PWD/artifacts/mutants
rm -rf "$out" && mkdir -p "$out"
patterns=()
for files in "$@"; do patterns+=(--mutate "$files"); done

dotnet tool restore --verbosity quiet
(cd tests/Unit && dotnet tool run dotnet-stryker -- --skip-version-check --output "$out" "${patterns[@]}")
node scripts/mutants.mjs "$out"
cat "$out/rooms.txt"
