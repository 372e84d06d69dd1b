import { keyPath } from '../../private/field-path';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { wrongLabelsOf } from '../facts/pod-security-labels';
import type { Rule } from '../rule';

export const invalidPodSecurityLabel: Rule = {
  id: 'invalid-pod-security-label',
  level: 'error',
  summary: 'A namespace asks for a Pod Security level or version that does not exist.',
  looksAt: 'Labels of Namespaces that begin with `pod-security.kubernetes.io/`.',
  why: 'The API server makes no namespace with such a label. Where it is already there, as in namespaces that are older than the check, a '
    + 'wrong `enforce` counts as restricted.',
  fix: 'Write one of the levels that the finding names, and versions as `latest` or `v1.34`.',
  refusedBy: 'api-server',
  example: () => ({
    fails: [namespace('Privileged')],
    passes: [namespace('privileged')],
  }),
  *check({ inventory }) {
    for (const about of inventory.ofKind('Namespace')) {
      for (const { key, value, allowed } of wrongLabelsOf(about)) {
        yield findingOf(invalidPodSecurityLabel, {
          about, path: keyPath('metadata.labels', key), given: value === '' ? 'an empty text' : value, allowed,
          what: `the value of ${key} is no ${key.endsWith('-version') ? 'version' : 'level'} of Pod Security`,
        });
      }
    }
  },
};

function namespace(level: string): Wire {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': level } } };
}
