import { ALL, MAIN } from '../cause';
import { addedCapabilities, keptCapabilities } from '../causes/capabilities';
import { hostNamespaces, hostPorts, hostProcess, noNetworkPolicy, writableRootFilesystem } from '../causes/host-access';
import { anyHostPath } from '../causes/host-paths';
import { mutableImages } from '../causes/images';
import { privileged, privilegeEscalation, unconfined } from '../causes/privilege';
import { isEmpty, missingAmount } from '../causes/resources';
import { users } from '../causes/users';
import type { Subject, SubjectContainer } from '../subject';
import type { ToolTable } from '../tool-table';

const DANGEROUS = new Set(['ALL', 'NET_ADMIN', 'SYS_ADMIN']);

/** What the runtime grants by default, and NET_ADMIN. */
const DEFAULT = [
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_ADMIN', 'NET_BIND_SERVICE', 'NET_RAW', 'SETFCAP',
  'SETGID', 'SETPCAP', 'SETUID',
  'SYS_CHROOT',
];

export const POLARIS: ToolTable = {
  readFrom: 'FairwindsOps/polaris@c0e23a23',
  kinds: ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'ReplicationController', 'StatefulSet'],
  checks: [
    { id: 'hostNetworkSet', source: 'pkg/config/checks/hostNetworkSet.yaml', causes: hostNamespaces('hostNetwork') },
    { id: 'hostPIDSet', source: 'pkg/config/checks/hostPIDSet.yaml', causes: hostNamespaces('hostPID') },
    { id: 'hostIPCSet', source: 'pkg/config/checks/hostIPCSet.yaml', causes: hostNamespaces('hostIPC') },
    { id: 'hostPathSet', source: 'pkg/config/checks/hostPathSet.yaml', causes: anyHostPath() },
    { id: 'hostPortSet', source: 'pkg/config/checks/hostPortSet.yaml', causes: hostPorts(ALL, ({ hostPort }) => Boolean(hostPort)) },
    { id: 'hostProcess', source: 'pkg/config/checks/hostProcess.yaml', causes: hostProcess(hostProcessContainers) },
    { id: 'runAsPrivileged', source: 'pkg/config/checks/runAsPrivileged.yaml', causes: privileged(ALL) },
    {
      id: 'privilegeEscalationAllowed', source: 'pkg/config/checks/privilegeEscalationAllowed.yaml', causes: privilegeEscalation(
        ALL, field => field !== false,
      ),
    },
    { id: 'runAsRootAllowed', source: 'pkg/config/checks/runAsRootAllowed.yaml', causes: users(ALL, mayBeRoot) },
    { id: 'notReadOnlyRootFilesystem', source: 'pkg/config/checks/notReadOnlyRootFilesystem.yaml', causes: writableRootFilesystem(ALL) },
    {
      id: 'dangerousCapabilities', source: 'pkg/config/checks/dangerousCapabilities.yaml', causes: addedCapabilities(
        ALL, name => DANGEROUS.has(name.toUpperCase()),
      ),
    },
    { id: 'insecureCapabilities', source: 'pkg/config/checks/insecureCapabilities.yaml', causes: keptCapabilities(ALL, dropsEnough) },
    { id: 'linuxHardening', source: 'pkg/config/checks/linuxHardening.yaml', causes: unconfined(ALL, isHardened) },
    {
      id: 'tagNotSpecified', source: 'pkg/config/checks/tagNotSpecified.yaml', causes: mutableImages(ALL, image => !/^.+:.+$/.test(image)
      || /^.+:latest$/.test(image)),
    },
    {
      id: 'cpuRequestsMissing', source: 'pkg/config/checks/cpuRequestsMissing.yaml', causes: missingAmount(
        MAIN, 'requests', 'cpu', isEmpty, 'missing-requests',
      ),
    },
    {
      id: 'memoryRequestsMissing', source: 'pkg/config/checks/memoryRequestsMissing.yaml', causes: missingAmount(
        MAIN, 'requests', 'memory', isEmpty, 'missing-requests',
      ),
    },
    {
      id: 'memoryLimitsMissing', source: 'pkg/config/checks/memoryLimitsMissing.yaml', causes: missingAmount(
        MAIN, 'limits', 'memory', isEmpty, 'missing-memory-limit',
      ),
    },
    { id: 'missingNetworkPolicy', source: 'pkg/config/checks/missingNetworkPolicy.yaml', causes: noNetworkPolicy },
  ],
};

/** The pod itself, which all of them inherit, and those of `containers`. */
function hostProcessContainers(subject: Subject): readonly SubjectContainer[] {
  return subject.security.windowsOptions?.hostProcess === true ? ALL(subject) : MAIN(subject);
}

/** Neither pod nor container says that it is not root, or the container takes it back. */
function mayBeRoot({ security: own }: SubjectContainer, { security: pod }: Subject): boolean {
  const saysNonRoot = (context: {
    runAsUser?: number; runAsNonRoot?: boolean;
  }) => (context.runAsUser ?? 0) >= 1 || context.runAsNonRoot === true;
  const takesBack = (own.runAsUser ?? 1) < 1 || own.runAsNonRoot === false;
  return !saysNonRoot(own) && (!saysNonRoot(pod) || takesBack);
}

/** ALL, or everything by its name, but not both. */
function dropsEnough(dropped: readonly string[]): boolean {
  const names = dropped.map(name => name.toUpperCase());
  return names.includes('ALL') !== DEFAULT.every(name => names.includes(name));
}

/** One of seccomp, SELinux, AppArmor and dropped capabilities. */
function isHardened(seccompType: string | undefined, { name, security, dropped, added }: SubjectContainer, subject: Subject): boolean {
  const bySeccomp = !['', 'Unconfined'].includes(seccompType ?? '');
  const bySeLinux = [subject.security, security].some(({ seLinuxOptions }) => Object.keys(seLinuxOptions ?? {}).length > 0);
  const byDropping = dropped.length > 0 && !added.some(each => each.toUpperCase() === 'ALL');
  const byAppArmor = subject.template.metadata?.annotations?.[`container.apparmor.security.beta.kubernetes.io/${name}`] !== undefined;
  return bySeccomp || bySeLinux || byDropping || byAppArmor;
}
