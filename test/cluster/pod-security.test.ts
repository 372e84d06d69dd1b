import { podSecurityLevel, podSecurityViolations } from '../../src/cluster/pod-security';
import { BASELINE_CHECKS } from '../../src/cluster/pod-security/baseline';
import { RESTRICTED_CHECKS } from '../../src/cluster/pod-security/restricted';

type Fields = { [field: string]: any };

/** A pod that passes every check, with changes to its spec and to the container `agent`. */
function pod(spec: Fields = {}, container: Fields = {}, securityContext: Fields = {}): Fields {
  return {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    ...spec,
    containers: [{
      name: 'agent',
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, ...securityContext },
      ...container,
    }],
  };
}

const hardened = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/agent';

/** Verified against k8s.io/pod-security-admission v0.36.3 and v0.37.2. */
const CASES: Array<[title: string, spec: Fields, minor: number, level: string, checks: string[]]> = [
  ['a hardened pod', pod(), 36, 'restricted', []],
  ['the safe volumes and sysctls', pod({
    securityContext: { ...hardened, sysctls: [{ name: 'net.ipv4.ip_local_reserved_ports', value: '1' }] },
    volumes: [
      { name: 'a', configMap: {} }, { name: 'b', emptyDir: {} }, { name: 'c', projected: {} }, { name: 'd', csi: {} }, { name: 'e' },
    ],
  }), 28, 'restricted', []],
  ['a pod that says nothing', { containers: [{ name: 'agent' }] }, 36, 'baseline',
    ['allowPrivilegeEscalation', 'capabilities_restricted', 'runAsNonRoot', 'seccompProfile_restricted']],
  ['a privileged init container', pod({ initContainers: [{ name: 'init', securityContext: { privileged: true } }] }), 36, 'privileged',
    ['privileged', 'allowPrivilegeEscalation', 'capabilities_restricted']],
  ['a shared network and process tree', pod({ hostNetwork: true, hostPID: true, hostIPC: false }), 36, 'privileged', ['hostNamespaces']],
  ['a path of the node', pod({ volumes: [{ name: 'log', hostPath: { path: '/var/log' } }] }), 36, 'privileged', [
    'hostPathVolumes', 'restrictedVolumes',
  ]],
  ['a volume on the network', pod({ volumes: [{ name: 'nfs', nfs: { server: 's', path: '/' } }] }), 36, 'baseline', ['restrictedVolumes']],
  ['a port of the node', pod({}, { ports: [{ containerPort: 1 }, { containerPort: 9100, hostPort: 9100 }] }), 36, 'privileged', [
    'hostPorts',
  ]],
  ['a host port of zero', pod({}, { ports: [{ containerPort: 9100, hostPort: 0 }] }), 36, 'restricted', []],
  ['a default capability', pod({}, {}, { capabilities: { drop: ['ALL'], add: ['CHOWN'] } }), 36, 'baseline', ['capabilities_restricted']],
  ['the one capability that is left', pod({}, {}, {
    capabilities: { drop: ['NET_RAW', 'ALL'], add: ['NET_BIND_SERVICE'] },
  }), 36, 'restricted', []],
  ['a capability with a prefix', pod({}, {}, { capabilities: { drop: ['ALL'], add: ['CAP_CHOWN'] } }), 36, 'privileged',
    ['capabilities_baseline', 'capabilities_restricted']],
  ['a probe of another host before v1.34', pod({}, { livenessProbe: { httpGet: { port: 80, host: '127.0.0.1' } } }), 33, 'restricted', []],
  ['a probe of another host', pod({}, { livenessProbe: { httpGet: { port: 80, host: '127.0.0.1' } } }), 34, 'privileged', [
    'hostProbesAndHostLifecycle',
  ]],
  ['a hook to another host', pod({}, { lifecycle: { preStop: { tcpSocket: { port: 80, host: 'a' } } } }), 36, 'privileged', [
    'hostProbesAndHostLifecycle',
  ]],
  ['AppArmor switched off by field', pod({}, {}, { appArmorProfile: { type: 'Unconfined' } }), 36, 'privileged', ['appArmorProfile']],
  ['an SELinux type of its own', pod({ securityContext: { ...hardened, seLinuxOptions: { type: 'spc_t' } } }), 36, 'privileged', [
    'seLinuxOptions',
  ]],
  ['an SELinux user and role', pod({}, {}, { seLinuxOptions: { user: 'u', role: 'r' } }), 36, 'privileged', ['seLinuxOptions']],
  ['the SELinux type for engines before v1.31', pod({}, {}, { seLinuxOptions: { type: 'container_engine_t' } }), 30, 'privileged', [
    'seLinuxOptions',
  ]],
  ['the SELinux type for engines', pod({}, {}, { seLinuxOptions: { type: 'container_engine_t', level: 's0' } }), 31, 'restricted', []],
  ['an unmasked proc', pod({}, {}, { procMount: 'Unmasked' }), 34, 'privileged', ['procMount']],
  ['an unmasked proc from v1.35', pod({}, {}, { procMount: 'Unmasked' }), 35, 'privileged', ['procMount', 'procMount_restricted']],
  ['an unmasked proc in a user namespace', pod({ hostUsers: false }, {}, { procMount: 'Unmasked' }), 35, 'baseline', [
    'procMount_restricted',
  ]],
  ['seccomp switched off in a container', pod({}, {}, { seccompProfile: { type: 'Unconfined' } }), 36, 'privileged',
    ['seccompProfile_baseline', 'seccompProfile_restricted']],
  ['seccomp left out by the pod', pod({ securityContext: { runAsNonRoot: true } }), 36, 'baseline', ['seccompProfile_restricted']],
  ['seccomp by container', pod({ securityContext: { runAsNonRoot: true } }, {}, {
    seccompProfile: { type: 'Localhost' },
  }), 36, 'restricted', []],
  ['a sysctl of v1.29 before it', pod({
    securityContext: { ...hardened, sysctls: [{ name: 'net.ipv4.tcp_fin_timeout' }] },
  }), 28, 'privileged', ['sysctls']],
  ['a sysctl of v1.29', pod({ securityContext: { ...hardened, sysctls: [{ name: 'net.ipv4.tcp_fin_timeout' }] } }), 29, 'restricted', []],
  ['a sysctl of v1.32 before it', pod({ securityContext: { ...hardened, sysctls: [{ name: 'net.ipv4.tcp_rmem' }] } }), 31, 'privileged', [
    'sysctls',
  ]],
  ['a sysctl of v1.32', pod({ securityContext: { ...hardened, sysctls: [{ name: 'net.ipv4.tcp_rmem' }] } }), 32, 'restricted', []],
  ['a sysctl of v1.37 before it', pod({
    securityContext: { ...hardened, sysctls: [{ name: 'net.ipv4.tcp_notsent_lowat' }] },
  }), 36, 'privileged', ['sysctls']],
  ['a sysctl of v1.37', pod({ securityContext: { ...hardened, sysctls: [{ name: 'net.ipv4.tcp_notsent_lowat' }] } }), 37, 'restricted', []],
  ['a Windows host process', pod({ os: { name: 'windows' }, securityContext: { windowsOptions: { hostProcess: true } } }), 36, 'privileged',
    ['windowsHostProcess', 'runAsNonRoot']],
  ['Windows without what it has no fields for', {
    os: { name: 'windows' }, securityContext: { runAsNonRoot: true }, containers: [{ name: 'agent' }],
  }, 36,
  'restricted', []],
  ['Windows with a capability', pod({ os: { name: 'windows' } }, {}, { capabilities: { add: ['SYS_ADMIN'] } }), 36, 'privileged', [
    'capabilities_baseline',
  ]],
  ['root by name of the field', pod({}, {}, { runAsUser: 0 }), 36, 'baseline', ['runAsUser']],
  ['root allowed', pod({}, {}, { runAsNonRoot: false }), 36, 'baseline', ['runAsNonRoot']],
  ['root in a user namespace before v1.35', pod({
    hostUsers: false, securityContext: { ...hardened, runAsUser: 0, runAsNonRoot: false },
  }), 34, 'baseline',
  ['runAsNonRoot', 'runAsUser']],
  ['root in a user namespace', pod({
    hostUsers: false, securityContext: { ...hardened, runAsUser: 0, runAsNonRoot: false },
  }), 35, 'restricted', []],
];

