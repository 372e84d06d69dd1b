import { RELATIVE_HOST_PATH, pathsWithoutRoot } from '../../cluster/operating-system/path-roots';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const relativeHostPath: Rule = {
  ...RELATIVE_HOST_PATH,
  summary: 'A path of the node or of a container does not begin at the root.',
  looksAt: '`hostPath.path` of volumes and `mountPath` of mounts of workloads.',
  why: 'The API server takes any text. A path of the node that does not begin with `/` is looked for below the working directories of the '
    + 'kubelet and of the runtime, which differ, so the container does not start or sees another directory. In a container the kubelet '
    + 'puts the `/` in front, which is a warning: two mounts may then be one.',
  example: () => ({
    fails: [withPath('var/log')],
    passes: [withPath('/var/log')],
  }),
  check: pathsWithoutRoot,
};

function withPath(path: string): Wire {
  return daemonSet({ volumes: [{ name: 'logs', hostPath: { path } }] }, {
    volumeMounts: [{ name: 'logs', mountPath: '/logs', readOnly: true }],
  });
}
