import { KubeStateMetricsProps } from './kube-state-metrics-props';
import { KubeStateResources } from './kube-state-resources';
import { KubeStateSharding } from './kube-state-sharding';
import { NEWEST_KNOWN, OLDEST_KNOWN } from './releases';
import { ResourceName } from './resource-table';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import type { TargetCluster } from '../../agent/target-cluster';
import { KnownReleases, releaseOf, requireRelease } from '../../presets/known-release';
import { ProgramVersion } from '../../presets/program-version';
import { fail } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import { METRICS_DEFAULTS } from '../defaults';

/** What kube-state-metrics is asked for, with the defaults of the cluster. */
export interface KubeStateSetup {
  readonly props: KubeStateMetricsProps;
  readonly cluster: TargetCluster;
  readonly image: string;
  readonly version: ProgramVersion;
  readonly resources: readonly ResourceName[];
}

/** One workload of kube-state-metrics: what it collects, and how that is passed to it. */
export interface KubeStatePart {
  /** What its name ends in; absent for the one that has the agent's own name. */
  readonly suffix?: string;
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  readonly resources: readonly ResourceName[];
  readonly replicas: number;
  readonly flags: { readonly [name: string]: string | true };
  readonly env: { readonly [name: string]: EnvValue };
  /** Whether it runs as the account of the first one, which has the same rights. */
  readonly sharesAccount: boolean;
  /** Whether it collects custom resources too. */
  readonly hasCustomResources: boolean;
}

/** @throws unknown-exporter-version */
export function setupOf(props: KubeStateMetricsProps, cluster: TargetCluster): KubeStateSetup {
  const releases: KnownReleases = {
    program: 'kube-state-metrics', oldest: OLDEST_KNOWN, newest: NEWEST_KNOWN,
    standard: valueOf(METRICS_DEFAULTS.kubeStateVersion, cluster),
  };
  const tag = () => `v${requireRelease(props.version ?? releases.standard, releases)}`;
  const image = props.image ?? `${valueOf(METRICS_DEFAULTS.kubeStateRepository, cluster)}:${tag()}`;
  const version = releaseOf(image, props.version, releases);
  const resources = (props.collected ?? KubeStateResources.standard())._chosen(version, cluster.kubernetesVersion.minor);
  return { props, cluster, image, version, resources };
}

/**
 * The workloads, the one with the agent's own name first.
 *
 * @throws invalid-sharding
 * @throws invalid-label
 */
export function partsOf(setup: KubeStateSetup): KubeStatePart[] {
  const parts = divided(setup);
  if (parts.length > 1 && setup.props.identity?.labelsObjects === false) {
    fail({
      code: 'invalid-label', what: 'AgentIdentity.labels identifies the pods of one workload, and this sharding makes several',
      given: `${parts.length} workloads`,
      allowed: 'AgentIdentity.standard', fix: 'leave `identity` out: each workload then has an instance of its own',
    });
  }
  return parts;
}

function divided({ props, resources }: KubeStateSetup): KubeStatePart[] {
  const { kind, shards } = props.sharding ?? KubeStateSharding.none();
  const whole: KubeStatePart = {
    kind: 'Deployment', resources, replicas: 1, flags: {}, env: {}, sharesAccount: false, hasCustomResources: true,
  };
  switch (kind) {
    case 'fixed':
      return Array.from({ length: shards }, (_, shard) => ({
        ...whole,
        ...shard > 0 && { suffix: `shard-${shard}` },
        flags: { 'shard': `${shard}`, 'total-shards': `${shards}` },
        sharesAccount: shard > 0,
      }));
    case 'auto':
      return [{
        ...whole, kind: 'StatefulSet', replicas: shards, flags: { 'pod': '$(POD_NAME)', 'pod-namespace': '$(POD_NAMESPACE)' },
        env: { POD_NAME: EnvValue.field(PodField.POD_NAME), POD_NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE) },
      }];
    case 'perNode':
      return perNode(whole);
    default:
      return [whole];
  }
}

function perNode(whole: KubeStatePart): KubeStatePart[] {
  const others = whole.resources.filter(name => name !== 'pods');
  if (others.length === whole.resources.length || others.length === 0) {
    fail({
      code: 'invalid-sharding', what: 'KubeStateSharding.perNode divides pods by their nodes and leaves all other objects to a Deployment',
      given: others.length === 0 ? '`collected` with pods alone' : '`collected` without pods',
      allowed: 'pods and at least one other kind of objects',
      fix: others.length === 0 ? 'collect nodes too, or use another sharding' : 'collect pods too, or use another sharding',
    });
  }
  // what thousands of pods list comes from the cache of the API server, and not from etcd
  const ofPods = { ...whole, resources: ['pods'] as const, hasCustomResources: false };
  return [
    { ...whole, resources: others },
    {
      ...ofPods, suffix: 'pods', kind: 'DaemonSet', flags: { 'node': '$(NODE_NAME)', 'use-apiserver-cache': true },
      env: { NODE_NAME: EnvValue.field(PodField.NODE_NAME) },
    },
    { ...ofPods, suffix: 'unscheduled-pods', flags: { 'track-unscheduled-pods': true } },
  ];
}
