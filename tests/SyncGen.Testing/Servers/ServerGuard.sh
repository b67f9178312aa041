# Runs a database server for as long as the test process lives that started this shell, in a folder that goes with it.
# The arguments are shell text: $1 makes the server's files, $2 becomes the server by exec, $3 is the signal that ends it.
# Both texts run in the new folder and find it as $folder. Prints "process-id folder" once the server runs; the last lines
# of its log come on the error output when it has ended. A line "crash" on the input kills the server and all its processes at once and
# is answered by "crashed", a line "start" starts it again on the same files and is answered as at first.
folder=$(mktemp -d "${TMPDIR:-/tmp}/syncgen-server.XXXXXX") || exit 1
cd "$folder" || exit 1
# Whoever ends a whole group of processes must not end the one that cleans up.
trap : HUP INT TERM
exec 3<&0 </dev/null

serve() {
  eval "$1" >>log 2>&1 3<&- &
  server=$!
  echo "$server" >id.new && mv id.new id
  printf '%s %s\n' "$server" "$folder"
}

# The server must not see its children go before it goes itself: it would begin to recover.
crash() {
  : >crashed
  kill -s STOP "$1" && pkill -KILL -P "$1"
  kill -s KILL "$1"
}

if eval "$1" >log 2>&1; then
  serve "$2"
  # The test process holds the pipe's other end: it closes with that process, however that ended. The signal is repeated
  # because it is lost on a server that has not come as far as to expect it.
  (
    trap '' HUP INT TERM
    while read -r order <&3; do
      case $order in
        crash) crash "$(cat id)" ;;
        start) rm crashed ;;
      esac
    done
    : >ended
    while :; do
      kill -s "$3" "$(cat id)"
      sleep 0.1
    done
  ) >/dev/null 2>&1 &
  watcher=$!
  while :; do
    # A trapped signal ends `wait` too.
    while kill -0 "$server" 2>/dev/null; do wait "$server"; done
    [ -e crashed ] || break
    echo crashed
    while [ -e crashed ] && [ ! -e ended ]; do sleep 0.05; done
    [ ! -e ended ] || break
    serve "$2"
  done
  kill -s KILL "$watcher" 2>/dev/null
fi

tail -n 40 log >&2
cd /
rm -rf "$folder"
