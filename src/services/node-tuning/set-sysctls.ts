/** Where the container that sets kernel parameters sees /proc/sys of the node: its own is read-only. */
export const PROC_SYS = '/host/proc/sys';

/**
 * Sets `name=value` for each argument, `-` before it where a kernel without the parameter is passed over, and reads it back. All are tried
 * before one that failed ends it with an error. It says what a value was before, since nobody sets it back. `cat`, since the `read` of
 * busybox gets the first byte of such files; backticks, since Kubernetes takes `$(...)` for a variable.
 */
export const SET_SYSCTLS = [
  'set -f',
  'failed=0',
  'words() { line="$*"; }',
  'for setting in "$@"; do',
  '  optional="${setting%%[!-]*}"; setting="${setting#-}"; name="${setting%%=*}"; wanted="${setting#*=}"',
  `  case "$name" in */*) file="${PROC_SYS}/$name" ;; *) file="${PROC_SYS}/\${name//.//}" ;; esac`,
  '  if [ ! -e "$file" ]; then',
  '    if [ -n "$optional" ]; then echo "$name: this kernel does not have it, passed over"; continue; fi',
  '    echo "$name: this kernel does not have it" >&2; failed=1; continue',
  '  fi',
  '  words `cat "$file"`; before="$line"',
  '  if ! echo "$wanted" > "$file"; then echo "$name: the kernel refuses $wanted" >&2; failed=1; continue; fi',
  '  words `cat "$file"`',
  '  if [ "$line" = "$wanted" ]; then echo "$name: $before -> $wanted"; else echo "$name: the kernel made $line of $wanted" >&2; failed=1; '
    + 'fi',
  'done',
  'exit "$failed"',
  '',
].join('\n');
