import { TRIVY } from '../../../../src/checks/tools/tables/trivy';
import { outcomesFor, silenced } from '../../../../src/checks/tools/tool-table';
import type { Wire } from '../../../../src/private/wire';
import { mounting } from '../cases';
import { describeTable, openIn, silencedIn } from '../describe-table';
import { accept, container, hardened, ROOT } from '../hardened';

describeTable(TRIVY, {
  'the host network': ['KSV-0009'],
  'the processes of the node': ['KSV-0010'],
  'the IPC of the node': ['KSV-0008'],
  'a privileged container': ['KSV-0001', 'KSV-0003', 'KSV-0004', 'KSV-0012', 'KSV-0017', 'KSV-0020', 'KSV-0021', 'KSV-0106'],
  'root without capabilities': ['KSV-0012', 'KSV-0020', 'KSV-0021', 'KSV-0105'],
  'a HostProcess container': [
    'KSV-0001', 'KSV-0003', 'KSV-0004', 'KSV-0009', 'KSV-0012', 'KSV-0014', 'KSV-0020', 'KSV-0021', 'KSV-0030', 'KSV-0103', 'KSV-0106',
  ],
  'SYS_ADMIN': ['KSV-0001', 'KSV-0005', 'KSV-0022', 'KSV-0106'],
  'NET_RAW': ['KSV-0022', 'KSV-0106', 'KSV-0119'],
  'SYS_MODULE': ['KSV-0022', 'KSV-0106', 'KSV-0120'],
  'NET_BIND_SERVICE': ['KSV-0022'],
  '/etc': ['KSV-0023', 'KSV-0121'],
  'the socket of Docker': ['KSV-0006', 'KSV-0023'],
  'the socket of containerd': ['KSV-0023'],
  '/var/log to write': ['KSV-0023'],
  'no limit of memory': ['KSV-0018'],
  'no requests': ['KSV-0015', 'KSV-0016'],
  'an image that moves': ['KSV-0013'],
  'an image without a tag': ['KSV-0013'],
});

test('takes a directory that is accepted for what is below it, in the same container', () => {
  const volumes = [{ name: 'root', hostPath: { path: '/' } }, { name: 'sys', hostPath: { path: '/sys' } }];
  const mount = (name: string) => ({ name, mountPath: `/host/${name}`, readOnly: true });
  const one = hardened({ volumeMounts: [mount('root'), mount('sys')] }, { volumes });
  const acceptance = (manifest: Wire) => accept(manifest, 'sensitive-host-path', { path: 'spec.template.spec.volumes[0].hostPath.path' });
  expect(silenced(TRIVY, one, [acceptance(one)]).map(({ check }) => check.id)).toEqual(['KSV-0023', 'KSV-0121']);
  const two = hardened({}, {
    volumes, containers: [container({ volumeMounts: [mount('root')] }), container({ name: 'helper', volumeMounts: [mount('sys')] })],
  });
  expect(silenced(TRIVY, two, [acceptance(two)])).toEqual([]);
  expect(outcomesFor(TRIVY, two, [acceptance(two)]).flatMap(({ open }) => open.map(({ what }) => what))).toEqual(Array(2).fill(
    "container 'helper' mounts /sys of the node",
  ));
});

test('does not take a directory to read for what is written below it', () => {
  const volumes = [{ name: 'root', hostPath: { path: '/' } }, { name: 'etc', hostPath: { path: '/etc' } }];
  const mount = (name: string, readOnly: boolean) => ({ name, mountPath: `/host/${name}`, readOnly });
  const open = (isRootReadOnly: boolean) => {
    const manifest = hardened({ volumeMounts: [mount('root', isRootReadOnly), mount('etc', false)] }, { volumes });
    const given = [accept(manifest, 'sensitive-host-path', { path: 'spec.template.spec.volumes[0].hostPath.path' })];
    return outcomesFor(
      TRIVY, manifest, given,
    ).filter(({ check }) => check.id === 'KSV-0121').flatMap(outcome => outcome.open.map(({ what }) => what));
  };
  expect(open(true)).toEqual(["container 'agent' mounts /etc of the node"]);
  expect(open(false)).toEqual([]);
});

test('takes a host path that no list has for accepted only where the place is named', () => {
  const manifest = mounting('/home', true);
  expect(silencedIn(TRIVY, manifest, 'sensitive-host-path')).toEqual([]);
  expect(silenced(TRIVY, manifest, [
    accept(manifest, 'sensitive-host-path', { path: 'spec.template.spec.volumes[0].hostPath.path' }),
  ]).map(({ check }) => check.id)).toEqual(['KSV-0023']);
});

test('tells the group of root that comes with root from others', () => {
  expect(silencedIn(
    TRIVY, hardened(ROOT, { securityContext: { runAsGroup: 0, seccompProfile: { type: 'RuntimeDefault' } } }), 'root',
  )).toContain('KSV-0116');
  const manifest = hardened({}, { securityContext: { fsGroup: 0, supplementalGroups: [0], seccompProfile: { type: 'RuntimeDefault' } } });
  expect(openIn(TRIVY, 'KSV-0116', manifest, 'root')).toEqual(['the pod gives its volumes to group 0', 'the pod is in group 0']);
});

test('reads an annotation of old before the field', () => {
  const annotated = (value: string) => {
    const manifest = hardened();
    manifest.spec.template.metadata.annotations = { 'seccomp.security.alpha.kubernetes.io/pod': value };
    return outcomesFor(TRIVY, manifest, []).map(({ check }) => check.id);
  };
  expect(annotated('runtime/default')).toEqual([]);
  expect(annotated('unconfined')).toEqual(['KSV-0030']);
});
