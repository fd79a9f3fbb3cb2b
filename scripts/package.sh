#!/usr/bin/env bash
# package.sh [RID...]: the archives of a release, into dist/, with checksums and a list of components. Without arguments those two that
# are built everywhere: linux-x64 and win-x64. A runtime that the package source does not hold is left out, and said so.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- linux-x64 win-x64

version=$(dotnet msbuild provider -getProperty:Version)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p dist

# The last commit's date, so that the same commit gives the same archive.
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}

for rid in "$@"; do
  os=${rid%-*} arch=${rid#*-}
  name=pulumi-resource-ovh-order-v$version-${os/#osx/darwin}-${arch/#x64/amd64}
  name=${name/-win-/-windows-}
  if ! dotnet restore provider -p:RuntimeIdentifier="$rid" --locked-mode --verbosity quiet > "$work/restore.log" 2>&1; then
    grep -qE 'NU110[12]|NU1301' "$work/restore.log" || { cat "$work/restore.log"; exit 1; }
    echo "left out: $name (the runtime for $rid cannot be restored here)"
    continue
  fi

  # The next build restores for no runtime, and writes this anew.
  cp provider/obj/project.assets.json "$work/$rid.assets.json"

  echo "publishing $rid"
  dotnet publish provider --configuration Release --runtime "$rid" --no-restore --verbosity quiet --nologo --output "$work/$rid"
  files=$(ls -A "$work/$rid")
  case $files in
    pulumi-resource-ovh-order | pulumi-resource-ovh-order.exe) ;;
    *) echo "package.sh: expected one executable for $rid, and got: $files" >&2; exit 1 ;;
  esac
  chmod 755 "$work/$rid/$files"
  tar --create --directory "$work/$rid" --sort=name --mtime="@$epoch" --owner=0 --group=0 --numeric-owner "$files" | gzip -9n > "dist/$name.tar.gz"
  dotnet run --project sdk/generator -- sbom . "$rid" "$work/$rid.assets.json" > "dist/$name.cdx.json"
  printf '%10d  %s\n' "$(stat -c %s "dist/$name.tar.gz")" "dist/$name.tar.gz"
done

cd dist
sha256sum ./*-v"$version"-*.tar.gz ./*-v"$version"-*.cdx.json | sed 's#\./##' > SHA256SUMS
