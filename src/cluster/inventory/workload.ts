import { entriesOf, Entry, isMap } from '../../private/entry';
import type { Wire } from '../../private/wire';
import { factsOf, WorkloadFacts } from '../workload-facts';

/** An object that makes pods, or is one. */
export interface Workload extends Entry {
  /** `metadata` and `spec` of its pods. */
  readonly template: Wire;
  /** The spec of its pods. */
  readonly pod: Wire;
  /** Where the spec of its pods stands: `spec.template.spec`, and `spec` in a Pod. */
  readonly podPath: string;
  /** What it means for the nodes that it runs on; read once. */
  readonly facts: WorkloadFacts;
}

/** The workload that an object is; undefined where it makes no pods. Its fields must be of the right types. */
export function workloadOf(entry: Entry): Workload | undefined {
  const found = placeOf(entry);
  return found && workloadWith(entry, found);
}

function workloadWith(entry: Entry, { template, podPath }: PodPlace): Workload {
  const { object } = entry;
  let facts: WorkloadFacts | undefined;
  return {
    ...entry, template, podPath, pod: template.spec ?? {},
    get facts() {
      return facts ??= factsOf(object.spec?.template === template ? object.spec : { template });
    },
  };
}

/** The template of the pods, and where their spec stands. */
type PodPlace = Pick<Workload, 'template' | 'podPath'>;

function placeOf({ apiVersion, kind, object }: Entry): PodPlace | undefined {
  const { spec, template } = object;
  if (apiVersion === 'v1' && kind === 'Pod') {return isMap(spec) ? { template: object, podPath: 'spec' } : undefined;}
  if (apiVersion === 'v1' && kind === 'PodTemplate') {return isPodTemplate(template) ? { template, podPath: 'template.spec' } : undefined;}
  if (isPodTemplate(spec?.template)) {return { template: spec.template, podPath: 'spec.template.spec' };}
  const ofJob = spec?.jobTemplate?.spec?.template;
  return isPodTemplate(ofJob) ? { template: ofJob, podPath: 'spec.jobTemplate.spec.template.spec' } : undefined;
}

/** Custom resources have templates of other things under the same name. */
function isPodTemplate(template: unknown): template is Wire {
  return isMap(template) && isMap(template.spec) && Array.isArray(template.spec.containers);
}

/** Whether a workload is a DaemonSet: what runs once on every node. */
export function isDaemonSet({ apiVersion, kind }: Pick<Entry, 'apiVersion' | 'kind'>): boolean {
  return kind === 'DaemonSet' && apiVersion.startsWith('apps/');
}

/** Where the metadata of the pods stands: `spec.template.metadata`, and `metadata` in a Pod. */
export function podMetadataPath({ podPath }: Pick<Workload, 'podPath'>): string {
  return `${podPath.slice(0, -'spec'.length)}metadata`;
}

/** The workload of a kind that a spec makes, whatever is missing in it. */
export function workloadOfSpec(kind: string, spec: Wire): Workload {
  const [entry] = entriesOf({ apiVersion: 'apps/v1', kind, spec });
  const template: Wire = spec.template ?? {};
  return workloadWith(entry, { template, podPath: 'spec.template.spec' });
}
