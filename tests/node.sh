#!/bin/sh
# `make check`: the style and the tests of the pages' scripts, with node's own test runner, eslint and stylelint. Without
# node, or where npm reaches no registry, it says what is left out; with KG_REQUIRE_NODE=1 (CI) that is an error.
set -u

left_out() {
  if [ "${KG_REQUIRE_NODE:-}" = 1 ]; then
    echo "error: $1" >&2
    exit 1
  fi
  echo "$2: $1"
  exit 0
}

command -v node >/dev/null 2>&1 || left_out "no node was found" "the pages' scripts are not checked"
version=$(node --version | sed 's/^v//; s/\..*//')
[ "$version" -ge 20 ] || left_out "node is $version, 20 or newer is needed" "the pages' scripts are not checked"
said=$(node --test tests/draw/js/ 2>&1) || { echo "$said"; exit 1; }
echo "$said" | grep '^# pass'
command -v npm >/dev/null 2>&1 || left_out "no npm was found" "eslint and stylelint are left out"
if [ ! -x node_modules/.bin/eslint ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --silent || left_out "npm could not install them" "eslint and stylelint are left out"
fi
npm run --silent lint
