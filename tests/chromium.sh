#!/bin/sh
# Sees to a Chromium for the tests that open maps: finds one, or installs one where that is allowed, or says why not.
# With KG_REQUIRE_CHROMIUM=1 (CI) a missing one is an error.
set -u

find_browser() {
  if [ -n "${KG_CHROMIUM:-}" ]; then command -v "$KG_CHROMIUM"; return; fi
  for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
    command -v "$name" && return
  done
  for path in "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -x "$path" ] && echo "$path" && return
  done
  return 1
}

works() {
  browser=$(find_browser) && "$browser" --version >/dev/null 2>&1
}

if works; then exit 0; fi
reason="no Chromium was found (KG_CHROMIUM may name one)"
if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then
    echo "installing Chromium and a Chinese font with apt-get"
    if apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null && works; then exit 0; fi
    reason="apt-get could not install a Chromium that runs"
  else
    reason="$reason; as root: apt-get install chromium fonts-noto-cjk"
  fi
fi
if [ "${KG_REQUIRE_CHROMIUM:-}" = 1 ]; then
  echo "error: $reason" >&2
  exit 1
fi
echo "the tests that open maps will be skipped: $reason"
