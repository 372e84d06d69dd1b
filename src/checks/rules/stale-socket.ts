import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { directoryOf } from '../../private/paths';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** Sockets of programs that are restarted while the pods of their node go on. */
const RESTARTED = /\/(containerd|crio|docker|dockerd|cri-dockerd|podman|kubelet)\.sock$/;

export const staleSocket: Rule = {
  id: 'stale-socket',
  level: 'note',
  summary: 'A socket is mounted as a file, and is dead after its owner restarts.',
  looksAt: 'Mounts of sockets of container runtimes and of the kubelet.',
  why: 'A mount of a file holds on to that one file. When containerd, CRI-O, Docker or the kubelet restarts it makes a new socket under '
    + 'the same name: the container still has the old one, which nobody answers, until its pod is created again. With the directory it '
    + 'sees the new one.',
  fix: 'Mount the directory that the socket is in.',
  example: () => ({
    fails: [withVolume({ path: '/run/containerd/containerd.sock', type: 'Socket' })],
    passes: [withVolume({ path: '/run/containerd', type: 'Directory' })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      // an init container or a Job is gone before the owner restarts
      if (workload.kind === 'Job' || workload.kind === 'CronJob') {continue;}
      const sockets = hostMountsIn(workload).filter(({ path, container: { role } }) => role !== 'init' && RESTARTED.test(path));
      if (sockets.length === 0) {continue;}
      const [{ mountPath, container: { name } }] = sockets;
      const paths = [...new Set(sockets.map(({ path }) => path))];
      yield findingOf(staleSocket, {
        about: workload, path: mountPath, ...sockets.every(({ container }) => container.name === name) && { container: name },
        given: paths.join(', '), allowed: [...new Set(paths.map(directoryOf))].join(', '),
        what: paths.length === 1 ? 'after a restart of its owner this socket answers no more'
          : 'after a restart of its owner each of these sockets answers no more',
      });
    }
  },
};

function withVolume(hostPath: Wire): Wire {
  return daemonSet({ volumes: [{ name: 'runtime', hostPath }] }, {
    volumeMounts: [{ name: 'runtime', mountPath: '/runtime', readOnly: true }],
  });
}
