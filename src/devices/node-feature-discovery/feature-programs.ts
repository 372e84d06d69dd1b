import { Duration } from 'cdk8s';
import { FEATURE_DISCOVERY_DEFAULTS } from './defaults';
import type { NodeFeatureDiscoveryProps } from './node-feature-discovery-props';
import { workerConfig } from './worker-config';
import { ApiGrant } from '../../agent/companions/api-grant';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath, HostPathType } from '../../agent/container/host-path';
import { PodField } from '../../agent/container/pod-field';
import { Port } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import type { TargetCluster } from '../../agent/target-cluster';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { wholeSeconds } from '../../private/duration';
import { FEATURE_FILES } from '../private/feature-files';

const API_GROUP = { apiGroup: 'nfd.k8s-sigs.io' };

/** The worker: what it sees of its node becomes a NodeFeature. */
export function workerPreset(props: NodeFeatureDiscoveryProps, cluster: TargetCluster): Preset {
  const { files, args } = workerConfig(props);
  const { preset, port } = program('nfd-worker', props, cluster);
  return {
    ...preset,
    files,
    container: {
      ...preset.container,
      args: [`-port=${port.containerPort}`, ...args],
      env: {
        ...preset.container.env,
        NODE_NAME: EnvValue.field(PodField.NODE_NAME), POD_NAME: EnvValue.field(PodField.POD_NAME),
        POD_UID: EnvValue.field(PodField.POD_UID),
      },
      hostPaths: seen(),
      resources: Resources.of(valueOf(FEATURE_DISCOVERY_DEFAULTS.workerResources, cluster)),
      grants: [
        ApiGrant.inOwnNamespace(['nodefeatures'], ['get', 'create', 'update'], API_GROUP),
        ApiGrant.inOwnNamespace(['pods'], ['get']),
      ],
    },
  };
}

/** Where the worker looks for each of them is part of the program. */
function seen(): HostPath[] {
  return [
    HostPath.readOnly('/boot', { mountPath: '/host-boot' }),
    HostPath.file('/etc/os-release', { mountPath: '/host-etc/os-release' }),
    HostPath.readOnly('/sys', { mountPath: '/host-sys' }),
    HostPath.readOnly('/usr/lib', { mountPath: '/host-usr/lib' }),
    HostPath.readOnly('/lib', { mountPath: '/host-lib' }),
    HostPath.file('/proc/swaps', { mountPath: '/host-proc/swaps' }),
    HostPath.readOnly(FEATURE_FILES, { type: HostPathType.DIRECTORY_OR_CREATE, volumeName: 'features-d' }),
  ];
}

/** The master: NodeFeatures of all nodes, and rules over them, become labels. */
export function masterPreset(props: NodeFeatureDiscoveryProps, cluster: TargetCluster): Preset {
  const { replicas = 1, nodes, extraLabelNamespaces = [], deniedLabelNamespaces = [], taints, resources } = props.master ?? {};
  const { preset, port } = program('nfd-master', props, cluster);
  return {
    ...preset,
    container: {
      ...preset.container,
      args: [
        `-port=${port.containerPort}`,
        ...replicas > 1 ? ['-enable-leader-election'] : [],
        ...extraLabelNamespaces.length === 0 ? [] : [`-extra-label-ns=${extraLabelNamespaces.join(',')}`],
        ...deniedLabelNamespaces.length === 0 ? [] : [`-deny-label-ns=${deniedLabelNamespaces.join(',')}`],
        ...taints ? ['-enable-taints'] : [],
      ],
      env: { ...preset.container.env, NODE_NAME: EnvValue.field(PodField.NODE_NAME) },
      resources: resources ?? Resources.of(valueOf(FEATURE_DISCOVERY_DEFAULTS.masterResources, cluster)),
      // it waits for its caches before it answers
      startupProbe: Probe.http('/healthz', port, { period: Duration.seconds(10), failureThreshold: 30 }),
      grants: [
        ApiGrant.clusterWide(['nodes'], ['get', 'list', 'patch']),
        ApiGrant.clusterWide(['nodes/status'], ['patch']),
        ApiGrant.clusterWide(['nodefeatures', 'nodefeaturerules'], ['list', 'watch'], API_GROUP),
        ...replicas > 1 ? leaderElection() : [],
      ],
    },
    agent: { replicas, nodes },
  };
}

function leaderElection(): ApiGrant[] {
  const leases = { apiGroup: 'coordination.k8s.io' };
  return [
    ApiGrant.inOwnNamespace(['leases'], ['create'], leases),
    ApiGrant.inOwnNamespace(['leases'], ['get', 'update'], { ...leases, resourceNames: ['nfd-master.nfd.kubernetes.io'] }),
  ];
}

/**
 * The garbage collector: objects about nodes that are gone are deleted. It asks for topologies of nodes too, whether or not they are in the
 * cluster.
 */
export function collectorPreset(props: NodeFeatureDiscoveryProps, cluster: TargetCluster): Preset {
  const { interval, nodes, resources } = props.garbageCollector ?? {};
  const { preset, port } = program('nfd-gc', props, cluster);
  return {
    ...preset,
    container: {
      ...preset.container,
      args: [`-port=${port.containerPort}`, ...interval === undefined ? [] : [`-gc-interval=${wholeSeconds(interval, 'interval')}s`]],
      env: { ...preset.container.env, NODE_NAME: EnvValue.field(PodField.NODE_NAME) },
      resources: resources ?? Resources.of(valueOf(FEATURE_DISCOVERY_DEFAULTS.collectorResources, cluster)),
      grants: [
        ApiGrant.clusterWide(['nodes'], ['list', 'watch']),
        ApiGrant.clusterWide(['nodefeatures'], ['list', 'delete'], API_GROUP),
        ApiGrant.clusterWide(['noderesourcetopologies'], ['list', 'delete'], { apiGroup: 'topology.node.k8s.io' }),
      ],
    },
    agent: { nodes },
  };
}

/** What the three programs have in common. */
function program(name: string, props: NodeFeatureDiscoveryProps, cluster: TargetCluster): { readonly preset: Preset; readonly port: Port } {
  const port = Port.container('http', props.port ?? valueOf(FEATURE_DISCOVERY_DEFAULTS.port, cluster));
  return {
    port,
    preset: {
      application: name,
      image: props.image ?? valueOf(FEATURE_DISCOVERY_DEFAULTS.image, cluster),
      container: {
        command: [name],
        env: { GOMEMLIMIT: EnvValue.resource('limits.memory') },
        ports: [port],
        securityContext: ContainerSecurity.leastPrivilege(),
        livenessProbe: Probe.http('/healthz', port, { initialDelay: Duration.seconds(10), failureThreshold: 10 }),
        readinessProbe: Probe.http('/healthz', port, { initialDelay: Duration.seconds(5) }),
      },
    },
  };
}
