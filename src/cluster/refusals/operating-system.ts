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
  if (onWindows ? ROOTED_ON_WINDOWS.test(path) : !WINDOWS_ALONE.test(path)) {return;}
  problems.push({
    code: 'path-of-other-system',
    what: `the volume ${quote(volume.name)} is ${onWindows ? 'no path of Windows on nodes with Windows' : 'a path of Windows on nodes with Linux'}`,
    given: quote(path),
    allowed: onWindows ? 'a path that begins with a drive, `/` or `\\`' : 'a path that begins with `/`',
    fix: onWindows ? `write ${quote(`C:\\${path.replace(/^[A-Za-z]:/, '').replace(/\//g, '\\')}`)}` : 'cover Windows nodes (NodeCoverage.windows()), or write the path of Linux',
  });
}

/** Of a path without a drive the kubelet makes one on drive C. */
const ROOTED_ON_WINDOWS = /^[A-Za-z]:[\\/]|^[\\/]/;

const WINDOWS_ALONE = /^[A-Za-z]:[\\/]|^\\/;
