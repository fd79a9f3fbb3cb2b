#!/usr/bin/env bash
# Runs all tests, as `make test` built them. The last line is the sum: N passed, N failed (, N skipped).
set -uo pipefail
cd "$(dirname "$0")/.."
results=$PWD/artifacts/tests
rm -rf "$results" && mkdir -p "$results"
passed=0 failed=0 skipped=0

# add PASSED FAILED SKIPPED EXIT-CODE NAME: a run that says nothing, or fails without a failed test, is itself a failure.
add() {
  passed=$((passed + ${1:-0})) failed=$((failed + ${2:-0})) skipped=$((skipped + ${3:-0}))
  if [[ -z ${1:-} || ($4 -ne 0 && ${2:-0} -eq 0) || $((${1:-0} + ${2:-0} + ${3:-0})) -eq 0 ]]; then
    failed=$((failed + 1))
    echo "$5 ended with exit code $4 and ${1:-no} passed tests"
  fi
}

sum() { echo $((${1:-0} + ${2:-0})); }

# What failed, once more at the end, where it is seen.
failed_names() {
  sed -n 's/.*<test id="[^"]*" name="\([^"]*\)".* result="Fail".*/failed: \1/p' "$results"/*.xml 2>/dev/null
  sed -n 's/^ *not ok [0-9]* - \(.*\)/failed: \1/p' "$results"/*.tap 2>/dev/null
}

attribute() { sed -n "s/.*<assembly [^>]*[[:space:]]$2=\"\([0-9]*\)\".*/\1/p" "$1" 2>/dev/null | head -n 1; }

# Neither keeps two cores busy alone: they run side by side, and are told of one after the other.
dotnet_tests() {
  local name began=$SECONDS running=()
  for name in "$@"; do
    dotnet "tests/$name/bin/Release/net10.0/PulumiOvhOrder.Tests.$name.dll" -noLogo -noColor -xml "$results/$name.xml" >"$results/$name.log" 2>&1 &
    running+=($!)
  done
  for name in "$@"; do
    wait "${running[0]}"
    told_tests "$name" $?
    running=("${running[@]:1}")
    echo "after $((SECONDS - began)) s"
  done
}

told_tests() {
  local name=$1 code=$2 report=$results/$1.xml
  echo "== tests/$name"
  cat "$results/$name.log"
  add "$(attribute "$report" passed)" "$(sum "$(attribute "$report" failed)" "$(attribute "$report" errors)")" "$(attribute "$report" skipped)" $code "tests/$name"
}

count() { sed -n "s/^# $2 \([0-9]*\)$/\1/p" "$1" 2>/dev/null | tail -n 1; }

node_tests() {
  local clients=tests/OfficialClients report=$results/OfficialClients.tap
  echo "== $clients"
  if ! command -v npm >/dev/null && [[ -z ${CI:-} ]]; then
    echo "skipped: Node (20 or later) is not installed"
    skipped=$((skipped + 1))
    return
  fi
  if [[ $clients/package-lock.json -nt $clients/node_modules/.package-lock.json ]]; then
    (cd $clients && npm ci --no-fund --no-audit --loglevel=error) || { add "" "" "" $? "npm ci"; return; }
  fi
  (cd $clients && node --test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=tap --test-reporter-destination="$report" ./*.test.js ../../examples/policy/*.test.js)
  local code=$?
  add "$(count "$report" pass)" "$(sum "$(count "$report" fail)" "$(count "$report" cancelled)")" "$(count "$report" skipped)" $code "$clients"
}

dotnet_tests Unit Protocol
node_tests

echo
failed_names
if ((skipped == 0)); then
  echo "$passed passed, $failed failed"
else
  echo "$passed passed, $failed failed, $skipped skipped"
fi
((failed == 0 && passed > 0))
