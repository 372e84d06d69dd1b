import type { Acknowledgement } from './acknowledge';
import { Entry, isMap } from '../private/entry';
import { byText } from '../private/wire';

/** Stands before the id of the rule in annotations of objects whose findings are meant. */
export const ACKNOWLEDGED = 'acknowledged.cdk8s-node-agents/';

/** What is in an annotation where not the whole object is meant. */
interface Part {
  readonly reason: string;
  readonly container?: string;
  readonly path?: string;
}

/**
 * Annotations that tell the command what was acknowledged of an object: the reason alone where all of it is meant, a JSON list where parts
 * are.
 */
export function acknowledgedAnnotations(given: readonly Omit<Acknowledgement, 'covers'>[]): { [key: string]: string } {
  const byId = new Map<string, Part[]>();
  for (const { id, reason, container, path } of given) {
    const part: Part = { reason, ...container !== undefined && { container }, ...path !== undefined && { path } };
    const known = byId.get(id) ?? [];
    // pools of an agent acknowledge the same, each for itself
    if (!known.some(each => isSame(each, part))) {byId.set(id, [...known, part]);}
  }
  return Object.fromEntries([...byId].sort(([a], [b]) => byText(a, b)).map(([id, parts]) => {
    const whole = parts.find(({ container, path }) => container === undefined && path === undefined);
    return [`${ACKNOWLEDGED}${id}`, whole?.reason ?? JSON.stringify(parts)];
  }));
}

function isSame(one: Part, other: Part): boolean {
  return one.reason === other.reason && one.container === other.container && one.path === other.path;
}

/** What the annotations of an object say: as much as can be read of them. */
export function readAcknowledged(entry: Entry): Acknowledgement[] {
  const { annotations } = entry.object.metadata ?? {};
  return Object.entries(isMap(annotations) ? annotations : {}).filter(([key]) => key.startsWith(ACKNOWLEDGED)).flatMap(([key, value]) => {
    const id = key.slice(ACKNOWLEDGED.length);
    return partsOf(String(value)).map(part => ({
      id, ...part, place: entry.object, covers: (about: Entry) => about.object === entry.object,
    }));
  });
}

function partsOf(value: string): Part[] {
  if (!value.startsWith('[{')) {return value.trim() === '' ? [] : [{ reason: value }];}
  try {
    return (JSON.parse(value) as unknown[]).filter(isMap).filter(({ reason }) => typeof reason === 'string' && reason !== '')
      .map(({ reason, container, path }) => ({
        reason, ...typeof container === 'string' && { container }, ...typeof path === 'string' && { path },
      }));
  } catch {
    return [];
  }
}
