import { Duration } from 'cdk8s';
import { MultusLogLevel, MultusProps } from './multus-props';
import { ApiGrant } from '../../agent/companions/api-grant';
import { AgentFile } from '../../agent/container/agent-file';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath, HostPathType } from '../../agent/container/host-path';
import { PodField } from '../../agent/container/pod-field';
import { Resources } from '../../agent/container/resources';
import { MountPropagation } from '../../agent/container/volume-mount';
import { HostNamespace } from '../../agent/host-namespace';
import { Rollout } from '../../agent/rollout';
import { TargetCluster } from '../../agent/target-cluster';
import { PresetParts } from '../../presets/late-preset';
import { agentProps } from '../../presets/preset';
import { fail, quote } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import { NETWORK_DEFAULTS } from '../defaults';
import { apiServerEnv } from '../private/api-server';
import { programDirectory, USUAL_CONFIGURATION, USUAL_PROGRAMS } from '../private/cni-directories';
import { networkPreset } from '../private/network-preset';

const APPLICATION = 'multus';
const CONFIGURATION = '/etc/cni/net.d/multus.d/daemon-config.json';
const PROGRAMS = '/usr/src/multus-cni/bin';

export function multusParts(given: MultusProps, cluster: TargetCluster): PresetParts {
  const image = given.image ?? valueOf(NETWORK_DEFAULTS.multusImage, cluster);
  const { env, apiServer, ...others } = given;
  const preset = networkPreset({
    hostNetwork: 'it moves interfaces between the node and its pods',
    preset: {
      application: APPLICATION,
      image,
      container: {
        containerName: 'kube-multus',
        command: [`${PROGRAMS}/multus-daemon`],
        env: { MULTUS_NODE_NAME: EnvValue.field(PodField.NODE_NAME), ...apiServerEnv(apiServer), ...env },
        hostPaths: hostPaths(cluster),
        resources: Resources.of(valueOf(NETWORK_DEFAULTS.multusResources, cluster)),
        securityContext: ContainerSecurity.privileged('enters the root and the namespaces of the node to run CNI plugins'),
        grants: GRANTS,
      },
      hostNamespaces: [HostNamespace.pid('it finds network namespaces of pods by their processes')],
      files: [AgentFile.text(CONFIGURATION, daemonConfig(given, cluster))],
      agent: {
        // it has no probe, so a daemon that ends at once must not cross all nodes
        rollout: Rollout.percent(valueOf(NETWORK_DEFAULTS.multusRollout, cluster), {
          minReady: Duration.seconds(valueOf(NETWORK_DEFAULTS.multusMinReadySeconds, cluster)),
        }),
        terminationGracePeriod: Duration.seconds(valueOf(NETWORK_DEFAULTS.multusGracePeriodSeconds, cluster)),
        initContainers: [{
          name: 'install-multus-binary',
          image,
          // writes next to its place and renames, so that a running shim is not "text file busy"
          command: [`${PROGRAMS}/install_multus`, '-d', '/host/opt/cni/bin', '-t', 'thick'],
          resources: Resources.of(valueOf(NETWORK_DEFAULTS.installResources, cluster)),
          hostPaths: [HostPath.readWrite(USUAL_PROGRAMS, { mountPath: '/host/opt/cni/bin' })],
          securityContext: ContainerSecurity.root('writes to directories of the node that belong to root', {
            seLinux: { type: 'spc_t', level: 's0' },
          }),
        }],
      },
    },
  }, cluster);
  return { props: agentProps(preset, others) };
}

/**
 * CNI plugins run below /hostroot, and must find their paths there as on the node: their directory is mounted at its own place too, since
 * the daemon looks for them by the path that it calls below /hostroot.
 */
function hostPaths(cluster: TargetCluster): HostPath[] {
  const { kubeletDirectory } = cluster;
  const follow = { propagation: MountPropagation.HOST_TO_CONTAINER };
  return [
    HostPath.readWrite(USUAL_CONFIGURATION, { mountPath: '/host/etc/cni/net.d' }),
    HostPath.readWrite(USUAL_PROGRAMS, { mountPath: programDirectory(cluster) }),
    HostPath.readWrite('/run', { mountPath: '/host/run', type: HostPathType.DIRECTORY }),
    HostPath.state('/var/lib/cni/multus'),
    HostPath.readWrite(kubeletDirectory, { ...follow, type: HostPathType.DIRECTORY }),
    HostPath.readWrite('/run/k8s.cni.cncf.io', { type: HostPathType.DIRECTORY_OR_CREATE }),
    HostPath.readWrite('/run/netns', follow),
    HostPath.readWrite('/', { ...follow, mountPath: '/hostroot', volumeName: 'hostroot' }),
    HostPath.state('/etc/cni/multus/net.d'),
  ];
}

const GRANTS = [
  ApiGrant.clusterWide(['network-attachment-definitions'], ['get', 'list', 'watch'], { apiGroup: 'k8s.cni.cncf.io' }),
  ApiGrant.clusterWide(['pods'], ['get', 'list', 'watch']),
  ApiGrant.clusterWide(['pods/status'], ['get', 'update']),
  ApiGrant.clusterWide(['events'], ['create', 'patch', 'update']),
  ApiGrant.clusterWide(['events'], ['create', 'patch', 'update'], { apiGroup: 'events.k8s.io' }),
];

/** The configuration of the daemon. */
function daemonConfig(given: MultusProps, cluster: TargetCluster): string {
  const binDir = programDirectory(cluster);
  const { namespaceIsolation, sharedNamespaces, readinessIndicatorFile, logLevel = MultusLogLevel.VERBOSE, extraConfig = {} } = given;
  if (readinessIndicatorFile !== undefined && !/^\/(run|etc\/cni\/net\.d)\/[^\s]+$/.test(readinessIndicatorFile)) {
    fail({
      code: 'invalid-network-option', what: 'Multus does not see this file', given: quote(readinessIndicatorFile),
      allowed: 'a file below /run or /etc/cni/net.d',
      fix: 'name the file that the CNI plugin writes: /etc/cni/net.d/05-cilium.conflist',
    });
  }
  if (sharedNamespaces !== undefined && !namespaceIsolation) {
    fail({
      code: 'invalid-network-option', what: '`sharedNamespaces` has no effect', given: 'without `namespaceIsolation: true`',
      allowed: 'the two together', fix: 'leave it out',
    });
  }
  return `${JSON.stringify({
    chrootDir: '/hostroot',
    cniVersion: '0.3.1',
    logLevel,
    logToStderr: true,
    cniConfigDir: '/host/etc/cni/net.d',
    multusAutoconfigDir: '/host/etc/cni/net.d',
    multusConfigFile: 'auto',
    socketDir: '/host/run/multus/',
    ...binDir !== USUAL_PROGRAMS && { binDir },
    ...namespaceIsolation && { namespaceIsolation },
    ...sharedNamespaces && { globalNamespaces: sharedNamespaces.join(',') },
    ...readinessIndicatorFile !== undefined && { readinessindicatorfile: readinessIndicatorFile.replace(/^/, '/host') },
    ...extraConfig,
  }, undefined, 2)}\n`;
}
