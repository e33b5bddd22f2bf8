#!/bin/bash
# The naive watcher: three programs per session, each second. Kind to it: bash starts them cheaper than Node would.
# usage: naive.sh SOCKET FOLDER NAME...   prints a line for each round
socket=$1 folder=$2
shift 2
while :; do
  begun=${EPOCHREALTIME/./}
  for name in "$@"; do
    tmux -L "$socket" has-session -t "=$name"
    tmux -L "$socket" capture-pane -p -t "=$name:"
    stat -c '%s %Y' "$folder/$name/terminal.log"
  done >/dev/null
  echo round
  rest=$((1000000 - (${EPOCHREALTIME/./} - begun)))
  if [ $rest -gt 0 ]; then sleep "$(printf '%d.%06d' $((rest / 1000000)) $((rest % 1000000)))"; fi
done
