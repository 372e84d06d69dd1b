import type { ErrorEntry } from './error-entry';

/** What a pod or one of its containers cannot be. */
export const POD_ERRORS = {
  'annotations-too-large': {
    summary: 'The annotations of an object are too large together.',
    why: 'The API server takes at most 256 KiB of keys and values in all annotations of an object.',
    fix: 'Put large texts into a ConfigMap, or into files of the agent.',
    refusedBy: 'api-server',
  },
  'conflicting-env': {
    summary: 'An environment variable of a container has two values.',
    why: 'Only the last of them would count, and server-side apply refuses the list.',
    fix: 'Keep one of them. What a feature sets is changed by the options of the feature.',
    refusedBy: 'api-server',
  },
  'conflicting-metadata': {
    summary: 'A label or annotation of the pods has two values.',
    why: 'A map holds one value for a key; the other would be lost in silence.',
    fix: 'Keep one of them.',
    refusedBy: 'library',
  },
  'conflicting-mount': {
    summary: 'Two things are mounted at one path of a container.',
    why: 'The API server refuses two mounts at one path.',
    fix: 'Give one of them another path, or keep one.',
    refusedBy: 'api-server',
  },
  'conflicting-port': {
    summary: 'Two ports of a container have the same name, two of a Service the same name or number, or a port contradicts the host '
      + 'network.',
    why: 'The API server refuses equal names; equal numbers it takes on create, and refuses in server-side apply.',
    fix: 'Rename or remove one of them.',
    refusedBy: 'api-server',
  },
  'conflicting-volume': {
    summary: 'Two volumes of the pod share a name, or one volume is asked for in two ways.',
    why: 'The API server refuses two volumes of one name; one path of the host cannot be checked for two types.',
    fix: 'Rename one of them, or ask for the path in one way.',
    refusedBy: 'api-server',
  },
  'duplicate-container': {
    summary: 'Two containers of an agent have the same name.',
    why: 'The API server refuses the pod template.',
    fix: 'Rename one of them.',
    refusedBy: 'api-server',
  },
  'file-hides-directory': {
    summary: 'The files of a container would hide a directory of its image.',
    why: 'Files are mounted a directory at a time: a file at /etc/agent.yaml would leave nothing else in /etc.',
    fix: 'Put the files into a directory of their own.',
    refusedBy: 'never-works',
  },
  'files-too-large': {
    summary: 'The files of an agent do not fit into a ConfigMap.',
    why: 'The API server takes at most 1 MiB in one ConfigMap.',
    fix: 'Put large files into the image.',
    refusedBy: 'api-server',
  },
  'host-users-conflict': {
    summary: 'A pod with users of its own shares a namespace of the node.',
    why: 'An API server that knows the field refuses it together with host namespaces.',
    fix: 'Leave out `hostUsers`, or the host namespaces.',
    refusedBy: 'api-server',
  },
  'invalid-capability': {
    summary: 'There is no Linux capability of the given name.',
    why: 'The API server takes any text, and the runtime refuses or ignores what it does not know. Names carry no CAP_ prefix.',
    fix: 'Use the names of capabilities(7), in capitals, without CAP_.',
    refusedBy: 'never-works',
  },
  'invalid-dns': {
    summary: 'The resolver settings cannot be used.',
    why: 'The API server takes at most three name servers and 32 search domains, and needs a name server where it is to use given ones '
      + 'alone.',
    fix: 'Shorten the list, or name a server.',
    refusedBy: 'api-server',
  },
  'invalid-duration': {
    summary: 'A duration is not a whole number of seconds.',
    why: 'The field takes whole seconds.',
    fix: 'Round it.',
    refusedBy: 'api-server',
  },
  'invalid-file': {
    summary: 'A file cannot be put into a ConfigMap.',
    why: 'Keys of ConfigMaps are letters, digits, `-`, `_` and `.`; binary content is base64.',
    fix: 'Rename the file, or encode its content.',
    refusedBy: 'api-server',
  },
  'invalid-hook': {
    summary: 'A lifecycle hook has no command, or pauses for longer than the pod has to stop.',
    why: 'The API server refuses a hook without a command, and a pause that is longer than terminationGracePeriodSeconds.',
    fix: 'Name the program and its arguments, or give terminationGracePeriod more.',
    refusedBy: 'api-server',
  },
  'invalid-image': {
    summary: 'An image reference cannot be read.',
    why: 'The runtime refuses it with InvalidImageName on every node.',
    fix: 'Write registry/repository:tag@digest.',
    refusedBy: 'kubelet',
  },
  'invalid-path': {
    summary: 'A path is not absolute where it must be, or not relative, or has `..`.',
    why: 'The API server refuses `..`; a relative host path is accepted and fails on every node.',
    fix: 'Spell the path out.',
    refusedBy: 'api-server',
  },
  'invalid-port': {
    summary: 'A port has a name or number that cannot be.',
    why: 'The API server refuses it.',
    fix: 'Use 1 to 65535, and a name of at most 15 lower case letters, digits and `-`.',
    refusedBy: 'api-server',
  },
  'invalid-priority': {
    summary: 'A priority class cannot have this value.',
    why: 'Values above 1000000000 are kept for the system.',
    fix: 'Use a smaller value, or Priority.systemNodeCritical().',
    refusedBy: 'api-server',
  },
  'invalid-probe': {
    summary: 'A probe cannot be used.',
    why: 'The API server refuses it.',
    fix: 'See the message.',
    refusedBy: 'api-server',
  },
  'invalid-quantity': {
    summary: 'A resource quantity cannot be read.',
    why: 'The API server refuses the whole object, and the message names a line of generated YAML.',
    fix: 'Write a number with an optional suffix: 50m, 0.5, 64Mi, 1Gi.',
    refusedBy: 'api-server',
  },
  'invalid-user': {
    summary: 'A user or group id cannot be used.',
    why: 'The API server takes 0 to 2147483647, and the kubelet does not start user 0 where runAsNonRoot is set.',
    fix: 'Use the numeric id of the image.',
    refusedBy: 'api-server',
  },
  'mutable-image': {
    summary: 'An image has no tag, or the tag `latest`.',
    why: 'Nodes that start later get another image than the one that was tested.',
    fix: 'Pin a version, a digest, or both.',
    refusedBy: 'library',
  },
  'probe-on-init-container': {
    summary: 'An init container has a probe or lifecycle hook.',
    why: 'The API server refuses them on containers that run to their end.',
    fix: 'Leave them out, or make it a sidecar.',
    refusedBy: 'api-server',
  },
  'process-namespace-conflict': {
    summary: 'A pod shares its processes among its containers and with the node.',
    why: 'The API server refuses the pair.',
    fix: 'Keep one of them.',
    refusedBy: 'api-server',
  },
  'recursive-read-only-conflict': {
    summary: 'A recursively read-only mount is writable or propagates mounts.',
    why: 'The API server refuses it.',
    fix: 'Use HostPath.readOnly without `propagation`.',
    refusedBy: 'api-server',
  },
  'request-above-limit': {
    summary: 'More of a resource is requested than its limit allows.',
    why: 'The API server refuses the pod template.',
    fix: 'Raise the limit, or leave it out.',
    refusedBy: 'api-server',
  },
  'sysctl-of-host': {
    summary: 'A kernel parameter belongs to the node, or to a namespace that is shared with it.',
    why: 'The API server takes parameters of the node, such as vm.max_map_count, and the kubelet refuses every pod with SysctlForbidden: '
      + 'no flag allows them. Of a shared namespace, newer API servers refuse them, and with older ones the kubelet never starts the pod.',
    fix: 'Set it on the node, or do without the host namespace.',
    refusedBy: 'api-server',
  },
  'unknown-volume': {
    summary: 'A container mounts a volume that the pod does not have.',
    why: 'The API server refuses the pod template.',
    fix: 'Add the volume, or remove the mount. An override of a list replaces the whole list.',
    refusedBy: 'api-server',
  },
  'unreadable-text': {
    summary: 'An object of another library holds a text that cdk8s writes so that YAML readers refuse it, or read something else.',
    why: 'The YAML writer of cdk8s leaves quotes and escapes out where some readers need them. kubectl, Argo CD, Flux or Python then '
      + 'refuse the whole file, see a line break that is none, or read a number or a merge of maps: texts whose first line begins with a '
      + 'tab, some control characters, the line separators U+0085, U+2028 and U+2029, and texts such as `0o17`, `1e1_0`, `=` and `<<`, as '
      + 'values and as keys. Objects of this library are written so that all of them read the same.',
    fix: 'Change the text, or make the object with AgentObject.',
    refusedBy: 'api-server',
  },
  'unwritable-value': {
    summary: 'A text or a number cannot be written at all: half of a surrogate pair, NaN or Infinity.',
    why: 'Neither YAML nor JSON has a way to write it. It would come out as another character, or as a word.',
    fix: 'Correct the value. A file of any bytes is AgentFile.binary.',
    refusedBy: 'library',
  },
} as const satisfies { [code: string]: ErrorEntry };
