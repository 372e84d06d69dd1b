import { CalicoSettings } from './calico-settings';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath, HostPathType } from '../../agent/container/host-path';
import { PodField } from '../../agent/container/pod-field';
import { Resources } from '../../agent/container/resources';
import { MountPropagation } from '../../agent/container/volume-mount';
import type { TargetCluster } from '../../agent/target-cluster';
import { fixedValue } from '../../private/default-row';
import { CniInstallStep } from '../cni-install-step';
import { NETWORK_DEFAULTS } from '../defaults';
import { configurationDirectory, USUAL_CONFIGURATION, USUAL_PROGRAMS } from '../private/cni-directories';

const PROGRAMS = () => HostPath.readWrite(USUAL_PROGRAMS, { mountPath: '/host/opt/cni/bin' });
const nodeName = () => EnvValue.field(PodField.NODE_NAME);
const resources = () => Resources.of(fixedValue(NETWORK_DEFAULTS.installResources));
const privileged = (reason: string) => ContainerSecurity.privileged(reason);

/** What runs on a node before calico-node. The configuration of CNI comes last: it makes the node ready. */
export function installSteps(settings: CalicoSettings, image: (name: string) => string, cluster: TargetCluster): CniInstallStep[] {
  const { backend, ipam } = settings.mode;
  return [
    ...backend === 'none' ? [] : [upgradeIpam(backend, image('cni'))],
    mountFileSystems(image('node')),
    ...ipam === undefined ? [] : [installPlugin(settings, image('cni'), cluster)],
  ];
}

function upgradeIpam(backend: string, image: string): CniInstallStep {
  return CniInstallStep.run({
    name: 'upgrade-ipam', image, command: ['/opt/cni/bin/calico-ipam', '-upgrade'], resources: resources(), apiAccess: true,
    env: { KUBERNETES_NODE_NAME: nodeName(), CALICO_NETWORKING_BACKEND: EnvValue.of(backend) },
    hostPaths: [HostPath.readWrite('/var/lib/cni/networks'), PROGRAMS()],
    securityContext: privileged('moves addresses that another plugin gave to pods'),
  });
}

function mountFileSystems(image: string): CniInstallStep {
  return CniInstallStep.run({
    name: 'ebpf-bootstrap', image, command: ['calico-node', '-init', '-best-effort'], resources: resources(),
    hostPaths: [
      HostPath.readWrite('/sys/fs', { type: HostPathType.DIRECTORY_OR_CREATE, propagation: MountPropagation.BIDIRECTIONAL }),
      HostPath.state('/var/run/calico', { propagation: MountPropagation.BIDIRECTIONAL }),
      HostPath.readOnly('/proc', { mountPath: '/nodeproc' }),
    ],
    securityContext: privileged('mounts the file systems of eBPF and cgroups on the node'),
  });
}

function installPlugin(settings: CalicoSettings, image: string, cluster: TargetCluster): CniInstallStep {
  const directory = configurationDirectory(cluster);
  return CniInstallStep.run({
    name: 'install-cni', image, command: ['/opt/cni/bin/install'], resources: resources(), apiAccess: true,
    env: {
      CNI_CONF_NAME: EnvValue.of('10-calico.conflist'), CNI_NETWORK_CONFIG: EnvValue.of(cniConfiguration(settings)),
      CNI_MTU: EnvValue.of(String(settings.mode.mtu)),
      // where the configuration names the kubeconfig: a path of the node, which the runtime reads
      ...directory !== USUAL_CONFIGURATION && { CNI_NET_DIR: EnvValue.of(directory) },
      KUBERNETES_NODE_NAME: nodeName(), SLEEP: EnvValue.of('false'),
    },
    hostPaths: [PROGRAMS(), HostPath.readWrite(USUAL_CONFIGURATION, { mountPath: '/host/etc/cni/net.d' })],
    securityContext: privileged('writes programs and configuration into directories of the node'),
  });
}

/** The configuration of CNI, in which the installer of Calico replaces the places between underscores. */
function cniConfiguration({ release: { cniVersion }, mode: { ipam } }: CalicoSettings): string {
  const configuration = {
    name: 'k8s-pod-network',
    cniVersion,
    plugins: [
      {
        type: 'calico',
        log_level: 'info',
        log_file_path: '/var/log/calico/cni/cni.log',
        datastore_type: 'kubernetes',
        nodename: '__KUBERNETES_NODE_NAME__',
        mtu: '__CNI_MTU__',
        ipam,
        policy: { type: 'k8s' },
        kubernetes: { kubeconfig: '__KUBECONFIG_FILEPATH__' },
      },
      { type: 'portmap', snat: true, capabilities: { portMappings: true } },
    ],
  };
  // the installer puts a number here, which takes no quotes
  return JSON.stringify(configuration, undefined, 2).replace('"__CNI_MTU__"', '__CNI_MTU__');
}
