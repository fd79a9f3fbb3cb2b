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

run_dotnet() {
  dotnet "tests/$1/bin/Release/net10.0/PulumiOvhOrder.Tests.$1.dll" -noLogo -noColor -xml "$results/$1.xml"
}

told_dotnet() {
  local report=$results/$1.xml
  add "$(attribute "$report" passed)" "$(sum "$(attribute "$report" failed)" "$(attribute "$report" errors)")" "$(attribute "$report" skipped)" "$2" "tests/$1"
}

count() { sed -n "s/^# $2 \([0-9]*\)$/\1/p" "$1" 2>/dev/null | tail -n 1; }

run_node() {
  cd "tests/$1" || return
  [[ ! package-lock.json -nt node_modules/.package-lock.json ]] || npm ci --no-fund --no-audit --loglevel=error || return
  node --test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=tap --test-reporter-destination="$results/$1.tap" \
    ./*.test.js ../../examples/policy/*.test.js
}

told_node() {
  local report=$results/$1.tap
  add "$(count "$report" pass)" "$(sum "$(count "$report" fail)" "$(count "$report" cancelled)")" "$(count "$report" skipped)" "$2" "tests/$1"
}

# run KIND NAME, then told: none of them keeps two cores busy alone, so they run side by side and are told of one after the other.
run() {
  "run_$1" "$2" >"$results/$2.log" 2>&1
  echo $? >"$results/$2.code"
}

told() {
  echo "== tests/$2"
  cat "$results/$2.log"
  "told_$1" "$2" "$(cat "$results/$2.code")"
}

clients=OfficialClients
if ! command -v npm >/dev/null && [[ -z ${CI:-} ]]; then
  clients=
  skipped=$((skipped + 1))
  echo "tests/OfficialClients is skipped: Node (20 or later) is not installed"
fi

(run dotnet Unit; [[ -z $clients ]] || run node $clients) &
run dotnet Protocol &
wait
told dotnet Unit
told dotnet Protocol
[[ -z $clients ]] || told node $clients
echo "after $SECONDS s"

echo
failed_names
if ((skipped == 0)); then
  echo "$passed passed, $failed failed"
else
  echo "$passed passed, $failed failed, $skipped skipped"
fi
((failed == 0 && passed > 0))
