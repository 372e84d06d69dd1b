import { containersIn, PlacedContainer } from './inventory/containers';
import { podMetadataPath, Workload } from './inventory/workload';
import { wrongBudgets } from './refusals/budgets';
import { longProfile, wrongContainer } from './refusals/containers';
import { REQUIRED_OF_PODS, wrongSysctls, wrongFields } from './refusals/fields';
import { wrongHook } from './refusals/hooks';
import { MOUNTS_BY_PATH, volumeNames, wrongMounts } from './refusals/mounts';
import { wrongAnnotations, wrongLabels, wrongName } from './refusals/names';
import { wrongPlacement } from './refusals/placement';
import { selectorOf, wrongSelector } from './refusals/selector';
import { VOLUMES_BY_NAME, wrongVolumes } from './refusals/volumes';
import { quote } from '../private/agent-error';
import { finding, ObjectFinding } from '../private/finding';
import type { NameKind } from '../private/names';

/** Lists in which a repeated item is found here, by the definition and field that hold them. */
export const LISTS_OF_REFUSALS: readonly string[] = [MOUNTS_BY_PATH, VOLUMES_BY_NAME, 'PodSpec.containers', 'PodSpec.initContainers'];

/** Required fields whose absence is found here, or before: a workload without a template has no containers. */
export const REQUIRED_BY_REFUSALS: readonly string[] = [
  REQUIRED_OF_PODS, ...[
    'DaemonSetSpec', 'DeploymentSpec', 'ReplicaSetSpec', 'StatefulSetSpec',
  ].flatMap(spec => [`${spec}.selector`, `${spec}.template`]), 'JobSpec.template',
];

/** Fields of a pod that name something. */
const NAMES: ReadonlyArray<readonly [field: string, kind: NameKind, what: string]> = [
  ['serviceAccountName', 'dns-subdomain', 'the service account'],
  ['priorityClassName', 'dns-subdomain', 'the priority class'],
  ['runtimeClassName', 'dns-subdomain', 'the runtime class'],
  ['nodeName', 'dns-subdomain', 'the name of the node'],
  ['hostname', 'dns-label', 'the host name'],
  ['subdomain', 'dns-label', 'the subdomain'],
];

/** What the controller of StatefulSets sets in each pod: nobody reads what is in the template. */
const OF_CONTROLLER: ReadonlySet<string> = new Set(['hostname', 'subdomain']);

/**
 * What the API server refuses in a workload, field by field, and what no node could run. The typed API cannot say most of it; overrides,
 * patches and manifests of others can. It runs over every agent, so it looks before it makes anything.
 */
export function* refusalsIn(about: Workload): Generator<ObjectFinding> {
  const { pod, podPath, template: { metadata } } = about;
  yield* wrongSelector(about);
  yield* wrongBudgets(about);
  yield* wrongLabels('a label of the selector', selectorOf(about)?.matchLabels, { about, path: 'spec.selector.matchLabels' });
  if (metadata) {
    yield* wrongLabels('a label of the pods', metadata.labels, { about, path: `${podMetadataPath(about)}.labels` });
    yield* wrongAnnotations(' of the pods', metadata.annotations, { about, path: `${podMetadataPath(about)}.annotations` });
  }
  yield* wrongFields(about);
  for (const [field, kind, what] of NAMES) {
    if (pod[field] && !(about.kind === 'StatefulSet' && OF_CONTROLLER.has(field))) {
      yield* wrongName(pod[field], kind, what, () => ({ about, path: `${podPath}.${field}` }));
    }
  }
  yield* wrongPlacement(about);
  yield* wrongSysctls(about);
  yield* longProfile('the pod', pod.securityContext, () => ({ about, path: `${podPath}.securityContext` }));
  const containers = containersIn(about);
  if (containers.length > 1) {yield* sameNames(about, containers);}
  const volumes = volumeNames(about);
  for (const placed of containers) {
    yield* wrongContainer(about, placed);
    if (placed.container.volumeMounts) {yield* wrongMounts(about, placed, volumes);}
    yield* wrongHook(about, placed);
  }
  yield* wrongVolumes(about);
}

function* sameNames(about: Workload, containers: readonly PlacedContainer[]): Generator<ObjectFinding> {
  const seen = new Set<string>();
  for (const { name, path } of containers) {
    if (seen.has(name)) {
      yield finding({
        about, container: name, path: `${path}.name`, code: 'duplicate-container',
        what: `two containers of the pod are named ${quote(name)}`, given: quote(name),
        fix: 'rename one of them',
      });
    }
    seen.add(name);
  }
}
