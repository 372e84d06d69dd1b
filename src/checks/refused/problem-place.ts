import type { Workload } from '../../cluster/inventory/workload';
import type { Problem } from '../../private/problem';
import { containersIn } from '../facts/containers';
import { podMetadataPath } from '../facts/field-path';

/** Where a problem is, as far as its words tell. */
export interface ProblemPlace {
  readonly path: string;
  readonly container?: string;
}

/** What the words of a problem that is not about a container tell of its place, below the spec of the pods. */
const BELOW_POD: ReadonlyArray<readonly [words: RegExp, field: string]> = [
  [/^(the service account) /, 'serviceAccountName'],
  [/^(the priority class) /, 'priorityClassName'],
  [/^(the runtime class) /, 'runtimeClassName'],
  [/^(the name of the node) /, 'nodeName'],
  [/^(the host name) /, 'hostname'],
  [/^the node selector /, 'nodeSelector'],
  [/node affinity|for the node label/, 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution'],
  [/toleration/, 'tolerations'],
  [/^these kernel parameters /, 'securityContext.sysctls'],
  [/AppArmor profile of the pod/, 'securityContext.appArmorProfile'],
  [/^two volumes |^a volume /, 'volumes'],
  [/^two containers |^a container |has no container$/, 'containers'],
  [/cannot have activeDeadlineSeconds/, 'activeDeadlineSeconds'],
  [/cannot have ephemeralContainers/, 'ephemeralContainers'],
];

/** The place of a problem that was found in the spec of a workload: problems of constructs need none, since their author knows the option. */
export function placeOfProblem({ code, what, given }: Problem, workload: Workload): ProblemPlace {
  const container = containersIn(workload).find(({ name }) => what.includes(`the container '${name}'`));
  if (container) {return { path: container.path + fieldOfContainer(code, what), container: container.name };}
  const volumes: readonly { readonly name?: string }[] = workload.pod.volumes ?? [];
  const volume = volumes.findIndex(({ name }) => what.includes(`the volume '${name}'`));
  if (volume >= 0) {return { path: `${workload.podPath}.volumes[${volume}]` };}
  if (code === 'selector-mismatch' || what.startsWith('a label of the selector')) {return { path: 'spec.selector' };}
  if (code === 'invalid-rollout') {return { path: 'spec.updateStrategy' };}
  if (/ of the pods( |$)/.test(what) && /^(a label|an annotation|the annotations)/.test(what)) {
    return { path: `${podMetadataPath(workload)}.${what.startsWith('a label') ? 'labels' : 'annotations'}` };
  }
  const field = BELOW_POD.find(([words]) => words.test(what))?.[1];
  if (field !== undefined) {return { path: `${workload.podPath}.${field}` };}
  const ofSpec = /^(\w+) is below zero$/.exec(what)?.[1];
  return { path: ofSpec === undefined ? workload.podPath : given === undefined ? 'spec' : `spec.${ofSpec}` };
}

function fieldOfContainer(code: Problem['code'], what: string): string {
  switch (code) {
    case 'invalid-image': return '.image';
    case 'invalid-port':
    case 'conflicting-port': return '.ports';
    case 'conflicting-mount':
    case 'unknown-volume':
    case 'bidirectional-without-privilege': return '.volumeMounts';
    case 'privileged-without-escalation':
    case 'windows-with-linux-field': return '.securityContext';
    case 'invalid-hook': return '.lifecycle.preStop';
    case 'invalid-probe': return `.${/^the (\w+Probe) /.exec(what)?.[1] ?? 'livenessProbe'}`;
    case 'invalid-name': return what.startsWith('a port ') ? '.ports' : '.name';
    default: return '';
  }
}
