import { findLongProfile, findWrongContainer } from './refusals/containers';
import { findSysctlsOfHost, findWrongFields } from './refusals/fields';
import { findWrongHooks } from './refusals/hooks';
import { findWrongAnnotations, findWrongLabels, findWrongName } from './refusals/names';
import { findOtherSystem } from './refusals/operating-system';
import { findWrongPlacement } from './refusals/placement';
import { findWrongVolume } from './refusals/volumes';
import { containersOf } from './workload-facts';
import type { Problem } from '../private/problem';
import type { Wire } from '../private/wire';

/**
 * What the API server refuses of the spec of a workload field by field, and what no node could run. The typed API cannot say most of it; overrides and
 * patches can. It runs over every agent, so it looks before it makes anything.
 */
export function findRefusals(spec: Wire, problems: Problem[]): void {
  const metadata = spec.template?.metadata;
  const pod = spec.template?.spec ?? {};
  findWrongLabels('a label of the selector', spec.selector?.matchLabels, problems);
  findWrongLabels('a label of the pods', metadata?.labels, problems);
  findWrongAnnotations('an annotation of the pods', metadata?.annotations, problems);
  findWrongFields(spec, pod, problems);
  findWrongName(pod.serviceAccountName, 'dns-subdomain', 'the service account', problems);
  findWrongName(pod.priorityClassName, 'dns-subdomain', 'the priority class', problems);
  findWrongName(pod.runtimeClassName, 'dns-subdomain', 'the runtime class', problems);
  findWrongName(pod.nodeName, 'dns-subdomain', 'the name of the node', problems);
  findWrongName(pod.hostname, 'dns-label', 'the host name', problems);
  findWrongPlacement(pod, problems);
  findSysctlsOfHost(pod, problems);
  findLongProfile('the pod', pod.securityContext, problems);
  for (const container of containersOf(pod)) {findWrongContainer(container, problems);}
  for (const volume of pod.volumes ?? []) {findWrongVolume(volume, problems);}
  findWrongHooks(pod, problems);
  findOtherSystem(pod, problems);
}
