#!/usr/bin/env bash
# Reads over ssh, cuts the connection, reconnects: the place is kept. Over mosh too where it is installed.
#
#     tools/ssh_place.sh PATH/TO/newsreader
#
# Needs openssh-server, openssh-client, util-linux's script. Everything lives in a temporary directory: an sshd of its own
# on a free port of the loopback, keys, a home. Nothing of the machine's sshd or of ~/.ssh is touched. Waits are on
# conditions; exits 1 when the place is lost or the reader outlives its line.
set -euo pipefail

reader=$(realpath "$1")
work=$(mktemp -d)
sshd_pid=
line_pid=
cleanup() {
  [ -n "$line_pid" ] && kill "$line_pid" 2>/dev/null || true
  [ -n "$sshd_pid" ] && kill "$sshd_pid" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

port=$(( 20000 + $$ % 20000 ))
ssh-keygen -q -t ed25519 -N '' -f "$work/host"
ssh-keygen -q -t ed25519 -N '' -f "$work/key"
cp "$work/key.pub" "$work/authorized"
chmod 600 "$work/authorized"
mkdir -p "$work/state" /run/sshd
cat > "$work/config" <<CONFIG
Port $port
ListenAddress 127.0.0.1
HostKey $work/host
AuthorizedKeysFile $work/authorized
PidFile $work/sshd.pid
StrictModes no
UsePAM no
PasswordAuthentication no
AcceptEnv XDG_STATE_HOME LC_*
CONFIG
"$(command -v sshd || echo /usr/sbin/sshd)" -D -f "$work/config" -E "$work/sshd.log" &
sshd_pid=$!

wait_for() { # DESCRIPTION COMMAND...
  local what=$1 tries=0
  shift
  until "$@" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || { echo "no $what" >&2; cat "$work"/*.log "$work"/screen* 2>/dev/null | tail -40 >&2; exit 1; }
    sleep 0.05
  done
}

line() { # SCREEN-FILE: a connection with a terminal whose keys come from the fifo
  mkfifo "$work/keys.$1"
  script -qfc "stty rows 24 cols 80; TERM=xterm ssh -tt -p $port -i $work/key -o UserKnownHostsFile=/dev/null \
    -o StrictHostKeyChecking=no -o LogLevel=ERROR 127.0.0.1 \
    \"XDG_STATE_HOME=$work/state LC_ALL=C.UTF-8 exec '$reader'\"" "$work/screen.$1" < "$work/keys.$1" > /dev/null 2>&1 &
  line_pid=$!
  exec 9> "$work/keys.$1"
}

wait_for "sshd" test -s "$work/sshd.pid"
line one
wait_for "first frame" grep -q 'q quit' "$work/screen.one"
printf 'ma' >&9
wait_for "bookmark" grep -q 'bookmark a' "$work/screen.one"
printf '  ' >&9
wait_for "next page" grep -Eq '[0-9]+ ?%' "$work/screen.one"
readers=$(pgrep -f "^$reader\$" || true)
# Cut: the client is killed, as when a train enters a tunnel and the kernel gives the line up.
client=$(pgrep -f "ssh -tt -p $port" | head -1)
kill -9 "$client"
wait "$line_pid" 2>/dev/null || true
exec 9>&-
wait_for "remembered place" grep -q '"a"' "$work/state/newsreader/articles.json"
for pid in $readers; do wait_for "end of the reader" bash -c "! kill -0 $pid"; done

line two
wait_for "the same place" grep -q 'as you left it' "$work/screen.two"
printf 'q' >&9
wait "$line_pid" || true
exec 9>&-
line_pid=
echo "ssh: the place was kept, and the reader ended with its line"

if ! command -v mosh >/dev/null; then
  echo "mosh: skipped, it is not installed"
  exit 0
fi
mkfifo "$work/keys.mosh"
script -qfc "stty rows 24 cols 80; TERM=xterm LC_ALL=C.UTF-8 mosh --ssh='ssh -p $port -i $work/key -o UserKnownHostsFile=/dev/null \
  -o StrictHostKeyChecking=no -o LogLevel=ERROR' 127.0.0.1 -- env XDG_STATE_HOME=$work/state LC_ALL=C.UTF-8 '$reader'" \
  "$work/screen.mosh" < "$work/keys.mosh" > /dev/null 2>&1 &
line_pid=$!
exec 9> "$work/keys.mosh"
wait_for "the same place over mosh" grep -q 'as you left it' "$work/screen.mosh"
printf 'q' >&9
wait "$line_pid" || true
exec 9>&-
line_pid=
echo "mosh: the place was kept"
