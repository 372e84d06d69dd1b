import { renderContainer } from './container';
import { FileSet } from './file-set';
import { wrongLateTexts } from './late-texts';
import { requestMounts } from './mounts';
import { POD, RenderContext } from './render-context';
import { seLinuxTypeOf, withSeLinuxType } from './se-linux';
import { VolumeSet } from './volume-set';
import { quote } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import { wholeSeconds } from '../../private/duration';
import { lookUp } from '../../private/look-up';
import { compact, Wire } from '../../private/wire';
import { AGENT_DEFAULTS } from '../defaults';
import { Dns } from '../dns';
import { AgentPlan } from '../plan/agent-plan';
import { PodSecurityContext } from '../pod-security-context';
import { WorkloadOptions } from '../workload-options';

/** What the pod takes from elsewhere than the plan. */
export interface PodSurroundings {
  /** The labels that all pods of the agent carry. */
  readonly sharedLabels: { readonly [key: string]: string };
  /** The labels by which the workload that has the agent's own name finds its pods. */
  readonly identityLabels: { readonly [key: string]: string };
  /** The service account of the pods; absent where none is written. */
  readonly serviceAccountName?: string;
  /** Whether the automatic mount of a token is forbidden. */
  readonly forbidAutomount: boolean;
  readonly priorityClassName?: string;
  /** Annotations that follow from the platform. */
  readonly podAnnotations: ReadonlyArray<readonly [key: string, value: string]>;
}

/** The pods of an agent wherever they run: what a workload lays upon them is not in them yet. */
export interface SharedPod {
  readonly spec: Wire;
  readonly labels: Wire;
  readonly annotations: Wire;
  /** Those of the labels that all pods of the agent carry, by which Services and policies find them. */
  readonly sharedLabels: Wire;
}

/** The pods of an agent, as far as all its workloads agree on them. */
export function renderSharedPod(
  plan: AgentPlan, options: WorkloadOptions, files: FileSet, around: PodSurroundings, context: RenderContext,
): SharedPod {
  const volumes = new VolumeSet(context);
  const { cluster } = plan;
  const requests = new Map(plan._allContainers.map(container => [container, requestMounts(container, files, volumes, cluster, context)]));
  const seLinuxType = context.windows ? undefined : seLinuxTypeOf(options, cluster);
  const render = (container: typeof plan.container) =>
    withSeLinuxType(
      renderContainer(container, requests.get(container)!, volumes, plan.cluster, context), requests.get(container)!, seLinuxType,
    );
  checkPod(plan, options, context);
  const podSecurity = podSecurityOf(plan, options, context);
  const dns = options.dns ?? Dns[valueOf(AGENT_DEFAULTS.dns, plan.cluster)]();
  const { dnsPolicy, dnsConfig } = dns._toWire(plan.usesHostNetwork && !context.windows);
  return {
    spec: compact({
      hostNetwork: plan.usesHostNetwork || undefined,
      hostPID: plan._hostNamespaces.some(shared => shared.field === 'hostPID') || undefined,
      hostIPC: plan._hostNamespaces.some(shared => shared.field === 'hostIPC') || undefined,
      hostUsers: options.hostUsers,
      os: context.windows ? { name: 'windows' } : undefined,
      priorityClassName: around.priorityClassName,
      runtimeClassName: options.runtimeClassName,
      serviceAccountName: around.serviceAccountName,
      automountServiceAccountToken: around.forbidAutomount ? false : undefined,
      enableServiceLinks: options.enableServiceLinks,
      shareProcessNamespace: options.shareProcessNamespace,
      terminationGracePeriodSeconds: options.terminationGracePeriod === undefined
        ? valueOf(AGENT_DEFAULTS.terminationGracePeriodSeconds, plan.cluster)
        : context.attempt(() => wholeSeconds(options.terminationGracePeriod!, 'terminationGracePeriod')),
      imagePullSecrets: [...new Set(options.imagePullSecrets)].map(name => ({ name })),
      securityContext: podSecurity._toWire(),
      dnsPolicy,
      dnsConfig,
      initContainers: plan._initContainers.map(render),
      containers: plan._containers.map(render),
      volumes: volumes.render(),
    }),
    labels: labelsOf(plan, options, around, context),
    annotations: merged('annotation', options.podAnnotations, [...plan._podAnnotations, ...around.podAnnotations], context),
    sharedLabels: around.sharedLabels,
  };
}

