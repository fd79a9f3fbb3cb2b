#!/usr/bin/env bash
# pulumi-cli.sh readme|examples|sdks|do: the real Pulumi CLI against the simulator, with the packaged plugin.
#   readme     the README's commands, as they stand there
#   examples   every example through its life: preview, up, up again, refresh, destroy
#   sdks       SDKs in five languages, generated and compiled; the generated C# API is that of sdk/dotnet
#   do         `pulumi do`: a quote, a dry run, an order, without a program
# It needs what those languages need, and the archive (`make package`). State, plugins and checkout are in a temporary folder.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
part=${1:?usage: pulumi-cli.sh readme|examples|sdks|do}
archive=$root/$(scripts/archive.sh)
version=$(dotnet msbuild provider -getProperty:Version)
[[ -f $archive ]] || { echo "pulumi-cli.sh: there is no $archive: run make package" >&2; exit 1; }

work=$(mktemp -d)
simulator_pid=
cleanup() {
  [[ -z $simulator_pid ]] || { kill "$simulator_pid" 2>/dev/null || true; wait "$simulator_pid" 2>/dev/null || true; }
  # Go's module cache is read-only.
  chmod -R u+w "$work"
  rm -rf "$work"
}
trap cleanup EXIT

say() { printf '\n--- %s\n' "$*"; }
fail() { echo "pulumi-cli.sh: $*" >&2; exit 1; }

# The examples change: `pulumi package add` writes into them. They do so in a checkout of their own.
git clone --quiet --no-hardlinks "$root" "$work/repo"
export PULUMI_HOME=$work/home PULUMI_BACKEND_URL=file://$work/state PULUMI_CONFIG_PASSPHRASE=
export PULUMI_SKIP_UPDATE_CHECK=true PULUMI_SKIP_CONFIRMATIONS=true PULUMI_EXPERIMENTAL=true
mkdir "$work/state"

