#!/bin/sh
# Writes the schema and, from it, sdk/dotnet; compiles the result against the stub of the package Pulumi. Changes nothing on a clean checkout.
set -eu
cd "$(dirname "$0")/.."
dotnet run --configuration Release --project sdk/generator -- schema .
dotnet run --configuration Release --project sdk/generator --no-build -- dotnet .
dotnet build tests/SdkCompile --configuration Release --nologo --verbosity quiet
