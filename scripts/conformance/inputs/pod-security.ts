import { writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { podSecurityLevel, podSecurityViolations } from '../../../src/cluster/pod-security';
import { MINORS } from '../../../test/support/golden';

/** Given, or not: absent fields are what most rules are about. */
function often<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
}
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

const capabilities = fc.constantFrom('ALL', 'NET_BIND_SERVICE', 'CHOWN', 'SYS_ADMIN', 'NET_RAW', 'CAP_CHOWN', 'SYS_CHROOT', 'all');
const profile = fc.oneof(
  fc.constantFrom<any>({ type: 'RuntimeDefault' }, { type: 'Unconfined' }), fc.constant({ type: 'Localhost', localhostProfile: 'a.json' }),
);
const seLinuxOptions = fc.record({
  type: seldom(fc.constantFrom('', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t', 'spc_t')),
  user: seldom(fc.constantFrom('', 'user')),
  role: seldom(fc.constantFrom('', 'role')), level: seldom(fc.constant('s0')),
});
const shared = {
  runAsNonRoot: often(fc.boolean()), runAsUser: seldom(fc.constantFrom(0, 1, 65534)),
  seccompProfile: often(profile), appArmorProfile: seldom(profile), seLinuxOptions: seldom(seLinuxOptions),
  windowsOptions: seldom(fc.record({ hostProcess: seldom(fc.boolean()), runAsUserName: seldom(fc.constant('user')) })),
};
const securityContext = fc.record({
  ...shared, privileged: seldom(fc.boolean()), allowPrivilegeEscalation: often(fc.boolean()), readOnlyRootFilesystem: seldom(fc.boolean()),
  procMount: seldom(fc.constantFrom('Default', 'Unmasked')),
  capabilities: often(fc.record({
    add: seldom(fc.uniqueArray(capabilities, { maxLength: 3 })), drop: often(fc.uniqueArray(capabilities, { maxLength: 2 })),
  })),
});
/** Nothing to complain of, so that the other levels come up as well. */
const hardened = fc.constant({
  allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' },
});

const handler = fc.oneof(
  fc.record({
    httpGet: fc.record({ port: fc.constant(80), host: seldom(fc.constantFrom('', '127.0.0.1', 'localhost', 'a.example.com')) }),
  }),
  fc.record({ tcpSocket: fc.record({ port: fc.constant(80), host: seldom(fc.constantFrom('', '::1')) }) }),
);
const container = (kind: string) => fc.record({
  securityContext: fc.oneof({ weight: 3, arbitrary: fc.oneof(fc.constant(undefined), securityContext) }, {
    weight: 4, arbitrary: hardened,
  }),
  ports: seldom(fc.array(fc.record({ containerPort: fc.constantFrom(80, 9100), hostPort: seldom(fc.constantFrom(0, 80, 9100)) }), {
    maxLength: 2,
  })),
  livenessProbe: seldom(handler), readinessProbe: seldom(handler), startupProbe: seldom(handler),
  lifecycle: seldom(fc.record({ preStop: seldom(handler), postStart: seldom(handler) })),
}).map(fields => ({ name: kind, image: 'example.com/agent:1', ...fields }));
const containers = (kind: string, least: number) => fc.array(container(kind), { minLength: least, maxLength: 2 })
  .map(list => list.map((each, index) => ({ ...each, name: `${each.name}-${index}` })));

const sources = [
  'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret', 'hostPath', 'nfs',
  'iscsi', 'gitRepo',
];
const volume = fc.constantFrom(...sources).map(source => ({
  [source]: source === 'hostPath' ? { path: '/' } : source === 'nfs' ? { server: 's', path: '/' } : {},
}));
const volumes = fc.array(volume, { maxLength: 3 }).map(list => list.map((each, index) => ({ name: `volume-${index}`, ...each })));

const sysctl = fc.constantFrom(
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_local_reserved_ports', 'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem', 'net.ipv4.tcp_slow_start_after_idle', 'kernel.msgmax',
  'net.core.somaxconn',
);

const spec = fc.record({
  os: seldom(fc.constantFrom({ name: 'windows' }, { name: 'linux' })), hostNetwork: seldom(fc.boolean()), hostPID: seldom(fc.boolean()),
  hostIPC: seldom(fc.boolean()),
  hostUsers: seldom(fc.boolean()), volumes: seldom(volumes), initContainers: seldom(containers('init', 1)),
  containers: containers('agent', 1),
  ephemeralContainers: seldom(containers('debug', 1)),
  securityContext: fc.oneof(fc.constant(undefined), hardened.map(({ runAsNonRoot, seccompProfile }) => ({ runAsNonRoot, seccompProfile })),
    fc.record({
      ...shared, sysctls: seldom(fc.uniqueArray(sysctl, { maxLength: 3 }).map(names => names.map(name => ({ name, value: '1' })))),
    })),
});

const annotations = seldom(fc.dictionary(
  fc.constantFrom('agent-0', 'init-0', 'other').map(name => `container.apparmor.security.beta.kubernetes.io/${name}`),
  fc.constantFrom('', 'runtime/default', 'localhost/a', 'unconfined', 'docker/default'), { maxKeys: 2 },
));

const template = fc.record({ metadata: fc.record({ annotations }), spec });

/** Writes pods, one a line, with what the library says of each for every version of the policy. Returns the number of answers. */
export function writePods(file: string, seed: number, count: number): number {
  const lines = fc.sample(template, { seed, numRuns: count }).map((each, index) => {
    const plain = JSON.parse(JSON.stringify(each));
    const answers = Object.fromEntries(MINORS.map(minor => [minor, {
      level: podSecurityLevel(plain, minor).level,
      baseline: podSecurityViolations(plain, 'baseline', minor).map(({ message }) => message),
      restricted: podSecurityViolations(plain, 'restricted', minor).map(({ message }) => message),
    }]));
    return JSON.stringify({ id: `pod ${index} of seed ${seed}`, template: plain, answers });
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
  return count * MINORS.length;
}
