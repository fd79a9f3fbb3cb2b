#!/usr/bin/env bash
# platform.sh: this machine as .NET names it, and as Pulumi names it: "linux-x64 linux-amd64".
set -euo pipefail
case $(uname -sm) in
  'Linux x86_64') echo linux-x64 linux-amd64 ;;
  'Linux aarch64') echo linux-arm64 linux-arm64 ;;
  'Darwin x86_64') echo osx-x64 darwin-amd64 ;;
  'Darwin arm64') echo osx-arm64 darwin-arm64 ;;
  MINGW64*x86_64 | MSYS*x86_64) echo win-x64 windows-amd64 ;;
  *) echo "platform.sh: the plugin is not built for $(uname -sm)" >&2; exit 1 ;;
esac
