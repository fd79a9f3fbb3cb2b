#!/usr/bin/env bash
# cover.sh: the share of lines and branches that the .NET tests reach, by room of the provider. What runs in a process of its own, such as the
# plugin that some tests start, is not seen. artifacts/coverage gets rooms.txt, rooms.md, and a page for each class in html.
set -euo pipefail
cd "$(dirname "$0")/.."
out=artifacts/coverage
rm -rf $out && mkdir -p $out

for tests in Unit Protocol; do
  dotnet test tests/$tests --configuration Release --no-build --nologo --verbosity quiet --settings tests/coverage.runsettings \
    --collect "XPlat Code Coverage" --results-directory $out/$tests
done
dotnet tool restore --verbosity quiet
report() {
  dotnet tool run reportgenerator -- "-reports:$out/*/*/coverage.opencover.xml" "-targetdir:$1" "-reporttypes:$2" \
    "-assemblyfilters:+pulumi-resource-ovh-order" "-filefilters:-*/obj/*" -verbosity:Warning
}
report $out Cobertura
report $out/html Html
node scripts/cover.mjs $out
cat $out/rooms.txt
