# Runs a database server for as long as the test process lives that started this shell, in a folder that goes with it.
# The arguments are shell text: $1 makes the server's files, $2 becomes the server by exec, $3 is the signal that ends it.
# Both texts run in the new folder and find it as $folder. Prints "process-id folder" once the server runs; the last lines
# of its log come on the error output when it has ended.
folder=$(mktemp -d "${TMPDIR:-/tmp}/syncgen-server.XXXXXX") || exit 1
cd "$folder" || exit 1
# Whoever ends a whole group of processes must not end the one that cleans up.
trap : HUP INT TERM
exec 3<&0 </dev/null

if eval "$1" >log 2>&1; then
  eval "$2" >>log 2>&1 3<&- &
  server=$!
  # The test process holds the pipe's other end: it closes with that process, however that ended. The signal is repeated
  # because it is lost on a server that has not come as far as to expect it.
  (
    trap '' HUP INT TERM
    read -r _ <&3
    while kill -s "$3" "$server"; do sleep 0.1; done
  ) >/dev/null 2>&1 &
  watcher=$!
  printf '%s %s\n' "$server" "$folder"
  # A trapped signal ends `wait` too.
  while kill -0 "$server" 2>/dev/null; do wait "$server"; done
  kill -s KILL "$watcher" 2>/dev/null
fi

tail -n 40 log >&2
cd /
rm -rf "$folder"
