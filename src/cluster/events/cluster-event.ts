import { Entry, isMap } from '../../private/entry';
import type { Wire } from '../../private/wire';

/** Something that a cluster wrote down of an object. */
export interface ClusterEvent {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** The container that it is about. */
  readonly container?: string;
  readonly reason: string;
  readonly message: string;
  readonly isWarning: boolean;
  /** How often it was seen. */
  readonly times: number;
  /** The node whose kubelet wrote it. */
  readonly node?: string;
}

/** Whether an object is an event, of the core of Kubernetes or of its group. */
export function isEvent({ apiVersion, kind }: Pick<Entry, 'apiVersion' | 'kind'>): boolean {
  return kind === 'Event' && (apiVersion === 'v1' || apiVersion.startsWith('events.k8s.io/'));
}

/** An event as `kubectl get events -A -o json` shows it. */
export function readEvent(object: Wire): ClusterEvent {
  const about: Wire = isMap(object.involvedObject) ? object.involvedObject : isMap(object.regarding) ? object.regarding : {};
  const { reason, message, note, type, source, deprecatedSource, series, count, deprecatedCount } = object;
  const { reportingComponent, reportingController, reportingInstance } = object;
  const container = /\{([^}]+)\}$/.exec(textOf(about.fieldPath))?.[1];
  const host = textOf(source?.host ?? deprecatedSource?.host);
  const isOfKubelet = [source?.component, deprecatedSource?.component, reportingComponent, reportingController].includes('kubelet');
  const node = isOfKubelet ? host || textOf(reportingInstance) : '';
  return {
    kind: textOf(about.kind), namespace: textOf(about.namespace) || textOf(object.metadata?.namespace) || 'default',
    name: textOf(about.name),
    ...container !== undefined && { container },
    reason: textOf(reason), message: textOf(message ?? note), isWarning: type === 'Warning',
    times: Math.max(1, ...[series?.count, count, deprecatedCount].filter(Number.isInteger)),
    ...node !== '' && { node },
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
