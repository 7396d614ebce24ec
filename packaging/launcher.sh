#!/bin/sh
# Starts Mailroom. It opens windows and needs a display for them; printing needs none, but Chromium has to be told so
# before it looks for one, and not to complain about it.
set -eu
program=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")/mailroom

if [ "$(id -u)" = 0 ]; then
  echo "Mailroom keeps its sandbox on, and Chromium's does not work for root. Start it as an ordinary user." >&2
  exit 1
fi
if [ -z "${DISPLAY-}" ]; then
  for argument in "$@"; do
    case $argument in
      --print | --version | --help)
        exec "$program" --ozone-platform=headless --disable-gpu --log-level=3 "$@"
        ;;
    esac
  done
  if [ -n "${WAYLAND_DISPLAY-}" ]; then
    exec "$program" --ozone-platform=wayland "$@"
  fi
  echo 'Mailroom has no display to open a window on. Without one: mailroom --new-address --print' >&2
  exit 1
fi
exec "$program" "$@"
