import { CiliumSetup } from './cilium-setup';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath, HostPathType } from '../../agent/container/host-path';
import { PodField } from '../../agent/container/pod-field';
import { Resources } from '../../agent/container/resources';
import { Volume } from '../../agent/container/volume';
import { MountPropagation, VolumeMount } from '../../agent/container/volume-mount';
import { fixedValue } from '../../private/default-row';
import { CniInstallStep } from '../cni-install-step';
import { NETWORK_DEFAULTS } from '../defaults';

/** The steps before the agent. The agent itself writes the configuration of CNI, when it is ready. */
export function installSteps(setup: CiliumSetup): CniInstallStep[] {
  const { cgroupRoot, mountsCgroup, options: { privileges }, securityOf, binaries } = setup;
  const common = { image: setup.image('cilium'), resources: Resources.of(fixedValue(NETWORK_DEFAULTS.installResources)) };
  return [
    CniInstallStep.run({
      ...common, name: 'config', command: ['cilium-dbg', 'build-config'], apiAccess: true,
      env: { K8S_NODE_NAME: EnvValue.field(PodField.NODE_NAME), CILIUM_K8S_NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE) },
      volumeMounts: [VolumeMount.of(Volume.emptyDir('tmp'), '/tmp')],
      securityContext: securityOf('config'),
    }),
    ...mountsCgroup ? [onTheNode(
      setup, common, 'mount-cgroup', 'cilium-mount', ['--cgroup=/hostproc/1/ns/cgroup', '--mount=/hostproc/1/ns/mnt'], cgroupRoot,
    )] : [],
    onTheNode(setup, common, 'apply-sysctl-overwrites', 'cilium-sysctlfix', ['--mount=/hostproc/1/ns/mnt']),
    // a privileged agent mounts it by itself
    ...privileges?._isPrivileged ? [] : [CniInstallStep.run({
      ...common, name: 'mount-bpf-fs',
      command: ['/bin/bash', '-ec', 'grep -qE " /sys/fs/bpf bpf " /proc/mounts || mount -t bpf bpf /sys/fs/bpf'],
      hostPaths: [
        HostPath.readWrite('/sys/fs/bpf', { propagation: MountPropagation.BIDIRECTIONAL, type: HostPathType.DIRECTORY_OR_CREATE }),
      ],
      securityContext: ContainerSecurity.privileged('mounts the eBPF file system on the node, where it survives the pod'),
    })],
    CniInstallStep.run({
      ...common, name: 'clean-cilium-state', command: ['/init-container.sh'],
      env: {
        CILIUM_ALL_STATE: EnvValue.configMap('cilium-config', 'clean-cilium-state', { optional: true }),
        CILIUM_BPF_STATE: EnvValue.configMap('cilium-config', 'clean-cilium-bpf-state', { optional: true }),
        WRITE_CNI_CONF_WHEN_READY: EnvValue.configMap('cilium-config', 'write-cni-conf-when-ready', { optional: true }),
      },
      hostPaths: [
        HostPath.readWrite('/sys/fs/bpf', { type: HostPathType.DIRECTORY_OR_CREATE }),
        HostPath.readWrite(cgroupRoot, { propagation: MountPropagation.HOST_TO_CONTAINER, type: HostPathType.DIRECTORY_OR_CREATE }),
        HostPath.state('/var/run/cilium'),
      ],
      securityContext: securityOf('clean-cilium-state'),
    }),
    CniInstallStep.run({
      ...common, name: 'install-cni-binaries', command: ['/install-plugin.sh'],
      hostPaths: [HostPath.readWrite(binaries, { mountPath: '/host/opt/cni/bin', type: HostPathType.DIRECTORY_OR_CREATE })],
      securityContext: securityOf('install-cni-binaries'),
    }),
  ];
}

/**
 * Runs a program of the image in namespaces of the node: it is put on the node, entered from there, and removed again whatever it ends
 * with.
 */
function onTheNode(
  { binaries, securityOf }: CiliumSetup, common: { readonly image: string; readonly resources: Resources },
  name: 'mount-cgroup' | 'apply-sysctl-overwrites', program: string,
  namespaces: readonly string[], argument?: string,
): CniInstallStep {
  const entered = ['nsenter', ...namespaces, `"\${BIN_PATH}/${program}"`, ...argument === undefined ? [] : ['"$CGROUP_ROOT"']].join(' ');
  return CniInstallStep.run({
    ...common, name,
    command: [
      'bash', '-c', `cp -f /usr/bin/${program} /hostbin/${program} && ${entered}; status=$?; rm -f /hostbin/${program}; exit $status`,
    ],
    env: { BIN_PATH: EnvValue.of(binaries), ...argument !== undefined && { CGROUP_ROOT: EnvValue.of(argument) } },
    hostPaths: [
      HostPath.readOnly('/proc', { mountPath: '/hostproc' }),
      HostPath.readWrite(binaries, { mountPath: '/hostbin', type: HostPathType.DIRECTORY_OR_CREATE }),
    ],
    securityContext: securityOf(name),
  });
}
