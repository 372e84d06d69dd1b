import { MISSING_REFERENCE, missingObjects } from '../../cluster/references/missing-objects';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const missingReference: Rule = {
  ...MISSING_REFERENCE,
  summary: 'A workload refers to an object that nobody makes.',
  looksAt: 'ConfigMaps and Secrets that the pods of workloads cannot do without, priority classes and runtime classes, against the objects '
    + 'of the input.',
  why: 'Pods wait in ContainerCreating for a ConfigMap or Secret that is not there, and are refused for a priority or runtime class that '
    + 'is not there; the DaemonSet itself is taken. The input is seldom all of a cluster: where a name is nearly that of an object it is a '
    + 'warning, where others of its kind and namespace are there a note, and a Secret that nothing resembles is taken to come from '
    + 'elsewhere. Names that begin with `system-` are reserved: a priority class of another such name cannot exist, which is an error.',
  example: () => ({
    fails: [reading('agent-confg'), configMap('agent-config')],
    passes: [reading('agent-config'), configMap('agent-config')],
  }),
  check: missingObjects,
};

function reading(name: string): Wire {
  return daemonSet({ volumes: [{ name: 'config', configMap: { name } }] }, {
    volumeMounts: [{ name: 'config', mountPath: '/config', readOnly: true }],
  });
}

function configMap(name: string): Wire {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'agents' }, data: { 'agent.yaml': 'level: info\n' } };
}
