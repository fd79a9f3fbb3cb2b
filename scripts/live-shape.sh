#!/usr/bin/env bash
# live-shape.sh ENDPOINT SITE SUBSIDIARY: compares the shape of the real API's answers with that of the simulator's, for one site (eu, ca
# or us).
# It needs Node, and the simulator as `dotnet build tests/Simulator --configuration Release` makes it. It sends no credentials.
set -euo pipefail
cd "$(dirname "$0")/.."
endpoint=$1 site=$2 subsidiary=$3
simulator=${SIMULATOR:-tests/Simulator/bin/Release/net10.0/ovh-order-simulator.dll}

work=$(mktemp -d)
simulator_pid=
cleanup() {
  [[ -z $simulator_pid ]] || { kill "$simulator_pid" 2>/dev/null || true; wait "$simulator_pid" 2>/dev/null || true; }
  rm -rf "$work"
}
trap cleanup EXIT
mkfifo "$work/listening"
dotnet "$simulator" --port 0 --site "$site" >"$work/listening" &
simulator_pid=$!
exec 3<"$work/listening"
read -r line <&3 || { echo "live-shape.sh: the simulator did not start" >&2; exit 1; }
node scripts/live-shape.mjs "$endpoint" "${line#listening on }" "$subsidiary"