test.each(CASES)('the level of %s follows from the checks that fail', (_, spec, minor, level, checks) => {
  const result = podSecurityLevel({ spec }, minor);
  expect(result.level).toBe(level);
  expect(result.reasons.map(reason => reason.check)).toEqual(checks);
});

test('an annotation that switches AppArmor off counts like the field, one that names a profile does not', () => {
  const level = (annotations: Record<string, string>) => podSecurityLevel({ metadata: { annotations }, spec: pod() }, 36).level;
  expect(level({ [APP_ARMOR]: 'unconfined' })).toBe('privileged');
  expect(level({ [APP_ARMOR]: 'localhost/agent', other: 'unconfined' })).toBe('restricted');
});

test('every check fails in one of the cases', () => {
  const failing = new Set(CASES.flatMap(([, , , , checks]) => checks));
  expect([...BASELINE_CHECKS, ...RESTRICTED_CHECKS].map(check => check.id).filter(id => !failing.has(id))).toEqual([]);
});

test('the checks stand in the order in which the admission plugin reports them, and override checks that exist', () => {
  const ids = BASELINE_CHECKS.map(check => check.id);
  expect(ids).toEqual([...ids].sort());
  expect(RESTRICTED_CHECKS.map(check => check.id)).toEqual(RESTRICTED_CHECKS.map(check => check.id).sort());
  expect(RESTRICTED_CHECKS.flatMap(check => check.overrides ?? []).filter(id => !ids.includes(id))).toEqual([]);
});

