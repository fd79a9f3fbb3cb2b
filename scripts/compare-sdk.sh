#!/usr/bin/env bash
# compare-sdk.sh [--accept]: generates the C# SDK with Pulumi's own generator too, and compares the public API with that of sdk/dotnet. It needs
# the network: the Pulumi CLI, and the package Pulumi. --accept takes the differences of today into sdk/api-differences.xml.
set -euo pipefail
cd "$(dirname "$0")/.."
cli=3.259.0
comparer=10.0.403
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export PULUMI_HOME=$work/pulumi PULUMI_SKIP_UPDATE_CHECK=true
curl --fail --silent --show-error --location https://get.pulumi.com | sh -s -- --version "$cli" --install-root "$work/pulumi"
"$work/pulumi/bin/pulumi" package gen-sdk provider/schema.json --language dotnet --out "$work/generated"
dotnet build "$work/generated/dotnet" --configuration Release --verbosity quiet --nologo
dotnet build sdk/dotnet --configuration Release --verbosity quiet --nologo

library() { find "$1/bin/Release" -name Pulumi.OvhOrder.dll | head -n 1; }
newest() { find "$1" -name "$2" | sort -V | tail -n 1 | xargs dirname; }
packs=$(dirname "$(realpath "$(command -v dotnet)")")/packs
references=$(newest "${NUGET_PACKAGES:-$HOME/.nuget/packages}/pulumi" Pulumi.dll),$(newest "$packs" System.Runtime.dll)
dotnet tool install --tool-path "$work/tools" Microsoft.DotNet.ApiCompat.Tool --version "$comparer"
if [[ ${1:-} == --accept ]]; then
  set -- --generate-suppression-file --suppression-output-file sdk/api-differences.xml
else
  set -- --suppression-file sdk/api-differences.xml
fi
"$work/tools/apicompat" --left "$(library "$work/generated/dotnet")" --right "$(library sdk/dotnet)" --strict-mode \
  --left-assembly-references "$references" --right-assembly-references "$references" "$@"
