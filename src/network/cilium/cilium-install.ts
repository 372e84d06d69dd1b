import { Capability } from '../../agent/container/capability';
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

const PROGRAMS = '/opt/cni/bin';
const CGROUP_ROOT = '/run/cilium/cgroupv2';
const SE_LINUX = { type: 'spc_t', level: 's0' };

/** The steps before the agent. The agent itself writes the configuration of CNI, when it is ready. */
export function installSteps(image: string): CniInstallStep[] {
  const resources = Resources.of(fixedValue(NETWORK_DEFAULTS.installResources));
  const common = { image, resources };
  return [
    CniInstallStep.run({
      ...common, name: 'config', command: ['cilium-dbg', 'build-config'], apiAccess: true,
      env: { K8S_NODE_NAME: EnvValue.field(PodField.NODE_NAME), CILIUM_K8S_NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE) },
      volumeMounts: [VolumeMount.of(Volume.emptyDir('tmp'), '/tmp')],
      securityContext: capable([['NET_ADMIN', 'looks at the interfaces of the node']]),
    }),
    onTheNode(common, 'mount-cgroup', 'cilium-mount', ['--cgroup=/hostproc/1/ns/cgroup', '--mount=/hostproc/1/ns/mnt'], CGROUP_ROOT),
    onTheNode(common, 'apply-sysctl-overwrites', 'cilium-sysctlfix', ['--mount=/hostproc/1/ns/mnt']),
    CniInstallStep.run({
      ...common, name: 'mount-bpf-fs',
      command: ['/bin/bash', '-ec', 'grep -qE " /sys/fs/bpf bpf " /proc/mounts || mount -t bpf bpf /sys/fs/bpf'],
      hostPaths: [HostPath.readWrite('/sys/fs/bpf', { propagation: MountPropagation.BIDIRECTIONAL, type: HostPathType.DIRECTORY_OR_CREATE })],
      securityContext: ContainerSecurity.privileged('mounts the eBPF file system on the node, where it survives the pod', { writableRootFilesystem: true }),
    }),
    CniInstallStep.run({
      ...common, name: 'clean-cilium-state', command: ['/init-container.sh'],
      env: {
        CILIUM_ALL_STATE: EnvValue.configMap('cilium-config', 'clean-cilium-state', { optional: true }),
        CILIUM_BPF_STATE: EnvValue.configMap('cilium-config', 'clean-cilium-bpf-state', { optional: true }),
        WRITE_CNI_CONF_WHEN_READY: EnvValue.configMap('cilium-config', 'write-cni-conf-when-ready', { optional: true }),
      },
      hostPaths: [
        HostPath.readWrite('/sys/fs/bpf', { type: HostPathType.DIRECTORY_OR_CREATE }),
        HostPath.readWrite(CGROUP_ROOT, { propagation: MountPropagation.HOST_TO_CONTAINER, type: HostPathType.DIRECTORY_OR_CREATE }),
        HostPath.state('/var/run/cilium'),
      ],
      securityContext: capable([
        ['NET_ADMIN', 'removes interfaces of a former state'], ['SYS_ADMIN', 'removes eBPF programs of a former state'],
        ['SYS_MODULE', 'loads modules of the kernel for iptables'], ['SYS_RESOURCE', 'raises the limit of locked memory'],
      ], SE_LINUX),
    }),
    CniInstallStep.run({
      ...common, name: 'install-cni-binaries', command: ['/install-plugin.sh'],
      hostPaths: [HostPath.readWrite(PROGRAMS, { mountPath: '/host/opt/cni/bin' })],
      securityContext: capable([], SE_LINUX),
    }),
  ];
}

/** Runs a program of the image in namespaces of the node: it is put on the node, entered from there, and removed again whatever it ends with. */
function onTheNode(
  common: { readonly image: string; readonly resources: Resources }, name: string, program: string, namespaces: readonly string[], argument?: string,
): CniInstallStep {
  const entered = ['nsenter', ...namespaces, `"\${BIN_PATH}/${program}"`, ...argument === undefined ? [] : ['"$CGROUP_ROOT"']].join(' ');
  return CniInstallStep.run({
    ...common, name,
    command: ['bash', '-c', `cp -f /usr/bin/${program} /hostbin/${program} && ${entered}; status=$?; rm -f /hostbin/${program}; exit $status`],
    env: { BIN_PATH: EnvValue.of(PROGRAMS), ...argument !== undefined && { CGROUP_ROOT: EnvValue.of(argument) } },
    hostPaths: [HostPath.readOnly('/proc', { mountPath: '/hostproc' }), HostPath.readWrite(PROGRAMS, { mountPath: '/hostbin' })],
    securityContext: capable([
      ['SYS_ADMIN', 'enters namespaces of the node and mounts there'], ['SYS_CHROOT', 'enters the mount namespace of the node'],
      ['SYS_PTRACE', 'reads the namespaces of the first process of the node'],
    ], SE_LINUX),
  });
}

function capable(capabilities: ReadonlyArray<readonly [name: string, reason: string]>, seLinux?: typeof SE_LINUX): ContainerSecurity {
  return ContainerSecurity.of({
    privileged: false, capabilities: capabilities.map(([name, reason]) => Capability.add(name, reason)), dropCapabilities: ['ALL'], ...seLinux && { seLinux },
  });
}
