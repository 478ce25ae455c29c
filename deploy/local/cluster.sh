#!/usr/bin/env bash
# Runs a cluster of processes on this machine, see README.md. All its data is below a temporary folder and gone afterwards.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

silos=2 kafka="" port=5080 zookeeper_port=21811 postgres_port=54321 first_silo_port=11111 first_gateway_port=30000
usage() { sed -n '/^```sh/,/^```/p' deploy/local/README.md >&2; exit 2; }
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || usage
  case "$1" in
    --silos) silos=$2 ;;
    --kafka) kafka=$2 ;;
    --port) port=$2 ;;
    *) usage ;;
  esac
  shift 2
done
[[ $silos =~ ^[1-9][0-9]?$ && $port =~ ^[0-9]+$ ]] || usage

folder=$(mktemp -d "${TMPDIR:-/tmp}/shellcorp-XXXXXX")
chmod 755 "$folder"
say() { printf '%s\n' "$*"; }
fail() { say "$1; its log: $folder/$2.log" >&2; tail -n 15 "$folder/$2.log" >&2; exit 1; }

declare -A pids=()
running=() # silos, oldest first
started=0

start() { # start NAME COMMAND…: in a session of its own, so that Ctrl+C reaches this script alone
  local name=$1
  shift
  setsid "$@" >"$folder/$name.log" 2>&1 </dev/null &
  pids[$name]=$!
}

stop() { # stop NAME [SIGNAL]: and wait until it is gone
  local pid=${pids[$1]:-}
  [ -n "$pid" ] || return 0
  kill -"${2:-TERM}" "$pid" 2>/dev/null || true
  while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
  unset "pids[$1]"
}

await() { # await NAME TEXT: until its log has the text
  until grep -qs "$2" "$folder/$1.log"; do
    kill -0 "${pids[$1]}" 2>/dev/null || fail "$1 has ended" "$1"
    sleep 0.2
  done
}

cleanup() {
  trap - EXIT INT TERM
  say "Stopping: silos drain first, which takes some seconds"
  stop web
  for silo in "${running[@]}"; do kill -TERM "${pids[$silo]}" 2>/dev/null || true; done
  for silo in "${running[@]}"; do stop "$silo"; done
  stop brokers
  stop postgres INT
  stop zookeeper
  rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

start_zookeeper() {
  [ -f /usr/share/java/zookeeper.jar ] || { say "ZooKeeper is missing: apt-get install zookeeper default-jre-headless" >&2; exit 1; }
  mkdir "$folder/zookeeper"
  printf '%s\n' tickTime=500 "dataDir=$folder/zookeeper" "clientPort=$zookeeper_port" clientPortAddress=127.0.0.1 >"$folder/zoo.cfg"
  start zookeeper java -Xmx160m -cp /usr/share/java/zookeeper.jar:/usr/share/java/slf4j-simple.jar \
    -Dzookeeper.admin.enableServer=false org.apache.zookeeper.server.quorum.QuorumPeerMain "$folder/zoo.cfg"
  until (exec 3<>"/dev/tcp/127.0.0.1/$zookeeper_port") 2>/dev/null; do
    kill -0 "${pids[zookeeper]}" 2>/dev/null || fail "ZooKeeper has ended" zookeeper
    sleep 0.2
  done
}

start_postgres() {
  local bin as=()
  bin=$(find /usr/lib/postgresql/*/bin -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -n 1)
  [ -n "$bin" ] || { say "PostgreSQL is missing: apt-get install postgresql" >&2; exit 1; }
  mkdir "$folder/postgres"
  if [ "$(id -u)" -eq 0 ]; then # it refuses to run as root
    as=(setpriv --reuid=postgres --regid=postgres --init-groups)
    chown postgres: "$folder/postgres"
  fi
  (cd / && LC_ALL=C.UTF-8 "${as[@]}" "$bin/initdb" -D "$folder/postgres/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$folder/postgres.log" 2>&1) || fail "initdb failed" postgres
  start postgres "${as[@]}" "$bin/postgres" -D "$folder/postgres/data" -p "$postgres_port" -k "$folder/postgres" -c listen_addresses=127.0.0.1 -c max_connections=300
  await postgres "ready to accept connections"
}

add_silo() {
  local name="silo-$((started + 1))"
  ShellCorp__Silo__SiloPort=$((first_silo_port + started)) ShellCorp__Silo__GatewayPort=$((first_gateway_port + started)) \
    start "$name" dotnet Silo/bin/Release/net10.0/ShellCorp.Silo.dll
  started=$((started + 1))
  running+=("$name")
  await "$name" "Application started"
  say "$name serves; its log: $folder/$name.log"
}

drain_silo() {
  [ "${#running[@]}" -gt 1 ] || { say "There is but one silo"; return; }
  local name=${running[0]}
  say "$name drains"
  stop "$name"
  running=("${running[@]:1}")
  say "$name is gone"
}

say "Building"
dotnet build Client.Web -c Release -v q >/dev/null
dotnet build deploy/local/LocalBrokers -c Release -v q >/dev/null
start_zookeeper
start_postgres
if [ -z "$kafka" ]; then
  start brokers dotnet deploy/local/LocalBrokers/bin/Release/net10.0/LocalBrokers.dll
  await brokers ":"
  kafka=$(grep -m 1 : "$folder/brokers.log")
  export ShellCorp__Kafka__IsEmbedded=true
fi
export ShellCorp__Profile=Cluster ShellCorp__ZooKeeper__ConnectionString="127.0.0.1:$zookeeper_port" ShellCorp__Kafka__BootstrapServers=$kafka
export ShellCorp__Postgres__ConnectionString="Host=127.0.0.1;Port=$postgres_port;Username=postgres;Database=postgres"
export ShellCorp__Silo__AdvertisedAddress=127.0.0.1
for _ in $(seq "$silos"); do add_silo; done
start web dotnet Client.Web/bin/Release/net10.0/ShellCorp.Client.Web.dll --urls "http://127.0.0.1:$port"
await web "Application started"
say "The page: http://127.0.0.1:$port · ZooKeeper: 127.0.0.1:$zookeeper_port · PostgreSQL: 127.0.0.1:$postgres_port · Kafka: $kafka"
say "+ adds a silo, - drains the oldest, q or Ctrl+C stops"
while true; do
  if read -r command; then
    case "$command" in
      +) add_silo ;;
      -) drain_silo ;;
      q) exit 0 ;;
    esac
  else # no terminal: until a signal comes
    sleep infinity &
    wait $!
  fi
done
