import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { namespaceOf } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const sharedClaim: Rule = {
  id: 'shared-claim',
  level: 'error',
  summary: 'All pods of a DaemonSet mount one volume that only one of them can have.',
  looksAt: '`persistentVolumeClaim` volumes of DaemonSets, and `accessModes` of the claims of the input.',
  why: 'A DaemonSet has no claim for each pod: the one claim is mounted on every node. ReadWriteOncePod lets one pod start, and the others '
    + 'wait. ReadWriteOnce is for one node: disks that are attached fail on every other one with a Multi-Attach error, which is a warning, '
    + 'since network file systems do not hold to it.',
  fix: 'Keep state on the node with a hostPath volume (HostPath.state), in an `ephemeral` volume for each pod, or in a claim of the mode '
    + 'ReadWriteMany.',
  example: () => ({
    fails: [withClaim(), claim('ReadWriteOncePod')],
    passes: [withClaim(), claim('ReadWriteMany')],
  }),
  *check(context) {
    for (const workload of writtenDaemonSets(context)) {
      for (const [index, { persistentVolumeClaim }] of (workload.pod.volumes ?? []).entries()) {
        const name = persistentVolumeClaim?.claimName;
        const found = typeof name === 'string'
          ? context.inventory.find('PersistentVolumeClaim', '', name, namespaceOf(workload))
          : undefined;
        const modes: string[] = found?.object.spec?.accessModes ?? [];
        if (modes.length === 0 || !modes.every(mode => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod')) {continue;}
        const isForOnePod = modes.includes('ReadWriteOncePod');
        yield findingOf(sharedClaim, {
          about: workload, path: `${workload.podPath}.volumes[${index}].persistentVolumeClaim`, given: `${name}: ${modes.join(', ')}`,
          allowed: 'ReadWriteMany, or no claim',
          level: isForOnePod ? 'error' : 'warning',
          what: `the claim is for one ${isForOnePod ? 'pod' : 'node'}, and the pods of every node mount it`,
        });
      }
    }
  },
};

function withClaim(): Wire {
  return daemonSet({ volumes: [{ name: 'state', persistentVolumeClaim: { claimName: 'state' } }] }, {
    volumeMounts: [{ name: 'state', mountPath: '/state' }],
  });
}

function claim(mode: string): Wire {
  return {
    apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'state', namespace: 'agents' },
    spec: { accessModes: [mode], resources: { requests: { storage: '1Gi' } } },
  };
}
