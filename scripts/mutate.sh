#!/usr/bin/env bash
# mutate.sh [ROOM]...: changes the rooms that decide about money in small ways, one change at a time (a mutant), and runs the unit tests on
# each. A mutant that no test notices has survived; artifacts/mutants/survivors.txt lists them. A ROOM is a folder below provider/, such as
# Values. Without one it takes the four that docs/quality.md shows, one after another, which needs hours.
set -euo pipefail
cd "$(dirname "$0")/.."
rooms=("$@")
((${#rooms[@]} > 0)) || rooms=(Values Ordering/Workflow Ordering/Reconciliation Ovh/Http)
out=$PWD/artifacts/mutants
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The test of the laws takes as long as all others together: a few of its seeds have to do here.
export OVH_ORDER_SEED=1-30

dotnet tool restore --verbosity quiet
for room in "${rooms[@]}"; do
  [[ -d provider/$room ]] || { echo "mutate.sh: there is no folder provider/$room" >&2; exit 1; }
  # Stryker changes the whole project at once, and takes back what does not compile, one compilation at a time. In a copy where all other
  # rooms ask to be left alone that takes a tenth of the time.
  copy=$work/$room
  mkdir -p "$copy"
  git ls-files --cached --others --exclude-standard -z | tar --create --null --files-from - --ignore-failed-read 2>/dev/null | tar --extract --directory "$copy"
  find "$copy/provider" -name '*.cs' -not -path "$copy/provider/$room/*" -exec sed -i 's:^namespace :// Stryker disable all\n&:' {} +
  # Of the unit tests only the folder of the room's layer stays, and Ovh, which it may use: Stryker's runner hangs or crashes where a test
  # starts a process or raises a signal.
  for folder in "$copy"/tests/Unit/*/; do
    [[ $(basename "$folder") == @("${room%%/*}"|Ovh) ]] || rm -r "$folder"
  done
  dotnet restore "$copy/tests/Unit" --locked-mode --verbosity quiet
  # Stryker's runner runs every test that reaches a mutant; xunit's ends with the first that fails.
  mkdir -p "$copy/tests/Unit/bin/Release/net10.0"
  echo '{ "stopOnFail": true }' > "$copy/tests/Unit/bin/Release/net10.0/xunit.runner.json"
  rm -rf "${out:?}/$room" && mkdir -p "$out/$room"
  (cd "$copy/tests/Unit" && dotnet tool run dotnet-stryker -- --skip-version-check --mutate "$room/**/*.cs" --output "$out/$room")
done
node scripts/mutants.mjs "$out" "${rooms[@]}"
cat "$out/rooms.md"
