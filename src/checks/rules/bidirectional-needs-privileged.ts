import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { fieldPath } from '../../private/field-path';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet, hostPath } from '../example';
import type { Rule } from '../rule';

export const bidirectionalNeedsPrivileged: Rule = {
  id: 'bidirectional-needs-privileged',
  level: 'error',
  summary: 'A container that is not privileged passes its mounts on to the node.',
  looksAt: '`mountPropagation` of mounts, and `privileged` of their containers.',
  why: 'The API server takes `Bidirectional` in privileged containers alone: what such a container mounts appears on the node and in other '
    + 'pods.',
  fix: 'Use `HostToContainer` where the container only has to see what is mounted on the node, or `privileged: true` where it mounts for '
    + 'others, as CSI drivers do (`ContainerSecurity.privileged` with a reason).',
  refusedBy: 'api-server',
  example: () => {
    const volumes = [hostPath('pods', '/var/lib/kubelet/pods')];
    const volumeMounts = [{ name: 'pods', mountPath: '/var/lib/kubelet/pods', mountPropagation: 'Bidirectional' }];
    return {
      fails: [daemonSet({ volumes }, { volumeMounts })],
      passes: [daemonSet({ volumes }, { volumeMounts, securityContext: { privileged: true } })],
    };
  },
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const placed of containersIn(workload)) {
        const { container, name } = placed;
        const mount = container.volumeMounts?.find(isBidirectional);
        if (mount === undefined || container.securityContext?.privileged === true) {continue;}
        yield findingOf(bidirectionalNeedsPrivileged, {
          about: workload, container: name, path: fieldPath(placed.path, container, 'securityContext', 'privileged'),
          what: `the container passes its mounts at ${mount.mountPath} on to the node, and is not privileged`,
          given: 'mountPropagation: Bidirectional', allowed: 'HostToContainer, or privileged: true',
        });
      }
    }
  },
};

function isBidirectional({ mountPropagation }: Wire): boolean {
  return mountPropagation === 'Bidirectional';
}
