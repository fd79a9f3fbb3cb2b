#!/usr/bin/env bash
# demo.sh PLUGIN SIMULATOR ENGINE: examples/yaml through its whole life, against the simulator. Nothing leaves this machine.
set -euo pipefail
cd "$(dirname "$0")/.."
plugin=$1 simulator=$2 engine=$3

work=$(mktemp -d)
simulator_pid=
cleanup() {
  if [[ -n $simulator_pid ]]; then
    kill "$simulator_pid" 2>/dev/null || true
    wait "$simulator_pid" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap cleanup EXIT

say() { printf '\n--- %s\n' "$1"; shift; (($# == 0)) || printf '    %s\n' "$@"; printf '\n'; }
fail() { echo "demo: $*" >&2; exit 1; }

# api PATH: one GET, without needing curl.
api() {
  exec 4<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$1" >&4
  sed '1,/^\r*$/d' <&4
  exec 4>&-
}

# expect NAME COUNT...: what the simulator counts must be as told.
expect() {
  local summary
  summary=$(api /_simulator/summary)
  while (($# > 0)); do
    [[ $summary =~ \"$1\":([0-9]+) ]] || fail "the simulator does not count $1: $summary"
    ((BASH_REMATCH[1] == $2)) || fail "expected $2 $1, found ${BASH_REMATCH[1]}: $summary"
    shift 2
  done
}

# configure STACK [KEY VALUE]...: the stack's configuration, as `pulumi config set` would write it.
configure() {
  local stack=$1
  shift
  {
    echo "config:"
    echo "  ovh-order:endpoint: $endpoint"
    echo "  ovh-order:applicationKey: ak"
    echo "  ovh-order:applicationSecret: { secret: as }"
    echo "  ovh-order:consumerKey: { secret: ck }"
    while (($# > 0)); do
      echo "  ovh-order-yaml:$1: $2"
      shift 2
    done
  } >"$work/program/Pulumi.$stack.yaml"
}

# run STACK COMMAND [SWITCH]...: the local engine does what `pulumi COMMAND` does. Its output is shown and kept in $work/output.
run() {
  local stack=$1
  shift
  dotnet "$engine" "$@" --plugin "$plugin" --cwd "$work/program" --stack "$stack" 2>&1 | tee "$work/output" | sed 's/^/  | /' || fail "'$*' failed"
}

shows() { grep -q -- "$1" "$work/output" || fail "the output does not say '$1'"; }

mkdir "$work/program"
cp examples/yaml/Pulumi.yaml "$work/program/"
mkfifo "$work/listening"
dotnet "$simulator" --port 0 >"$work/listening" &
simulator_pid=$!
exec 3<"$work/listening"
read -r line <&3 || fail "the simulator did not start"
endpoint=${line#listening on }
port=${endpoint##*:} port=${port%%/*}

say "The order API, offline: $endpoint" \
  "A simulator of OVHcloud's order API plays OVHcloud, a local engine plays \`pulumi\`, the provider is the real one." \
  "Nothing leaves this machine, and nothing costs anything."
sed 's/^/  | /' examples/yaml/Pulumi.yaml
configure dev

say "1. preview: what would the order cost?" \
  "The quote comes from a temporary cart, which is removed again. Nothing is ordered."
run dev preview
shows "Due now 0.00 EUR (incl. tax)"
expect orders 0 projects 0 openCarts 0 strayCarts 0

say "2. up: order the project" \
  "Cart, checkout, payment, and the wait until the project is delivered."
run dev up --skip-preview
shows 'stage *: "delivered"'
expect orders 1 paidOrders 1 projects 1 openCarts 0

say "3. up again: nothing to do" \
  "The same program orders nothing twice."
run dev up
shows "2 unchanged"
expect orders 1 projects 1 openCarts 0

say "4. up with another description: the project is renamed in place"
configure dev description "Renamed with Pulumi"
run dev up
shows "description"
shows "1 updated"
expect orders 1 projects 1 openCarts 0

say "5. another stack, with checkout: false: a pending cart" \
  "Priced, with its contracts, and not ordered."
configure pending checkout false
run pending up --skip-preview
shows 'stage *: "cart"'
expect orders 1 projects 1 openCarts 1

say "6. destroy of that stack: the cart is removed"
run pending destroy --skip-preview
expect orders 1 projects 1 openCarts 0

say "7. refresh: read everything back" \
  "Nothing has changed outside."
run dev refresh --skip-preview
shows "2 unchanged"
expect orders 1 projects 1 openCarts 0

say "8. destroy: the project is terminated" \
  "OVHcloud wants that confirmed with a token from an e-mail to the account, which the provider reads through the API."
run dev destroy --skip-preview
expect orders 1 projects 0 openCarts 0 strayCarts 0 unknownCalls 0

say "The calls that the API received, counted"
api /_simulator/calls | tr '{' '\n' | sed -n 's/.*"method":"\([A-Z]*\)","path":"\([^"]*\)".*/\1 \2/p' \
  | sed -E 's#/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}#/{cartId}#; s#/[0-9a-f]{32}#/{projectId}#; s#/[0-9]+(/|$)#/{id}\1#g' \
  | sort -k2,2 -k1,1 | uniq -c | sed 's/^/  | /'

say "What is left"
api /_simulator/summary | sed -e 's/^/  | /' -e '$s/$/\n/'
echo
echo "The demo went as it should: one order, one project, both gone through their whole life, no cart left behind."
