import { MISSING_KEY, missingKeys } from '../../cluster/references/missing-keys';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const missingKey: Rule = {
  ...MISSING_KEY,
  summary: 'A workload takes a key that its ConfigMap or Secret does not have.',
  looksAt: 'Variables and files of workloads that come from a key of a ConfigMap or Secret of the input, and are not optional. Objects '
    + 'that others fill, such as Secrets with tokens of service accounts, and ConfigMaps without any key, are left out.',
  why: 'The kubelet does not start the container: CreateContainerConfigError for a variable, a volume that is never mounted for a file.',
  example: () => ({
    fails: [configMap(), reading('LOGLEVEL')],
    passes: [configMap(), reading('LOG_LEVEL')],
  }),
  check: missingKeys,
};

function configMap(): Wire {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'agent', namespace: 'agents' }, data: { LOG_LEVEL: 'info' } };
}

function reading(key: string): Wire {
  return daemonSet({}, { env: [{ name: 'LOG_LEVEL', valueFrom: { configMapKeyRef: { name: 'agent', key } } }] });
}
