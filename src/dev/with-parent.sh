# sh with-parent.sh SIGNAL COMMAND [ARGUMENT…]
# Runs the command, and sends it the signal when stdin closes: when its parent asks for it, or is killed outright.
signal=$1
shift
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
{ read -r _; kill -s "$signal" "$child"; } <&3 2>/dev/null &
watcher=$!
wait "$child"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
