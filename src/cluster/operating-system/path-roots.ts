import { operatingSystemOf } from './operating-system';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import { rooted } from '../../private/paths';
import type { CheckContext } from '../inventory/check-context';
import { containersIn } from '../inventory/containers';
import { writtenWorkloads } from '../inventory/written-workloads';

/** What such findings have in common. */
export const RELATIVE_HOST_PATH: FindingKind = {
  id: 'relative-host-path',
  level: 'error',
  fix: 'Begin the path with `/`.',
};

/** Paths that begin at no root of the system that they are for. */
export function* pathsWithoutRoot(context: CheckContext): Generator<ObjectFinding> {
  for (const workload of writtenWorkloads(context)) {
    const system = operatingSystemOf(workload);
    const isWindows = system === 'windows';
    for (const [index, { hostPath, name }] of (workload.pod.volumes ?? []).entries()) {
      const given = hostPath?.path;
      const place = { about: workload, path: `${workload.podPath}.volumes[${index}].hostPath.path`, given };
      if (isRelative(given)) {
        yield findingOf(RELATIVE_HOST_PATH, {
          ...place, allowed: isWindows ? onDrive(given) : absolute(given), what: `the volume '${name}' begins at no root of the node`,
        });
      } else if (!isWindows && typeof given === 'string' && OF_WINDOWS.test(given)) {
        yield findingOf(RELATIVE_HOST_PATH, {
          ...place, level: system === 'linux' ? 'error' : 'warning', what: `the volume '${name}' is a path of Windows on nodes with Linux`,
          allowed: 'a path that begins with `/`',
          fix: 'Write the path of Linux, or ask for Windows nodes (`NodeCoverage.windows()`).',
        });
      }
    }
    if (isWindows) {continue;}
    for (const placed of containersIn(workload)) {
      const { container, name } = placed;
      for (const [index, { mountPath: given }] of (container.volumeMounts ?? []).entries()) {
        if (!isRelative(given)) {continue;}
        yield findingOf(RELATIVE_HOST_PATH, {
          about: workload, path: `${placed.path}.volumeMounts[${index}].mountPath`, container: name, given, allowed: absolute(given),
          level: 'warning',
          what: 'the path in the container begins at no root: the kubelet takes it from `/`',
        });
      }
    }
  }
}

/** Paths of Windows begin with a drive, or with two strokes for pipes and shares. */
function isRelative(path: unknown): path is string {
  return typeof path === 'string' && path !== '' && path[0] !== '/' && !/^[\\/]|^[A-Za-z]:[\\/]/.test(path);
}

/** A path from a drive, a pipe or a share. */
const OF_WINDOWS = /^[A-Za-z]:[\\/]|^\\/;

/** Of a path without a drive the kubelet makes one on drive C. */
function onDrive(path: string): string {
  return `C:\\${path.replace(/^[A-Za-z]:/, '').replace(/\//g, '\\')}`;
}

/** On Linux a backslash is a part of a name, which nobody means. */
function absolute(path: string): string {
  return rooted(path.replace(/\\/g, '/'));
}
