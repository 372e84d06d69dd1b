import { adopted } from './adopted-object';
import { storedOf, withStringData } from './field-changes';
import { withoutFieldsOfType } from './service-type';
import { workloadOf } from '../../cluster/inventory/workload';
import { appliedCounts, createdCounts } from '../../cluster/replacement/job-counts';
import type { Entry } from '../../private/entry';
import type { Wire } from '../../private/wire';

/** An object as it will be, and what the API server keeps of the previous one though the new one leaves it out, by path. */
export interface KeptFields {
  readonly entry: Entry;
  readonly stays: readonly string[];
}

/** An object with what the API server fills in by other fields as it is created: the counts of a Job. */
export function asCreated(entry: Entry): Entry {
  return isJob(entry) ? withSpec(entry, createdCounts(entry.object.spec)) : entry;
}

/**
 * What an apply makes of an object that another tool applied: what that tool alone says stays, as far as the new type of a Service has it.
 */
export function withFieldsOfOthers(previous: Entry, next: Entry): KeptFields {
  const wanted = next.kind === 'Secret' ? withStringData(next.object) : next.object;
  const { object, stays } = adopted(withoutFieldsOfType(storedOf(previous), wanted), wanted);
  return { entry: { ...next, object }, stays };
}

/**
 * A new object with what no update of our own takes away. A pod template keeps its service account: the old name of the field is filled in
 * with it, and nobody removes that one. A Service keeps its address and its families, a Job the counts that were filled in.
 */
export function withKeptFields(previous: Entry, next: Entry): KeptFields {
  const kept = [...keptAccount(previous, next), ...keptAddress(previous, next)];
  const object = kept.reduce((result, { path, value }) => withAt(result, path.split('.'), value), next.object);
  const entry = { ...next, object };
  return {
    entry: isJob(next) ? withSpec(entry, appliedCounts(previous.object.spec, next.object.spec)) : entry,
    stays: kept.map(({ path }) => path),
  };
}

interface KeptField {
  readonly path: string;
  readonly value: unknown;
}

function keptAccount(previous: Entry, next: Entry): KeptField[] {
  const [before, now] = [workloadOf(previous)?.pod, workloadOf(next)];
  const account = before?.serviceAccountName ?? before?.serviceAccount;
  return now && account !== undefined && now.pod.serviceAccountName === undefined && now.pod.serviceAccount === undefined
    ? [{ path: `${now.podPath}.serviceAccountName`, value: account }]
    : [];
}

function keptAddress({ object: { spec: before = {} } }: Entry, { apiVersion, kind, object: { spec: now = {} } }: Entry): KeptField[] {
  const isService = kind === 'Service' && apiVersion === 'v1';
  if (!isService || [before, now].some(({ type }) => type === 'ExternalName')) {return [];}
  return ['clusterIP', 'ipFamilies', 'ipFamilyPolicy'].filter(field => before[field] !== undefined && now[field] === undefined)
    .map(field => ({ path: `spec.${field}`, value: before[field] }));
}

function isJob({ apiVersion, kind }: Entry): boolean {
  return kind === 'Job' && apiVersion === 'batch/v1';
}

function withSpec(entry: Entry, fields: Wire): Entry {
  return { ...entry, object: { ...entry.object, spec: { ...entry.object.spec, ...fields } } };
}

function withAt(object: Wire, [step, ...rest]: readonly string[], value: unknown): Wire {
  return { ...object, [step]: rest.length === 0 ? value : withAt(object[step], rest, value) };
}