dotnet build tests/Simulator --configuration Release --verbosity quiet --nologo
mkfifo "$work/listening"
dotnet tests/Simulator/bin/Release/net10.0/ovh-order-simulator.dll --port 0 --delivery-delay 1 >"$work/listening" &
simulator_pid=$!
exec 3<"$work/listening"
read -r line <&3 || fail "the simulator did not start"
endpoint=${line#listening on }
side_door=${endpoint%/1.0}/_simulator

# The plugin is installed as a user installs it.
pulumi plugin install resource ovh-order "$version" --file "$archive"
plugin=$(echo "$PULUMI_HOME/plugins/resource-ovh-order-v$version"/pulumi-resource-ovh-order*)

# count NAME: how many there are at the simulator.
count() {
  local summary
  summary=$(curl --silent --fail "$side_door/summary")
  [[ $summary =~ \"$1\":([0-9]+) ]] || fail "the simulator does not count $1: $summary"
  echo "${BASH_REMATCH[1]}"
}

# expect NAME COUNT...
expect() {
  while (($# > 0)); do
    local found
    found=$(count "$1")
    ((found == $2)) || fail "expected $2 $1, found $found"
    shift 2
  done
}

start_over() { curl --silent --fail --request POST "$side_door/reset" >/dev/null; }

# What a program can find in its environment. The README sets the same in the stack's configuration.
credentials() { export OVH_ENDPOINT=$endpoint OVH_APPLICATION_KEY=ak OVH_APPLICATION_SECRET=as OVH_CONSUMER_KEY=ck; }

readme() {
  local commands command
  mapfile -t commands < <(sed -n -E 's/^( {4})?(pulumi (stack init|config set|preview|up|refresh|destroy)( [^#]*)?)(#.*)?$/\2/p' README.md)
  ((${#commands[@]} >= 6)) || fail "README.md has only ${#commands[@]} commands"
  cd "$work/repo/examples/yaml"
  for command in "${commands[@]}"; do
    say "$command"
    # The README's simulator listens on its default port.
    bash -c "${command//http:\/\/127.0.0.1:8080\/1.0/$endpoint}"
  done
  expect orders 1 projects 0 openCarts 0 unknownCalls 0
}

# begin EXAMPLE [KEY VALUE]...: a new stack, with its SDK where the language needs one.
begin() {
  say "examples/$1"
  start_over
  cd "$work/repo/examples/$1"
  shift
  if [[ -f package.json || -f requirements.txt || -f go.mod ]]; then
    pulumi package add "$plugin"
    [[ ! -f go.mod ]] || go mod tidy
    pulumi install
  fi
  pulumi stack init dev
  while (($# > 0)); do
    pulumi config set "$1" "$2"
    shift 2
  done
}

settled() {
  pulumi up --expect-no-changes
  pulumi refresh --expect-no-changes
}

finish() {
  pulumi state unprotect --all
  pulumi destroy
  pulumi stack rm dev --force
  expect projects 0 openCarts 0 unknownCalls 0
}

# life EXAMPLE ORDERS: the whole life of a program that orders as much.
life() {
  begin "$1"
  pulumi preview
  expect orders 0 openCarts 0 strayCarts 0
  pulumi up
  expect orders "$2" paidOrders "$2" projects "$2" openCarts 0
  settled
  expect orders "$2"
  finish
}

examples() {
  credentials
  life yaml 1
  life csharp 1
  life typescript 1
  life python 1
  life go 1
  life price-ceiling 3
  life environments 3

  begin pending-cart
  pulumi up
  expect orders 0 openCarts 1
  settled
  pulumi config set order true
  pulumi up
  expect orders 1 projects 1 openCarts 0
  finish

  local project
  begin yaml description Production
  pulumi up
  project=$(pulumi stack output projectId)
  (
    cd ../import
    sed -i "s/import: [0-9a-f]\{32\}/import: $project/" Pulumi.yaml
    pulumi stack init import
    pulumi up
    pulumi up --expect-no-changes
    expect orders 1 projects 1
    # The other stack owns the project, and ends it.
    pulumi stack rm import --force
  )
  finish

  say "examples/policy"
  (cd "$work/repo/examples/policy" && npm install)
  begin price-ceiling
  pulumi preview --policy-pack ../policy | tee "$work/policy"
  grep -q ovh-order-budget "$work/policy" || fail "the policy pack did not run"
  expect orders 0

  # What the official provider makes is not part of the simulator: its part is previewed only.
  pulumi plugin install resource ovh --server github://api.github.com/ovh/pulumi-ovh
  begin with-ovh-provider
  pulumi preview
  expect orders 0
}

sdks() {
  local out=$work/sdks language
  for language in nodejs python go java dotnet; do
    say "gen-sdk $language"
    pulumi package gen-sdk "$plugin" --language "$language" --out "$out"
    [[ -n $(ls -A "$out/$language") ]] || fail "nothing was generated for $language"
  done

  say "nodejs compiles"
  (cd "$out/nodejs" && npm install --ignore-scripts && npx tsc --noEmit)
  say "python compiles"
  python -m compileall -q "$out/python"
  say "go compiles"
  (
    cd "$(dirname "$(find "$out/go" -name provider.go -print -quit)")"
    [[ -f go.mod ]] || go mod init github.com/pulumi-ovh-order/pulumi-ovh-order/sdk/go/ovhorder
    go mod tidy
    go build ./...
  )
  say "java compiles"
  (cd "$out/java" && gradle --no-daemon --quiet compileJava)
  say "dotnet compiles, and its API is that of sdk/dotnet"
  dotnet build "$out/dotnet" --configuration Release --output "$work/theirs"
  dotnet build sdk/dotnet --configuration Release --output "$work/ours" -p:GeneratePackageOnBuild=false
  dotnet tool install Microsoft.DotNet.ApiCompat.Tool --tool-path "$work/tools" --version 10.0.403
  "$work/tools/apicompat" --left "$work/theirs/Pulumi.OvhOrder.dll" --right "$work/ours/Pulumi.OvhOrder.dll" \
    --left-assembly-references "$work/theirs" --right-assembly-references "$work/ours" --strict-mode
}

without_a_program() {
  credentials
  mkdir "$work/empty"
  cd "$work/empty"
  say "pulumi do: a quote"
  pulumi do --package "$plugin" ovh-order:index:getQuote | tee "$work/quote"
  grep -q withTax "$work/quote" || fail "the quote has no price"
  expect orders 0 openCarts 0
  say "pulumi do: a dry run"
  pulumi do --package "$plugin" ovh-order:index:CloudProject create --dry-run --description "From the command line"
  expect orders 0 openCarts 0
  say "pulumi do: an order"
  pulumi do --package "$plugin" ovh-order:index:CloudProject create --stateless --description "From the command line"
  expect orders 1 paidOrders 1 projects 1 openCarts 0 unknownCalls 0
}

case $part in
  readme | examples | sdks) "$part" ;;
  do) without_a_program ;;
  *) fail "there is no part '$part'" ;;
esac
