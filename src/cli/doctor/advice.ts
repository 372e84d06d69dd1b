import type { KnownText } from '../../cluster/events/event-text';
import { tidyPath } from '../../cluster/host-state/host-mounts';
import type { Workload } from '../../cluster/inventory/workload';
import { accessAdvice, AccessAdvice } from '../../cluster/privileges/access-advice';
import type { Wire } from '../../private/wire';

/** The volume that a text is about, by its name or its host path. */
export function placeOfVolume(
  { pod, podPath }: Workload, { volume, path, source }: KnownText['parts'],
): { readonly path: string } | undefined {
  const volumes: Wire[] = pod.volumes ?? [];
  const host = path ?? source;
  const isMeant = ({ name, hostPath }: Wire): boolean =>
    (volume === undefined ? host !== undefined && isAt(hostPath?.path, host) : name === volume);
  const index = volumes.findIndex(isMeant);
  if (index < 0) {return undefined;}
  return { path: `${podPath}.volumes[${index}]${volumes[index].hostPath ? '.hostPath' : ''}` };
}

function isAt(path: unknown, host: string): boolean {
  return typeof path === 'string' && tidyPath(path) === tidyPath(host);
}

/** The least access that helps an agent that was not allowed to do something. */
export function deniedAdvice(
  agent: Workload, { row, parts }: KnownText, message: string, container: string | undefined,
): AccessAdvice | undefined {
  if (row.symptom !== 'permission' || row.by !== 'agent') {return undefined;}
  const denied = { message, ...parts.path !== undefined && { file: parts.path }, ...row.id === 'file-read-only' && { isReadOnly: true } };
  return accessAdvice(agent, { ...denied, container: container ?? agent.pod.containers?.[0]?.name ?? '' });
}
