import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { containersIn } from '../facts/containers';
import { operatingSystemOf } from '../facts/operating-system';
import { writtenWorkloads } from '../facts/written-workloads';
import type { Rule } from '../rule';

export const relativeHostPath: Rule = {
  id: 'relative-host-path',
  level: 'error',
  summary: 'A path of the node or of a container does not begin at the root.',
  looksAt: '`hostPath.path` of volumes and `mountPath` of mounts of workloads.',
  why: 'The API server takes any text. A path of the node that does not begin with `/` is looked for below the working directories of the kubelet and of the runtime, '
    + 'which differ, so the container does not start or sees another directory. In a container the kubelet puts the `/` in front, which is a warning: two mounts may '
    + 'then be one.',
  fix: 'Begin the path with `/`.',
  sameAs: ['path-of-other-system'],
  example: () => ({
    fails: [withPath('var/log')],
    passes: [withPath('/var/log')],
  }),
  check: (context, report) => {
    for (const workload of writtenWorkloads(context)) {
      const isWindows = operatingSystemOf(workload) === 'windows';
      (workload.pod.volumes ?? []).forEach(({ hostPath, name }: Wire, index: number) => {
        if (!isRelative(hostPath?.path)) {return;}
        report({
          about: workload, path: `${workload.podPath}.volumes[${index}].hostPath.path`, given: hostPath.path, ...!isWindows && { wanted: absolute(hostPath.path) },
          what: `the volume '${name}' begins at no root of the node`,
        });
      });
      if (isWindows) {continue;}
      for (const placed of containersIn(workload)) {
        const { container, name } = placed;
        (container.volumeMounts ?? []).forEach(({ mountPath: given }: Wire, index: number) => {
          if (!isRelative(given)) {return;}
          report({
            about: workload, path: `${placed.path}.volumeMounts[${index}].mountPath`, container: name, given, wanted: absolute(given), level: 'warning',
            what: 'the path in the container begins at no root: the kubelet takes it from `/`',
          });
        });
      }
    }
  },
};

/** Paths of Windows begin with a drive, or with two strokes for pipes and shares. */
function isRelative(path: unknown): path is string {
  return typeof path === 'string' && path !== '' && path[0] !== '/' && !/^[\\/]|^[A-Za-z]:[\\/]/.test(path);
}

function absolute(path: string): string {
  return `/${path.replace(/^(\.\/)+/, '')}`;
}

function withPath(path: string): Wire {
  return daemonSet({ volumes: [{ name: 'logs', hostPath: { path } }] }, { volumeMounts: [{ name: 'logs', mountPath: '/logs', readOnly: true }] });
}