/** What holds for every container, after the defaults of the operating system. */
function podSecurityOf(plan: AgentPlan, options: WorkloadOptions, context: RenderContext): PodSecurityContext {
  if (options.podSecurityContext !== undefined) {return options.podSecurityContext;}
  return context.windows ? PodSecurityContext.none() : PodSecurityContext[valueOf(AGENT_DEFAULTS.podSecurityContext, plan.cluster)]();
}

/** Labels by which workloads, Services and policies find the pods belong to the agent alone. */
function labelsOf(plan: AgentPlan, options: WorkloadOptions, {
  sharedLabels, identityLabels,
}: PodSurroundings, context: RenderContext): Wire {
  const labels = merged('label', options.podLabels, plan._podLabels, context);
  checkPodLabels(labels, { ...sharedLabels, ...identityLabels }, context);
  return { ...labels, ...sharedLabels };
}

interface Labels {
  readonly [key: string]: string;
}

/** @param reserved labels by which the pods are found */
export function checkPodLabels(labels: Labels, reserved: Labels, context: RenderContext): void {
  for (const [key, value] of Object.entries(labels)) {
    if (Object.hasOwn(reserved, key) && reserved[key] !== value) {
      context.report({
        path: 'spec.template.metadata.labels', code: 'reserved-label',
        what: `the label ${key} is how the agent finds its pods`,
        given: quote(value),
        allowed: quote(reserved[key]),
        fix: 'use another key, or set `identity` before the agent first reaches a cluster',
      });
    }
  }
  for (const found of wrongLateTexts('label', 'a label of the pods:', labels, 'spec.template.metadata.labels')) {context.add(found);}
}

/** What the user gave wins over features; features must agree with each other. */
function merged(
  what: string, given: { [key: string]: string } | undefined, contributed: ReadonlyArray<readonly [string, string]>, context: RenderContext,
): { [key: string]: string } {
  const result: { [key: string]: string } = { ...given };
  for (const [key, value] of contributed) {
    if (!Object.hasOwn(result, key)) {
      result[key] = value;
    } else if (result[key] !== value && lookUp(given, key) === undefined) {
      context.report({
        path: `spec.template.metadata.${what}s`, code: 'conflicting-metadata', what: `two features set the ${what} ${key} of the pods`,
        given: `${quote(result[key])} and ${quote(value)}`,
        fix: 'set it yourself: what you give wins over features',
      });
    }
  }
  return result;
}

function checkPod(plan: AgentPlan, options: WorkloadOptions, context: RenderContext): void {
  const shared = plan._hostNamespaces.map(namespace => namespace.field);
  const podSecurity = podSecurityOf(plan, options, context);
  if (podSecurity._usesAppArmor) {context.needs('PodSecurityContext.appArmorProfile', 'the pod', { path: `${POD}.securityContext` });}
  if (options.hostUsers !== undefined) {context.needs('PodSpec.hostUsers', 'the pod', { path: `${POD}.hostUsers` });}
  if (options.hostUsers === false && shared.length > 0) {
    context.report({
      path: `${POD}.hostUsers`, code: 'host-users-conflict', what: 'a pod with users of its own cannot share namespaces of the node',
      given: `hostUsers: false, ${shared.join(', ')}`,
      fix: 'leave out `hostUsers`, or the host namespaces',
    });
  }
  if (options.shareProcessNamespace && shared.includes('hostPID')) {
    context.report({
      path: `${POD}.shareProcessNamespace`, code: 'process-namespace-conflict',
      what: 'the containers cannot share their processes with each other and with the node',
      given: 'shareProcessNamespace: true, hostPID', fix: 'keep one of them',
    });
  }
}
