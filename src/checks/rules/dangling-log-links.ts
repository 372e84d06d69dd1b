import { isAtOrBelow } from '../../cluster/host-state/host-directories';
import { HostMount, hostMountsIn, tidyPath } from '../../cluster/host-state/host-mounts';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

const LINKS = '/var/log/containers';
const FILES = '/var/log/pods';

export const danglingLogLinks: Rule = {
  id: 'dangling-log-links',
  level: 'error',
  summary: 'A container sees links to log files, and not the files.',
  looksAt: 'Mounts of `/var/log/containers`, against those that bring `/var/log/pods` into the same container under the same path.',
  why: 'The kubelet fills `/var/log/containers` with links to the files in `/var/log/pods`. A container that mounts the one without the '
    + 'other finds every link broken, and reads nothing; most collectors say nothing of it.',
  fix: 'Mount `/var/log` at `/var/log`, or `/var/log/pods` at `/var/log/pods` next to it.',
  example: () => ({
    fails: [withMounts([LINKS])],
    passes: [withMounts([LINKS, FILES])],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const mounts = hostMountsIn(workload);
      for (const links of mounts) {
        if (!isAtOrBelow(links.path, LINKS)
          || mounts.some(other => other.container === links.container && brings(other, FILES))) {continue;}
        yield findingOf(danglingLogLinks, {
          about: workload, path: links.mountPath, container: links.container.name, given: links.path, allowed: `${FILES} at ${FILES}`,
          what: 'the links lead to files that the container does not see',
        });
      }
    }
  },
};

/** Whether a mount brings a directory of the node into the container under its own path. */
function brings({ path, mount }: HostMount, directory: string): boolean {
  const at = typeof mount.mountPath === 'string' ? tidyPath(mount.mountPath) : '';
  return at === path && isAtOrBelow(directory, path);
}

function withMounts(paths: readonly string[]): Wire {
  return daemonSet(
    { volumes: paths.map((path, index) => ({ name: `logs-${index}`, hostPath: { path } })) },
    { volumeMounts: paths.map((path, index) => ({ name: `logs-${index}`, mountPath: path, readOnly: true })) },
  );
}
