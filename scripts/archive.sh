#!/usr/bin/env bash
# archive.sh: where scripts/package.sh puts the archive for this machine.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(dotnet msbuild provider -getProperty:Version)
read -r _ platform < <(scripts/platform.sh)
echo "dist/pulumi-resource-ovh-order-v$version-$platform.tar.gz"
