#!/usr/bin/env bash
# coverage-summary.sh FOLDER: the share of lines and branches that tests reach, as Markdown, from the Cobertura reports in FOLDER.
set -euo pipefail
folder=$1

# rate REPORT NAME: a rate of the report's root element, as a percentage.
rate() {
  sed -n "s/.*<coverage [^>]*$2=\"\([0-9.]*\)\".*/\1/p" "$1" | head -n 1 | awk '{ printf "%.1f %%", $1 * 100 }'
}

reports=$(find "$folder" -name coverage.cobertura.xml | LC_ALL=C sort)
[[ -n $reports ]] || { echo "coverage-summary.sh: there is no report in $folder" >&2; exit 1; }
printf '| tests | lines | branches |\n|---|---|---|\n'
while read -r report; do
  tests=${report#"$folder"/}
  printf '| %s | %s | %s |\n' "${tests%%/*}" "$(rate "$report" line-rate)" "$(rate "$report" branch-rate)"
done <<<"$reports"
