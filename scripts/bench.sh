#!/usr/bin/env bash
# bench.sh [--quick]: packages the plugin as a release does, and measures what is in the archive. The table goes to artifacts/benchmarks.md.
set -euo pipefail
cd "$(dirname "$0")/.."
out=artifacts/bench
rm -rf $out && mkdir -p $out

scripts/package.sh
read -r _ platform < <(scripts/platform.sh)
tar --extract --gzip --directory $out --file dist/pulumi-resource-ovh-order-v*-"$platform".tar.gz

echo "building the benchmarks"
dotnet msbuild tests/Benchmarks -restore -nologo -verbosity:quiet -property:Configuration=Release
dotnet tests/Benchmarks/bin/Release/net10.0/PulumiOvhOrder.Benchmarks.dll $out/pulumi-resource-ovh-order artifacts/benchmarks.md "$@"
