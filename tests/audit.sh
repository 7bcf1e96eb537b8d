#!/bin/sh
# Known vulnerabilities of the packages in the environment ($1: its bin folder), where their data can be had; without a
# network it says so and is no failure.
said=$("$1/pip-audit" --local --skip-editable --progress-spinner off --timeout 15 2>&1)
status=$?
case "$said" in
*"Found "*vulnerabilit*)
  printf '%s\n' "$said"
  exit 1
  ;;
*"could not be audited"* | *onnection* | *"ax retries"* | *imeout* | *ServiceError*)
  if [ "$status" -eq 0 ]; then
    lacking=$(printf '%s\n' "$said" | grep -c 'could not be audited')
    whole=$("$1/python" -m pip list --format freeze --exclude-editable 2>/dev/null | grep -c '==')
    if [ "$lacking" -ge "$whole" ]; then
      echo "pip-audit: skipped, its data has none of our $whole packages from here"
    else
      echo "pip-audit: nothing known; $lacking of $whole packages are not in its data here"
    fi
  else
    echo "pip-audit: skipped, its data cannot be reached from here"
  fi
  ;;
*)
  printf '%s\n' "$said"
  exit "$status"
  ;;
esac
