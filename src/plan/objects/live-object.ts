import { hasKey, keyOf } from '../../private/compare/list-keys';
import { Entry, isMap } from '../../private/entry';
import { definitionOfKind } from '../../private/fields/fields';
import type { Wire } from '../../private/wire';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** What `kubectl rollout restart` writes, and an apply leaves as it is. */
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** What the API server writes on the pods of a Job. */
const LABELS_OF_JOB = ['batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-name', 'controller-uid', 'job-name'];

/** What the API server gives to objects that leave it open, and an apply leaves as it is. */
const ASSIGNED: { readonly [kind: string]: readonly string[] } = {
  Job: ['selector', 'completions', 'parallelism'],
  Service: ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort', 'loadBalancerClass'],
  PersistentVolumeClaim: ['volumeName', 'storageClassName'],
  Namespace: ['finalizers'],
};

/**
 * An object of a cluster without what an apply of the next one leaves as it is: what neither the next nor the last applied one says. Where
 * it is not known
 * what was applied last, these are what the API server assigns, and for kinds whose defaults are not known all fields that the next one
 * does not write.
 */
export function withoutCarriedOver(previous: Entry, next: Entry): Entry {
  if (!isLive(previous)) {return previous;}
  const { object: live } = previous;
  const isKnown = definitionOfKind(previous.apiVersion, previous.kind) !== undefined;
  const last = lastAppliedOf(live) ?? (isKnown ? undefined : {});
  const object = last === undefined ? withoutAssigned(previous.kind, live, next.object) : kept(live, next.object, last) as Wire;
  return { ...previous, object: { ...object, metadata: metadataOf(live, next.object, last) } };
}

function isLive({ object: { metadata } }: Entry): boolean {
  return typeof metadata?.uid === 'string' || typeof metadata?.resourceVersion === 'string' || Array.isArray(metadata?.managedFields);
}

function lastAppliedOf({ metadata }: Wire): Wire | undefined {
  const text: unknown = metadata?.annotations?.[LAST_APPLIED];
  if (typeof text !== 'string') {return undefined;}
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Others write labels and annotations on objects as well: who wrote one that the next object does not have is only known where it was
 * applied.
 */
function metadataOf(live: Wire, next: Wire, last: Wire | undefined): Wire {
  const { labels, annotations, ...rest } = live.metadata;
  const ofApplied = (field: 'labels' | 'annotations', values: Wire | undefined): Wire | undefined =>
    values && Object.fromEntries(Object.entries(values).filter(([key]) => next.metadata?.[field]?.[key] !== undefined
      || last?.metadata?.[field]?.[key] !== undefined));
  return {
    ...rest, labels: ofApplied('labels', labels), annotations: { ...ofApplied('annotations', annotations), ...generationOf(annotations) },
  };
}

/** This distinguishes pods of today from those of an earlier template. */
function generationOf(annotations: Wire | undefined): Wire {
  const generation = annotations?.['deprecated.daemonset.template.generation'];
  return generation === undefined ? {} : { 'deprecated.daemonset.template.generation': generation };
}

function kept(live: unknown, next: unknown, last: unknown): unknown {
  if (Array.isArray(live) && Array.isArray(next)) {
    return live.map((item, index) => {
      const key = keyOf(item);
      const of = (list: unknown): unknown => (!Array.isArray(list)
        ? undefined
        : key === undefined ? list[index] : list.find(each => hasKey(each, key)));
      return kept(item, of(next), of(last));
    });
  }
  if (!isMap(live) || !isMap(next)) {return live;}
  const before = isMap(last) ? last : {};
  return Object.fromEntries(Object.entries(live).filter(([key]) => Object.hasOwn(next, key) || Object.hasOwn(before, key))
    .map(([key, value]) => [key, kept(value, next[key], before[key])]));
}

function withoutAssigned(kind: string, live: Wire, next: Wire): Wire {
  const { spec } = live;
  if (!isMap(spec)) {return kind === 'ServiceAccount' && next.secrets === undefined ? { ...live, secrets: undefined } : live;}
  const dropped = (ASSIGNED[kind] ?? []).filter(field => next.spec?.[field] === undefined);
  const result: Wire = { ...spec, ...Object.fromEntries(dropped.map(field => [field, undefined])) };
  if (kind === 'Service' && Array.isArray(spec.ports)) {
    const ports: readonly Wire[] = next.spec?.ports ?? [];
    result.ports = spec.ports.map((port: Wire) => (ports.some(each => each.port === port.port
      && each.nodePort !== undefined) ? port : { ...port, nodePort: undefined }));
  }
  return { ...live, spec: isMap(spec.template) ? { ...result, template: withoutMarks(kind, spec.template, next.spec?.template) } : result };
}

/** A pod template without the annotation of a restart, and without the labels by which a Job finds its pods. */
function withoutMarks(kind: string, template: Wire, next: Wire | undefined): Wire {
  const { labels, annotations, ...metadata } = template.metadata ?? {};
  const without = (values: Wire | undefined, keys: readonly string[], wanted: Wire = {}): Wire | undefined =>
    values && Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key) || wanted[key] !== undefined));
  return {
    ...template, metadata: {
      ...metadata, labels: without(labels, kind === 'Job' ? LABELS_OF_JOB : [], next?.metadata?.labels),
      annotations: without(annotations, [RESTARTED_AT], next?.metadata?.annotations),
    },
  };
}
