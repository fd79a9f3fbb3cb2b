#!/usr/bin/env bash
# same-bytes.sh: packages the last commit twice, from two checkouts in folders of different names and depths, and compares every file byte
# by byte. What is not committed is not looked at.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

first=$work/a second=$work/another-folder/with/another/depth
for checkout in "$first" "$second"; do
  git clone --quiet --no-hardlinks "$root" "$checkout"
  (cd "$checkout" && scripts/package.sh)
done

for file in "$first"/dist/*; do
  name=${file##*/}
  sums=$(sha256sum "$file" "$second/dist/$name" | cut -d ' ' -f 1 | uniq)
  if [[ $(wc -l <<<"$sums") -ne 1 ]]; then
    echo "same-bytes.sh: $name differs between two checkouts" >&2
    failed=1
  else
    echo "$sums  $name"
  fi
done
[[ -z ${failed:-} ]]
diff <(ls "$first/dist") <(ls "$second/dist")
