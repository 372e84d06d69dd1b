import { REMOVED_API_VERSION, removedVersions } from '../../cluster/inventory/removed-versions';
import type { Rule } from '../rule';

export const removedApiVersion: Rule = {
  ...REMOVED_API_VERSION,
  summary: 'An object is written in a version of the API that clusters do not have any more.',
  looksAt: '`apiVersion` and `kind` of every object, against the oldest cluster that gets it.',
  why: 'The API server answers `no matches for kind`, and nothing of the object is there. Manifests of older agents come with such '
    + 'versions of DaemonSet, RBAC, CSIDriver and PodSecurityPolicy.',
  example: () => ({
    fails: [
      { apiVersion: 'storage.k8s.io/v1beta1', kind: 'CSIDriver', metadata: { name: 'nfs.example.com' }, spec: { attachRequired: false } },
    ],
    passes: [
      { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name: 'nfs.example.com' }, spec: { attachRequired: false } },
    ],
  }),
  check: removedVersions,
};
