import { KYVERNO, KyvernoCheck, ruleNames } from '../../../../src/checks/tools/tables/kyverno';
import { describeTable, openIn, silencedIn } from '../describe-table';
import { hardened } from '../hardened';

describeTable(KYVERNO, {
  'the host network': ['disallow-host-namespaces/host-namespaces'],
  'the processes of the node': ['disallow-host-namespaces/host-namespaces'],
  'the IPC of the node': ['disallow-host-namespaces/host-namespaces'],
  'a privileged container': [
    'disallow-capabilities-strict/require-drop-all', 'disallow-privilege-escalation/privilege-escalation',
    'disallow-privileged-containers/privileged-containers', 'drop-all-capabilities/require-drop-all',
    'drop-cap-net-raw/require-drop-cap-net-raw', 'require-non-root-groups/check-runasgroup', 'require-run-as-nonroot/run-as-non-root',
  ],
  'root without capabilities': [
    'require-non-root-groups/check-runasgroup', 'require-run-as-non-root-user/run-as-non-root-user',
    'require-run-as-nonroot/run-as-non-root',
  ],
  'a HostProcess container': [
    'disallow-capabilities-strict/require-drop-all', 'disallow-host-namespaces/host-namespaces',
    'disallow-host-process/host-process-containers', 'disallow-privilege-escalation/privilege-escalation',
    'drop-all-capabilities/require-drop-all', 'drop-cap-net-raw/require-drop-cap-net-raw', 'require-non-root-groups/check-runasgroup',
    'require-ro-rootfs/validate-readOnlyRootFilesystem', 'require-run-as-nonroot/run-as-non-root',
    'restrict-seccomp-strict/check-seccomp-strict',
  ],
  'SYS_ADMIN': [
    'disallow-capabilities-strict/adding-capabilities-strict', 'disallow-capabilities/adding-capabilities',
    'disallow-privilege-escalation/privilege-escalation',
  ],
  'NET_RAW': [
    'disallow-capabilities-strict/adding-capabilities-strict', 'disallow-capabilities/adding-capabilities',
    'drop-cap-net-raw/require-drop-cap-net-raw',
  ],
  'SYS_MODULE': ['disallow-capabilities-strict/adding-capabilities-strict', 'disallow-capabilities/adding-capabilities'],
  '/etc': ['disallow-host-path/host-path', 'restrict-volume-types/restricted-volumes'],
  'the socket of Docker': [
    'disallow-container-sock-mounts/validate-docker-sock-mount', 'disallow-host-path/host-path', 'restrict-volume-types/restricted-volumes',
  ],
  'the socket of containerd': ['disallow-host-path/host-path', 'restrict-volume-types/restricted-volumes'],
  '/var/log to write': [
    'disallow-host-path/host-path', 'ensure-readonly-hostpath/ensure-hostpaths-readonly', 'restrict-volume-types/restricted-volumes',
  ],
  'no limit of memory': ['require-requests-limits/validate-resources'],
  'no requests': ['require-requests-limits/validate-resources'],
  'an image that moves': ['disallow-latest-tag/validate-image-tag'],
  'one probe for two': ['validate-probes/validate-probes'],
});

test.each([
  ['DaemonSet', ['host-path', 'autogen-host-path']], ['CronJob', ['host-path', 'autogen-cronjob-host-path']], ['Pod', ['host-path']],
])('names the rules that Kyverno makes for a %s beside that for its pods', (kind, names) => {
  expect(ruleNames(checkOf('disallow-host-path/host-path'), kind)).toEqual(names);
});

test('cuts the names of rules as Kyverno does', () => {
  const rule = 'a'.repeat(60);
  expect(ruleNames({ ...checkOf('disallow-host-path/host-path'), rule }, 'DaemonSet')).toEqual([rule, `autogen-${'a'.repeat(55)}`]);
});

test('looks at probes in the kinds that the policy names, and at no others', () => {
  expect(ruleNames(checkOf('validate-probes/validate-probes'), 'DaemonSet')).toEqual(['validate-probes']);
  const probe = { httpGet: { path: '/', port: 'http' } };
  expect(silencedIn(KYVERNO, hardened({ livenessProbe: probe, readinessProbe: probe }, {}, 'CronJob'), 'identical-probes')).toEqual([]);
  const without = hardened({ livenessProbe: undefined, readinessProbe: undefined });
  expect(openIn(KYVERNO, 'validate-probes/validate-probes', without, 'identical-probes')).toEqual(["container 'agent' has no probes"]);
});

test('does not take another kind of volume for a host path', () => {
  const manifest = hardened({ volumeMounts: [{ name: 'host', mountPath: '/host', readOnly: true }] },
    { volumes: [{ name: 'host', hostPath: { path: '/etc' } }, { name: 'share', nfs: { server: 'nfs.example.com', path: '/' } }] });
  expect(silencedIn(KYVERNO, manifest, 'sensitive-host-path')).toEqual(['disallow-host-path/host-path']);
  expect(openIn(KYVERNO, 'restrict-volume-types/restricted-volumes', manifest, 'sensitive-host-path')).toEqual([
    'the pod has the nfs volume share',
  ]);
});

test('takes a pod that says root for root, also where no container follows', () => {
  const manifest = hardened({}, { securityContext: { runAsUser: 0, seccompProfile: { type: 'RuntimeDefault' } } });
  expect(silencedIn(KYVERNO, manifest, 'root')).toEqual(['require-run-as-non-root-user/run-as-non-root-user']);
});

function checkOf(id: string): KyvernoCheck {
  return KYVERNO.checks.find(each => each.id === id)!;
}
