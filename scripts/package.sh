#!/usr/bin/env bash
# package.sh: the archive of a release for this machine, into dist/, with its debug symbols, its list of components and checksums. It is
# compiled to machine code, which only a machine of the same kind can do: the release job runs this on each.
set -euo pipefail
cd "$(dirname "$0")/.."
read -r rid platform < <(scripts/platform.sh)
[[ $rid != linux-* ]] || command -v clang gcc >/dev/null || { echo "package.sh: compiling to machine code needs clang or gcc to link with" >&2; exit 1; }

version=$(dotnet msbuild provider -getProperty:Version)
name=pulumi-resource-ovh-order-v$version-$platform
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p dist

echo "publishing $rid"
# Without analyzers: `make lint` has run them over the same code.
dotnet publish provider --configuration Release --runtime "$rid" --property:Lint=false --verbosity quiet --nologo --output "$work/out"
# The next build restores for no runtime, and writes this anew: the packages are listed before.
cp provider/obj/project.assets.json "$work/assets.json"
# Linux, macOS and Windows each have a form of their own for what a debugger needs. It is no part of the plugin: the CLI would install it.
mkdir "$work/symbols"
find "$work/out" -mindepth 1 -maxdepth 1 \( -name '*.dbg' -o -name '*.dSYM' -o -name '*.pdb' \) -exec mv {} "$work/symbols/" \;
dotnet tool restore --verbosity quiet
dotnet tool run dotnet-CycloneDX -- provider/PulumiOvhOrder.Provider.csproj --disable-package-restore --no-serial-number --spec-version 1.6 \
  --set-name pulumi-resource-ovh-order --set-version "$version" --output-format UnsafeJson --output "$work" --filename packages.json > "$work/cyclonedx.log" \
  || { cat "$work/cyclonedx.log" >&2; exit 1; }
files=$(ls -A "$work/out")
case $files in
  pulumi-resource-ovh-order | pulumi-resource-ovh-order.exe) ;;
  *) echo "package.sh: expected one executable, and got: $files" >&2; exit 1 ;;
esac
chmod 755 "$work/out/$files"

# The last commit's date, so that the same commit gives the same archive.
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
# archive FOLDER: everything in it, packed so that the same files give the same bytes.
archive() {
  tar --create --directory "$1" --sort=name --mtime="@$epoch" --owner=0 --group=0 --numeric-owner --mode='u+rw,go=u-w' -- $(ls -A "$1") | gzip -9n
}
archive "$work/out" > "dist/$name.tar.gz"
rm -f "dist/$name.symbols.tar.gz"
[[ -z $(ls -A "$work/symbols") ]] || archive "$work/symbols" > "dist/$name.symbols.tar.gz"
dotnet run --configuration Release --project sdk/generator -- sbom "$work/packages.json" "$rid" "$work/assets.json" > "dist/$name.cdx.json"
printf '%10d  %s\n' "$(stat -c %s "dist/$name.tar.gz")" "dist/$name.tar.gz"

cd dist
sha256sum ./*-v"$version"-*.tar.gz ./*-v"$version"-*.cdx.json | sed 's#\./##' > SHA256SUMS