test('without a version the newest rules count, and a version nobody knows yet is the newest', () => {
  const template = { spec: pod({ hostUsers: false, securityContext: { ...hardened, runAsNonRoot: false } }) };
  expect(podSecurityLevel(template).level).toBe('restricted');
  expect(podSecurityLevel(template, 99).level).toBe('restricted');
});

test('a version before the oldest known one is the oldest', () => {
  const template = { spec: pod({ securityContext: { ...hardened, sysctls: [{ name: 'net.ipv4.ip_local_reserved_ports' }] } }) };
  expect(podSecurityLevel(template, 20)).toEqual(podSecurityLevel(template, 28));
});

test('the messages are those of the admission plugin', () => {
  const spec = {
    hostNetwork: true,
    securityContext: { seLinuxOptions: { type: 'spc_t', user: 'u' } },
    volumes: [{ name: 'a', hostPath: {} }, { name: 'b', hostPath: {} }, { name: 'c', iscsi: {} }],
    containers: [
      {
        name: 'x', securityContext: {
          privileged: true, capabilities: { add: ['NET_RAW', 'ALL'] },
        }, ports: [{ hostPort: 9100 }, { hostPort: 53 }],
      },
      { name: 'y', securityContext: { seccompProfile: { type: 'Unconfined' }, runAsUser: 0 } },
    ],
  };
  const metadata = { annotations: { [APP_ARMOR]: 'unconfined' } };
  expect(podSecurityLevel({ metadata, spec }, 36).reasons.map(reason => reason.message)).toEqual([
    `forbidden AppArmor profile (annotation must not set AppArmor profile type to "${APP_ARMOR}="unconfined"")`,
    'non-default capabilities (container "x" must not include "ALL", "NET_RAW" in securityContext.capabilities.add)',
    'host namespaces (hostNetwork=true)',
    'hostPath volumes (volumes "a", "b")',
    'hostPort (container "x" uses hostPorts 53, 9100)',
    'privileged (container "x" must not set securityContext.privileged=true)',
    'seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type "spc_t"; user may not be set)',
    'seccompProfile (container "y" must not set securityContext.seccompProfile.type to "Unconfined")',
    'allowPrivilegeEscalation != false (containers "x", "y" must set securityContext.allowPrivilegeEscalation=false)',
    'unrestricted capabilities (containers "x", "y" must set securityContext.capabilities.drop=["ALL"]; '
      + 'container "x" must not include "ALL", "NET_RAW" in securityContext.capabilities.add)',
    'restricted volume types (volumes "a", "b", "c" use restricted volume types "hostPath", "iscsi")',
    'runAsNonRoot != true (pod or containers "x", "y" must set securityContext.runAsNonRoot=true)',
    'runAsUser=0 (container "y" must not set runAsUser=0)',
    'seccompProfile (container "y" must not set securityContext.seccompProfile.type to "Unconfined")',
  ]);
});

test('a namespace at baseline holds only baseline checks against a pod, one at privileged none', () => {
  const template = { spec: { containers: [{ name: 'agent', securityContext: { privileged: true } }] } };
  expect(podSecurityViolations(template, 'baseline').map(({ check, stricterThan }) => [check, stricterThan])).toEqual([
    ['privileged', 'privileged'],
  ]);
  expect(podSecurityViolations(template, 'privileged')).toEqual([]);
});

test('in a restricted namespace the stricter check speaks for the weaker one', () => {
  const template = { spec: pod({ volumes: [{ name: 'log', hostPath: { path: '/var/log' } }] }) };
  expect(podSecurityViolations(template, 'restricted').map(reason => reason.check)).toEqual(['restrictedVolumes']);
});

test('null in a manifest is as good as absent', () => {
  const template = {
    metadata: { annotations: null },
    spec: { ...pod(), initContainers: null, volumes: null, os: null, hostNetwork: null },
  };
  expect(podSecurityLevel(template).level).toBe('restricted');
});
