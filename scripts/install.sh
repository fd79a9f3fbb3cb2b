#!/usr/bin/env bash
# install.sh [ARCHIVE]: puts the plugin where the Pulumi CLI looks for it. Without an argument, the archive for this machine, which is built
# when it is not there or older than the sources. The same as: pulumi plugin install resource ovh-order VERSION --file ARCHIVE
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(dotnet msbuild provider -getProperty:Version)
archive=${1:-$(scripts/archive.sh)}
if [ $# -eq 0 ] && { [ ! -f "$archive" ] || [ -n "$(find provider ./*.props \( -name bin -o -name obj \) -prune -o -newer "$archive" -print -quit)" ]; }; then
  scripts/package.sh
fi
[ -f "$archive" ] || { echo "install.sh: there is no $archive" >&2; exit 1; }
plugins=${PULUMI_HOME:-$HOME/.pulumi}/plugins
target=$plugins/resource-ovh-order-v$version
mkdir -p "$plugins"

# Beside its place first: the CLI must never see half of it.
incoming=$(mktemp -d "$plugins/.incoming.XXXXXX")
trap 'rm -rf "$incoming"' EXIT
tar --extract --gzip --file "$archive" --directory "$incoming"
chmod 755 "$incoming"
rm -rf "$target" "$target.partial"
mv "$incoming" "$target"
trap - EXIT
echo "installed $target"
