#!/bin/sh
# Writes provider/schema.json from the definitions, the examples and sdk/generator/docs.
set -eu
cd "$(dirname "$0")/.."
dotnet run --configuration Release --project sdk/generator -- schema .
