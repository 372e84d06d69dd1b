import { tidyPath } from '../../cluster/host-state/host-mounts';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { operatingSystemOf } from '../../cluster/operating-system/operating-system';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** What is a file on every node that has it, by its name, with the type that says so. */
const FILES: ReadonlyArray<readonly [path: RegExp, type: string]> = [
  [/\.sock$/, 'Socket'],
  [/^\/run\/xtables\.lock$/, 'FileOrCreate'],
  [/^\/etc\/(machine-id|localtime|hostname|hosts|os-release|resolv\.conf|passwd|group)$|\.(conf|crt|json|key|lock|pem|ya?ml)$/, 'File'],
  [/^\/dev\/(kmsg|fuse|kvm|net\/tun|nvidiactl|nvidia-uvm|nvidia\d+|watchdog|rtc0?|mem)$/, 'CharDevice'],
];

/** What is on every Linux node before a pod is. */
const STANDING = /^\/etc\/(group|hostname|hosts|localtime|os-release|passwd|resolv\.conf)$|^\/dev\/kmsg$/;

export const untypedFilePath: Rule = {
  id: 'untyped-file-path',
  level: 'warning',
  summary: 'A file of the node is mounted without a type, and becomes a directory where it is missing.',
  looksAt: 'Volumes of the kind hostPath without a `type` whose path is that of a file, a socket or a device that a node may be '
    + 'without. Sockets of several runtimes are mounted without a type on purpose: no pod starts where a `Socket` is missing.',
  why: 'Without a type the kubelet checks nothing, and the container runtime makes a missing path, as a directory. A pod that comes to a '
    + 'node before the owner of the socket does leaves a directory in its place: the owner then cannot bind its socket, or take its lock, '
    + 'until someone removes it by hand.',
  fix: 'Set `type: Socket`, `File`, `FileOrCreate` or `CharDevice`, or mount the directory that the file is in.',
  example: () => ({
    fails: [withVolume({ path: '/run/containerd/containerd.sock' })],
    passes: [withVolume({ path: '/run/containerd', type: 'Directory' })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      if (operatingSystemOf(workload) === 'windows') {continue;}
      const untyped = [...(workload.pod.volumes ?? []).entries()].flatMap(([index, { hostPath }]) => untypedFile(index, hostPath) ?? []);
      // who mounts the sockets of several runtimes runs where one is, and no pod starts where a `Socket` is missing
      const isAny = untyped.filter(({ type }) => type === 'Socket').length > 1;
      for (const { index, path, type } of untyped.filter(each => !isAny || each.type !== 'Socket')) {
        yield findingOf(untypedFilePath, {
          about: workload, path: `${workload.podPath}.volumes[${index}].hostPath.type`, given: `${path}, no type`,
          allowed: type,
          what: 'where this is missing the container runtime makes a directory of it',
        });
      }
    }
  },
};

function untypedFile(index: number, hostPath: Wire | undefined): { readonly index: number; readonly path: string; readonly type: string }
  | undefined {
  if (typeof hostPath?.path !== 'string' || hostPath.type || !hostPath.path.startsWith('/')) {return undefined;}
  const path = tidyPath(hostPath.path);
  const type = STANDING.test(path) ? undefined : FILES.find(([pattern]) => pattern.test(path))?.[1];
  return type === undefined ? undefined : { index, path: hostPath.path, type };
}

function withVolume(hostPath: Wire): Wire {
  return daemonSet({ volumes: [{ name: 'runtime', hostPath }] }, {
    volumeMounts: [{ name: 'runtime', mountPath: '/runtime', readOnly: true }],
  });
}
