#!/bin/sh
# Starts the bot, or the command that is given; first says plainly what a mounted volume lacks.
set -eu

if [ ! -d "$HOME" ] || [ ! -w "$HOME" ]; then
  echo "Jama cannot write to $HOME as user $(id -u): use a named volume, or chown the folder that you mount." >&2
  exit 1
fi
mkdir -p "$HOME/Projects"
cd "$HOME"

# The script's own folder tells where the bot lies, so that a test can run it anywhere.
if [ "$#" -eq 0 ]; then
  exec node "$(dirname "$0")/../dist/main.js"
fi
exec "$@"
