#!/bin/sh
# Runs nginx with the nginx.conf in a folder, in the foreground and as this very process, its log redacted.
# Everything nginx writes goes through one pipe to the redactor, which ends when the last nginx process has;
# a configuration that says `# errors: raw` keeps its error log out of it.
# Usage: run.sh <folder>
set -eu
folder=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

# A name of any byte is matched byte by byte, in any locale.
LC_ALL=C
export LC_ALL

# An nginx that was killed leaves the socket of its counters, and the next one could not listen on it.
rm -f "$folder/log" "$folder/status"
mkfifo -m 600 "$folder/log"
# Signals meant for nginx must not end the redactor before the last line.
(
  trap '' HUP INT QUIT TERM
  exec sed -n -E -f "$here/redact.sed" <"$folder/log" 2>&1
) &

ulimit -n "$(ulimit -Hn)" 2>/dev/null || true
if grep -q '^# errors: raw$' "$folder/nginx.conf"; then
  exec nginx -p "$folder" -c "$folder/nginx.conf" -e stderr >"$folder/log"
fi
exec nginx -p "$folder" -c "$folder/nginx.conf" -e stderr >"$folder/log" 2>&1
