import { placeOfProblem } from './problem-place';
import { contradictionsIn } from '../../cluster/contradictions';
import type { Workload } from '../../cluster/inventory/workload';
import { findRefusals } from '../../cluster/refusals';
import { ERROR_CATALOGUE } from '../../private/error-catalogue';
import type { ErrorEntry } from '../../private/error-catalogue';
import { definitionOfKind } from '../../private/fields/fields';
import type { Problem } from '../../private/problem';
import type { Wire } from '../../private/wire';
import type { Finding } from '../finding';

/** What the API server would refuse in a workload of Kubernetes, and what no node could run, beyond names and types of fields. */
export function specFindings(workload: Workload): Finding[] {
  if (definitionOfKind(workload.apiVersion, workload.kind) === undefined) {return [];}
  const spec = specOf(workload);
  const problems: Problem[] = contradictionsIn(spec);
  findRefusals(spec, problems);
  return problems.filter(problem => !isAllowed(workload, problem)).map(problem => {
    const { code, what, given, allowed, fix } = problem;
    const { refusedBy }: ErrorEntry = ERROR_CATALOGUE[code];
    const isHarmless = refusedBy === 'library' || what.includes('a hook before its stop that never runs');
    return {
      code, level: isHarmless ? 'warning' : 'error', about: workload, ...placeOfProblem(problem, workload), what, fix: FIXES[code] ?? fix,
      ...given !== undefined && { given }, ...allowed !== undefined && { wanted: allowed },
    };
  });
}

/** The kinds that keep pods running for ever, and select them by labels. */
const KEEPERS = new Set(['DaemonSet', 'Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet']);

/** The spec as that of a DaemonSet: other kinds update their pods in other ways, and some find them by themselves. */
function specOf({ kind, object, template, pod }: Workload): Wire {
  if (kind === 'DaemonSet') {return object.spec;}
  const { selector, minReadySeconds, revisionHistoryLimit, volumeClaimTemplates = [] } = object.spec ?? {};
  const labels = { matchLabels: template.metadata?.labels ?? {} };
  const volumes: readonly Wire[] = pod.volumes ?? [];
  const claimed = volumeClaimTemplates.map(({ metadata }: Wire) => ({ name: metadata?.name }))
    .filter((claim: Wire) => !volumes.some(({ name }) => name === claim.name));
  return {
    minReadySeconds, revisionHistoryLimit,
    selector: kind === 'ReplicationController' ? selector && { matchLabels: selector } || labels : KEEPERS.has(kind) ? selector : labels,
    template: { metadata: template.metadata, spec: { ...pod, volumes: [...volumes, ...claimed] } },
  };
}

function isAllowed({ kind }: Workload, { what }: Problem): boolean {
  return !KEEPERS.has(kind) && what.includes('cannot have activeDeadlineSeconds') || kind === 'Pod' && what.includes('cannot have ephemeralContainers');
}

/** What to do in a manifest: the problems speak of options of this library. */
const FIXES: { readonly [code in Problem['code']]?: string } = {
  'bidirectional-without-privilege': 'use mountPropagation: HostToContainer to see the mounts of the node, or make the container privileged',
  'conflicting-port': 'use the same number for both, or do without the host network',
  'invalid-field': 'correct the field, or leave it out',
  'invalid-hook': 'make the hook shorter, or give terminationGracePeriodSeconds more',
  'invalid-image': 'name the image of the container',
  'invalid-probe': 'give the probe one of exec, httpGet, tcpSocket and grpc',
  'invalid-rollout': 'set maxUnavailable or maxSurge in spec.updateStrategy.rollingUpdate to 0, and the other one to 1 or more, or to a share such as 10%',
  'path-of-other-system': 'ask for the nodes of the system that the path is for, or write the path as these nodes do',
  'privileged-without-escalation': 'leave allowPrivilegeEscalation out, or do without privileged and add the capabilities that are needed',
  'selector-mismatch': 'give the pods all labels that spec.selector asks for',
  'windows-with-linux-field': 'leave them out, or ask for the nodes of the other operating system',
};
