import { Problem, quote } from '../../private/problem';
import type { Wire } from '../../private/wire';
import { containersOf } from '../workload-facts';

const POD_FIELDS = ['hostPID', 'hostIPC'];
const SHARED_FIELDS = ['shareProcessNamespace', 'hostUsers', 'resources'];

/** Fields and paths of the operating system that the pods do not run on. */
export function findOtherSystem(pod: Wire, problems: Problem[]): void {
  const windows = pod.os?.name === 'windows';
  if (windows) {findLinuxFields(pod, problems);}
  if (pod.os?.name === 'linux') {findWindowsFields(pod, problems);}
  const onWindows = windows || pod.nodeSelector?.['kubernetes.io/os'] === 'windows';
  for (const volume of pod.volumes ?? []) {
    const path = volume.hostPath?.path;
    if (typeof path === 'string') {findOtherPath(volume, path, onWindows, problems);}
  }
}

function findLinuxFields(pod: Wire, problems: Problem[]): void {
  const fields = [
    ...POD_FIELDS.filter(field => pod[field] === true),
    ...linuxFieldsOf(pod.securityContext),
    ...SHARED_FIELDS.filter(field => pod[field] !== undefined && pod[field] !== null),
  ];
  if (fields.length > 0) {
    problems.push({ code: 'windows-with-linux-field', what: 'the pod runs on Windows, which does not know these fields', given: fields.join(', '), fix: 'leave them out' });
  }
  for (const container of containersOf(pod)) {
    const own = linuxFieldsOf(container.securityContext);
    if (own.length > 0) {
      problems.push({
        code: 'windows-with-linux-field', what: `the container ${quote(container.name)} runs on Windows, which does not know these fields`, given: own.join(', '),
        allowed: 'ContainerSecurity.windowsUser, windowsHostProcess, none', fix: 'choose one of those, or leave `securityContext` out',
      });
    }
  }
}

function linuxFieldsOf(securityContext: Wire | undefined): string[] {
  return Object.keys(securityContext ?? {}).filter(field => field !== 'windowsOptions' && field !== 'runAsNonRoot');
}

function findWindowsFields(pod: Wire, problems: Problem[]): void {
  const given = [...pod.securityContext?.windowsOptions ? ['the pod'] : [],
    ...containersOf(pod).filter(container => container.securityContext?.windowsOptions).map(container => `the container ${quote(container.name)}`)];
  if (given.length > 0) {
    problems.push({
      code: 'windows-with-linux-field', what: 'the pod runs on Linux, which does not know windowsOptions', given: given.join(', '),
      fix: 'cover Windows nodes (NodeCoverage.windows()), or leave them out',
    });
  }
}

function findOtherPath(volume: Wire, path: string, onWindows: boolean, problems: Problem[]): void {
  if (onWindows === isWindowsPath(path)) {return;}
  problems.push({
    code: 'path-of-other-system',
    what: `the volume ${quote(volume.name)} is a path of ${onWindows ? 'Linux' : 'Windows'} on nodes with ${onWindows ? 'Windows' : 'Linux'}`,
    given: quote(path),
    allowed: onWindows ? 'a path with its drive' : 'a path that begins with `/`',
    fix: onWindows ? `write ${quote(`C:${path.replace(/\//g, '\\')}`)}` : 'cover Windows nodes (NodeCoverage.windows()), or write the path of Linux',
  });
}

function isWindowsPath(path: string): boolean {
  return /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\');
}
