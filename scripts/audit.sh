#!/usr/bin/env bash
# audit.sh: fails when a package that is built or tested with has a known vulnerability.
set -euo pipefail
cd "$(dirname "$0")/.."

# This command ends with 0 whatever it finds.
report=$(dotnet list PulumiOvhOrder.sln package --vulnerable --include-transitive --format json)
if grep -q '"vulnerabilities"' <<<"$report"; then
  echo "$report"
  echo "audit.sh: NuGet packages with known vulnerabilities, see above" >&2
  failed=1
fi
if grep -q '"level": "error"' <<<"$report"; then
  echo "$report"
  echo "audit.sh: the NuGet packages could not be looked up, see above" >&2
  failed=1
fi
npm audit --prefix tests/OfficialClients || failed=1
[[ -z ${failed:-} ]]
