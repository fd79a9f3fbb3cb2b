#!/usr/bin/env bash
# release-notes.sh VERSION: what CHANGELOG.md says about VERSION, without its heading. Fails when it says nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$1
notes=$(awk -v heading="## [$version]" '
  /^## / { inside = index($0, heading) == 1; next }
  /^\[[^]]*\]: / { next }
  inside' CHANGELOG.md | sed -e '/./,$!d')
[[ -n $notes ]] || { echo "release-notes.sh: CHANGELOG.md says nothing about $version" >&2; exit 1; }
printf '%s\n' "$notes"
