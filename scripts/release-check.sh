#!/usr/bin/env bash
# release-check.sh [--tag vX.Y.Z] [CHECK]...: what the release job relies on, tried on this machine. Nothing is published.
#   version    the version is the same wherever it is written
#   changelog  CHANGELOG.md has this version, with a date and a link
#   archive    the archive is whole, installs as the Pulumi CLI installs it, and the plugin in it starts
#   sdk        the C# SDK packs, with everything that a program needs
# Without a CHECK all of them run. With --tag they are as strict as for that release. Without it, a changelog that is still "Unreleased"
# passes, and a stand-in takes the place of the package Pulumi where that cannot be restored.
set -uo pipefail
cd "$(dirname "$0")/.."

tag=
[[ ${1:-} != --tag ]] || { tag=${2:?release-check.sh: --tag wants a tag}; shift 2; }
checks=("$@")
((${#checks[@]} > 0)) || checks=(version changelog archive sdk)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
problems=0
wrong() { echo "  wrong: $*" >&2; problems=$((problems + 1)); }
right() { echo "  ok: $*"; }

# holds RIGHT WRONG COMMAND...: says which of the two it is.
holds() {
  local good=$1 bad=$2
  shift 2
  if "$@" >/dev/null; then right "$good"; else wrong "$bad"; fi
}

version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
semantic='^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z]+(\.[0-9A-Za-z]+)*)?$'

# says FILE PATTERN: the version that PATTERN's group finds there is the one version.
says() {
  local found
  found=$(sed -n "s#$2#\1#p" "$1" | head -n 1)
  holds "$1 says $version" "$1 says '$found', Directory.Build.props says '$version'" test "$found" = "$version"
}

check_version() {
  holds "$version is a semantic version" "'$version' is no semantic version" grep -q -E "$semantic" <<<"$version"
  [[ -z $tag || $tag == "v$version" ]] || wrong "the tag is $tag, the version is $version"
  says provider/schema.json '^  "version": "\([^"]*\)".*'
  says sdk/dotnet/Pulumi.OvhOrder.csproj '.*<Version>\(.*\)</Version>.*'
  says sdk/dotnet/pulumi-plugin.json '.*"version": "\([^"]*\)".*'
  says sdk/dotnet/version.txt '\(.*\)'
}

check_changelog() {
  local heading unreleased
  heading=$(grep -m 1 -E "^## \[${version//./\\.}\]" CHANGELOG.md)
  unreleased=$(scripts/release-notes.sh Unreleased 2>/dev/null)
  if [[ -n $heading ]]; then
    holds "CHANGELOG.md: $heading" "CHANGELOG.md has no date in '$heading'" grep -q -E ' - [0-9]{4}-[0-9]{2}-[0-9]{2}$' <<<"$heading"
    holds "CHANGELOG.md links $version" "CHANGELOG.md has no link [$version]" grep -q "^\[${version//./\\.}\]: https://" CHANGELOG.md
    holds "release notes" "the release notes are empty" scripts/release-notes.sh "$version"
    [[ -z $tag || -z $unreleased ]] || wrong "CHANGELOG.md has entries under Unreleased that the release $tag would not name"
  elif [[ -n $tag ]]; then
    wrong "CHANGELOG.md has no section for $version: rename Unreleased to [$version] - DATE, and add its link"
  elif [[ -n $unreleased ]]; then
    right "CHANGELOG.md has the notes of $version under Unreleased; a release renames them"
  else
    wrong "CHANGELOG.md has neither $version nor anything under Unreleased"
  fi
}

checksum_fits() { (cd dist && grep -F "  $1" SHA256SUMS | sha256sum --check --quiet -); }

check_archive() {
  local archive home executable installed port
  archive=$(scripts/archive.sh)
  [[ -f $archive ]] || scripts/package.sh || { wrong "scripts/package.sh failed"; return; }

  # The CLI takes the executable from the root of the archive, and runs it as it is there.
  executable=pulumi-resource-ovh-order
  [[ $archive != *-windows-* ]] || executable+=.exe
  if [[ $(tar --list --gzip --file "$archive") == "$executable" ]]; then
    right "$archive holds $executable and nothing else"
  else
    wrong "$archive must hold $executable and nothing else, and holds: $(tar --list --gzip --file "$archive" | tr '\n' ' ')"
  fi
  [[ $(tar --list --verbose --gzip --file "$archive") == -rwxr-xr-x* ]] || wrong "$executable in $archive is not executable for everyone"
  holds "its checksum" "dist/SHA256SUMS does not fit" checksum_fits "${archive#dist/}"
  grep -q "\"version\": \"$version\"" "${archive%.tar.gz}.cdx.json" || wrong "the list of components is not of $version"

  home=$work/pulumi
  if command -v pulumi >/dev/null; then
    PULUMI_HOME=$home PULUMI_SKIP_UPDATE_CHECK=1 pulumi plugin install resource ovh-order "$version" --file "$archive" ||
      wrong "pulumi plugin install failed"
  else
    echo "  there is no Pulumi CLI: scripts/install.sh does what it would do"
    PULUMI_HOME=$home scripts/install.sh "$archive" >/dev/null || wrong "scripts/install.sh failed"
  fi
  installed=$home/plugins/resource-ovh-order-v$version/$executable
  [[ -x $installed ]] || { wrong "the CLI would not find $installed"; return; }

  # It lives as long as its input is open.
  port=$( (sleep 5) | "$installed" 127.0.0.1:1 | head -n 1 | tr -d '\r')
  holds "the installed plugin starts and prints its port" "the installed plugin printed no port but '$port'" \
    grep -q -E '^[0-9]+$' <<<"$port"
}

check_sdk() {
  local project=sdk/dotnet stand_in=() log=$work/pack.log package entries file
  rm -rf artifacts/sdk
  if ! dotnet restore $project --verbosity quiet --nologo >"$log" 2>&1; then
    if [[ -n $tag ]]; then
      cat "$log"
      wrong "the package Pulumi cannot be restored"
      return
    fi
    echo "  the package Pulumi cannot be restored here: tests/PulumiReference, which has its signatures, takes its place"
    if ! dotnet pack tests/PulumiReference --configuration Release --output "$work/source" --verbosity quiet --nologo \
      -p:IsPackable=true -p:PackageId=Pulumi -p:PackageVersion=3.999.0 >"$log" 2>&1; then
      cat "$log"
      wrong "the stand-in does not pack"
      return
    fi
    # The stand-in is built for this repository's framework. So is the copy of the SDK that is tried with it.
    project=$work/sdk/dotnet
    git ls-files -z sdk/dotnet docs/logo.png | xargs -0 cp --parents --target-directory "$work"
    sed -i 's:<TargetFramework>[^<]*<:<TargetFramework>net10.0<:' "$project/Pulumi.OvhOrder.csproj"
    stand_in=("-p:RestoreAdditionalProjectSources=$work/source" "-p:RestorePackagesPath=$work/packages")
  fi
  if ! dotnet pack "$project" --configuration Release --output artifacts/sdk --verbosity quiet --nologo \
    -p:GeneratePackageOnBuild=false -p:IncludeSymbols=true -p:SymbolPackageFormat=snupkg "${stand_in[@]}" >"$log" 2>&1; then
    cat "$log"
    wrong "the SDK does not pack"
    return
  fi
  package=artifacts/sdk/Pulumi.OvhOrder.$version.nupkg
  [[ -f $package ]] || { wrong "there is no $package"; return; }
  right "$package"
  [[ -f ${package%.nupkg}.snupkg ]] || wrong "the SDK has no symbols"

  # The CLI finds the plugin of a C# program through pulumi-plugin.json in the package.
  entries=$(unzip -Z1 "$package")
  for file in '^lib/net[0-9.]*/Pulumi\.OvhOrder\.dll$' '^lib/net[0-9.]*/Pulumi\.OvhOrder\.xml$' '^content/pulumi-plugin\.json$' \
    '^content/version\.txt$' '^README\.md$'; do
    grep -q "$file" <<<"$entries" || wrong "the package has no $file"
  done
  [[ $(unzip -p "$package" content/version.txt) == "$version" ]] || wrong "the package's version.txt is not $version"
  # A package that was made with the stand-in must not be taken for the real one.
  ((${#stand_in[@]} == 0)) || rm -rf artifacts/sdk
}

for check in "${checks[@]}"; do
  echo "$check"
  case $check in
    version | changelog | archive | sdk) "check_$check" ;;
    *) wrong "there is no check '$check'" ;;
  esac
done
if ((problems > 0)); then
  echo "release-check.sh: $problems problem(s)" >&2
  exit 1
fi
echo "all checks passed"
