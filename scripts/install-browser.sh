#!/usr/bin/env bash
# Installs Debian's Chromium for the tests that look at pages. Without it those tests are skipped, and say so.
set -u
if command -v chromium >/dev/null 2>&1; then
  chromium --version
  exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "no apt-get here: the page tests will be skipped" >&2
  exit 0
fi
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo"
$as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends chromium >/dev/null && chromium --version
