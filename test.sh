#!/usr/bin/env bash
# Builds everything and runs the tests: all of them, or the projects named (test/<NAME>.Tests; "Grains" and "Grains.Tests" both do).
# Installs with apt what tests need and the machine lacks. Ends with "N passed, N failed, N skipped"; exit code 0 only if none failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need() { # need COMMAND PACKAGE: a test that still lacks it afterwards says so and is counted as skipped
  command -v "$1" >/dev/null 2>&1 && return
  command -v apt-get >/dev/null 2>&1 || { echo "test.sh: $1 is missing and there is no apt-get to install $2" >&2; return; }
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo="sudo -n"
  if [ -z "${apt_updated:-}" ]; then
    apt_updated=1
    $sudo apt-get update -qq >/dev/null 2>&1 || echo "test.sh: apt-get update failed" >&2
  fi
  echo "test.sh: installing $2"
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$2" >/dev/null 2>&1 ||
    echo "test.sh: could not install $2" >&2
}

projects=()
if [ $# -eq 0 ]; then
  for folder in test/*.Tests/; do projects+=("$(basename "$folder")"); done
else
  for name in "$@"; do
    name=${name%.Tests}.Tests
    [ -d "test/$name" ] || { echo "test.sh: there is no test/$name; there are: $(cd test && echo *.Tests/ | tr -d /)" >&2; exit 2; }
    projects+=("$name")
  done
fi

need chromium chromium
need kcat kcat
need npm npm
need java default-jre-headless
need /usr/share/zookeeper/bin/zkServer.sh zookeeper
need patroni patroni
[ -d /usr/lib/python3/dist-packages/kazoo ] || need kazoo python3-kazoo
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need initdb postgresql

# One compiler process for all projects, also where the environment keeps none.
shared=-p:UseSharedCompilation=true
if [ $# -eq 0 ]; then
  dotnet build ShellCorp.sln -c Release $shared || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
else
  for name in "${projects[@]}"; do
    dotnet build "test/$name" -c Release $shared || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
  done
fi

dotnet build-server shutdown --vbcscompiler >/dev/null

# As many projects at once as there are cores, the long ones first; each one's output is shown when it ends.
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
trap 'kill $(jobs -p) 2>/dev/null; exit 130' INT TERM
slow=(Cluster.Tests Patroni.Tests Analytics.Worker.Tests Orleans.Streaming.Kafka.Tests Silo.Tests)
ordered=()
for name in "${slow[@]}" "${projects[@]}"; do
  [[ " ${projects[*]} " == *" $name "* && " ${ordered[*]-} " != *" $name "* ]] && ordered+=("$name")
done

passed=0 failed=0 skipped=0
declare -A running=()
report() { # report NAME CODE
  local output="$results/$1" code=$2 p f s
  echo "== $1"
  cat "$output"
  count() { sed 's/\x1b\[[0-9;]*m//g' "$output" | sed -nE "s/^ *$1: ([0-9]+).*/\1/p" | tail -n 1; }
  p=$(count succeeded) f=$(count failed) s=$(count skipped)
  # A runner that died without its summary, or that failed outside any test, counts as one failure.
  if [ -z "$p" ] || { [ "$code" -ne 0 ] && [ "${f:-0}" -eq 0 ]; }; then f=$(( ${f:-0} + 1 )); echo "== $1 ended with exit code $code"; fi
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0})) skipped=$((skipped + ${s:-0}))
}
report_next() {
  local pid code
  wait -n -p pid
  code=$?
  report "${running[$pid]}" "$code"
  unset "running[$pid]"
}
for name in "${ordered[@]}"; do
  [ ${#running[@]} -lt "$(nproc)" ] || report_next
  # A shell's background jobs ignore the interrupt that some tests send to the processes they start.
  env --default-signal=INT dotnet run --no-build -c Release --project "test/$name" -- --progress off >"$results/$name" 2>&1 &
  running[$!]=$name
done
while [ ${#running[@]} -gt 0 ]; do report_next; done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
