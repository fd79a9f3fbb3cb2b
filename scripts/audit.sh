#!/usr/bin/env bash
# audit.sh: fails when a package that is built or tested with has a known vulnerability, or when that cannot be told.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
problems=0
wrong() { echo "audit.sh: $*" >&2; problems=$((problems + 1)); }

# vulnerable PROJECT: the report; this command ends with 0 whatever it finds.
vulnerable() { dotnet list "$1" package --vulnerable --include-transitive --format json; }

# A package source without advisories looks like one without vulnerabilities. This version has one for sure (GHSA-5crp-9r3c-p9vr).
cat >"$work/canary.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup><PackageReference Include="Newtonsoft.Json" Version="12.0.1" /></ItemGroup>
</Project>
PROJECT
dotnet restore "$work" --verbosity quiet
if ! vulnerable "$work/canary.csproj" | grep -q '"vulnerabilities"'; then
  wrong "the NuGet source has no advisories, so nothing can be told of its packages"
fi

report=$(vulnerable PulumiOvhOrder.sln)
if grep -q -E '"vulnerabilities"|"level": "error"' <<<"$report"; then
  echo "$report"
  wrong "NuGet packages with known vulnerabilities, or a look-up that failed; see above"
fi
npm audit --prefix tests/OfficialClients || wrong "npm packages with known vulnerabilities, or a look-up that failed; see above"
((problems == 0))
