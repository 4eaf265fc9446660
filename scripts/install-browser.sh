#!/usr/bin/env bash
# Installs Debian's Chromium and Firefox for the tests that look at pages. Without them those tests are skipped, and say so.
set -u
wanted=()
command -v chromium >/dev/null 2>&1 || wanted+=(chromium)
command -v firefox-esr >/dev/null 2>&1 || wanted+=(firefox-esr)
if [ ${#wanted[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "no apt-get here: the tests in ${wanted[*]} will be skipped" >&2
    exit 0
  fi
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo"
  $as_root apt-get update -qq
  for browser in "${wanted[@]}"; do
    $as_root apt-get install -y -qq --no-install-recommends "$browser" >/dev/null || echo "$browser cannot be installed: its tests will be skipped" >&2
  done
fi
for browser in chromium firefox-esr; do
  command -v "$browser" >/dev/null 2>&1 && "$browser" --version
done
exit 0
