import * as fc from 'fast-check';
import { accept, container, hardened, HOST_PROCESS, PRIVILEGED, ROOT } from './hardened';
import { randomWorkload } from './random-workload';
import type { Acceptance } from '../../../src/checks/tools/acceptance';
import { AnnotationTool, annotationsFor, ToolAnnotations } from '../../../src/checks/tools/annotations';
import { TOOL_TABLES } from '../../../src/checks/tools/open-checks';
import { subjectOf } from '../../../src/checks/tools/subject';
import { outcomesFor, silenced } from '../../../src/checks/tools/tool-table';
import { factsOf } from '../../../src/cluster/workload-facts';
import { isQualifiedName } from '../../../src/private/names';
import { mergeWire, Wire } from '../../../src/private/wire';
import { runs } from '../../support/runs';

const TOOLS: readonly AnnotationTool[] = ['checkov', 'kube-linter', 'kube-score', 'polaris'];

/** A storage plugin: one container mounts volumes, the other talks to a socket that belongs to root. */
const PLUGIN = hardened({}, { hostNetwork: true, containers: [container(PRIVILEGED), container({ ...ROOT, name: 'registrar' })] });
const ACCEPTED = [
  accept(PLUGIN, 'hostNetwork', { reason: 'an NFS mount uses the network that it was made in' }),
  accept(PLUGIN, 'privileged', { container: 'agent', reason: 'mounts the volumes of pods' }),
  accept(PLUGIN, 'root', { container: 'registrar', reason: 'the socket belongs to root' }),
];

test('kube-linter reads the reason from the object, by the name of the check', () => {
  expect(annotationsFor('kube-linter', ACCEPTED)).toEqual({
    object: {
      'ignore-check.kube-linter.io/host-network': 'an NFS mount uses the network that it was made in',
      'ignore-check.kube-linter.io/non-isolated-pod': 'an NFS mount uses the network that it was made in',
      'ignore-check.kube-linter.io/privilege-escalation-container': 'mounts the volumes of pods',
      'ignore-check.kube-linter.io/privileged-container': 'mounts the volumes of pods',
      'ignore-check.kube-linter.io/run-as-non-root': 'mounts the volumes of pods; the socket belongs to root',
    },
    pod: {},
  });
});

test('kube-score reads a list', () => {
  expect(annotationsFor('kube-score', ACCEPTED)).toEqual({
    object: { 'kube-score/ignore': 'container-security-context-privileged,container-security-context-user-group-id,pod-networkpolicy' },
    pod: {},
  });
});

test('Polaris reads the word true, and no reason', () => {
  const { object, pod } = annotationsFor('polaris', ACCEPTED);
  expect(Object.keys(object)).toEqual([
    'hostNetworkSet', 'insecureCapabilities', 'missingNetworkPolicy', 'privilegeEscalationAllowed', 'runAsPrivileged', 'runAsRootAllowed',
  ].map(check => `polaris.fairwinds.com/${check}-exempt`));
  expect(new Set(Object.values(object))).toEqual(new Set(['true']));
  expect(pod).toEqual({});
});

test('Checkov reads numbered keys with the check and the reason', () => {
  expect(annotationsFor('checkov', ACCEPTED)).toEqual({
    object: {
      'checkov.io/skip16': 'CKV_K8S_16=mounts the volumes of pods',
      'checkov.io/skip19': 'CKV_K8S_19=an NFS mount uses the network that it was made in',
      'checkov.io/skip20': 'CKV_K8S_20=mounts the volumes of pods',
      'checkov.io/skip2006': 'CKV2_K8S_6=an NFS mount uses the network that it was made in',
      'checkov.io/skip23': 'CKV_K8S_23=mounts the volumes of pods; the socket belongs to root',
      'checkov.io/skip28': 'CKV_K8S_28=mounts the volumes of pods',
      'checkov.io/skip37': 'CKV_K8S_37=mounts the volumes of pods',
      'checkov.io/skip40': 'CKV_K8S_40=mounts the volumes of pods; the socket belongs to root',
    },
    pod: {},
  });
});

test('an acceptance more changes no key of the others', () => {
  const fewer = annotationsFor('checkov', ACCEPTED.slice(1)).object;
  const more = annotationsFor('checkov', ACCEPTED).object;
  expect(Object.entries(fewer).filter(([key, value]) => more[key] !== value)).toEqual([]);
});

test('Checkov would end at a second equals sign, so there is none', () => {
  const manifest = hardened({}, { hostPID: true });
  expect(annotationsFor('checkov', [accept(manifest, 'hostPID', { reason: 'runs with --pid=host, a=b' })]).object)
    .toEqual({ 'checkov.io/skip17': 'CKV_K8S_17=runs with --pid:host, a:b' });
});

test('a key that somebody else took stays his', () => {
  const manifest = annotated(hardened({}, { hostPID: true }), {
    'checkov.io/skip17': 'CKV_K8S_43=pinned by the mirror', 'checkov.io/skip170': 'CKV_K8S_11',
  });
  expect(
    annotationsFor('checkov', [accept(manifest, 'hostPID')]).object,
  ).toEqual({ 'checkov.io/skip1700': 'CKV_K8S_17=because of hostPID' });
});

test('what kube-score ignores already it goes on ignoring', () => {
  const manifest = annotated(hardened(PRIVILEGED), { 'kube-score/ignore': 'pod-networkpolicy, container-image-tag' });
  expect(annotationsFor('kube-score', [accept(manifest, 'privileged')]).object['kube-score/ignore'].split(',')).toEqual([
    'container-image-tag', 'container-security-context-privileged', 'container-security-context-user-group-id', 'pod-networkpolicy',
  ]);
});

test('pods get an annotation only where they switch the check on, which kube-score asks before the object', () => {
  const manifest = hardened(HOST_PROCESS, { hostNetwork: true, securityContext: undefined });
  manifest.spec.template.metadata.annotations = { 'kube-score/enable': 'container-seccomp-profile', 'kube-score/ignore': 'pod-probes' };
  const { object, pod } = annotationsFor('kube-score', [accept(manifest, 'hostProcess')]);
  expect(pod).toEqual({ 'kube-score/ignore': 'container-seccomp-profile,pod-probes' });
  expect(object['kube-score/ignore'].split(',')).toEqual([
    'container-security-context-readonlyrootfilesystem', 'container-security-context-user-group-id', 'pod-networkpolicy',
  ]);
});

test('several objects cannot share annotations', () => {
  const other = { ...PLUGIN, metadata: { ...PLUGIN.metadata, name: 'other' } };
  expect(() => annotationsFor('polaris', [...ACCEPTED, accept(other, 'root')])).toThrow(
    'one object; given: DaemonSet node-agents/agent, DaemonSet node-agents/other',
  );
});

describe.each(TOOLS)('%s', tool => {
  const table = TOOL_TABLES[tool];

  test('gets no annotation where nothing is accepted', () => {
    expect(annotationsFor(tool, [])).toEqual({ object: {}, pod: {} });
    fc.assert(fc.property(randomWorkload, manifest => {
      expect(annotationsFor(tool, [accept(manifest, 'host-network-dns')])).toEqual({ object: {}, pod: {} });
    }), { numRuns: runs(50) });
  });

  test('is shown no check that finds nothing, and of none that somebody else gives cause', () => {
    fc.assert(fc.property(randomAcceptances, acceptances => {
      const [{ manifest }] = acceptances;
      const finding = outcomesFor(table, manifest, acceptances);
      for (const id of checksIn(annotationsFor(tool, acceptances))) {
        expect(finding.filter(({ check }) => check.id === id)).toEqual([expect.objectContaining({ open: [] })]);
      }
    }), { numRuns: runs(100) });
  });

  test('speaks again once a neighbour does the same and nobody accepted it', () => {
    fc.assert(fc.property(randomAcceptances, given => {
      const [{ manifest }] = given;
      const acceptances = given.filter(({ container: name, id }) => name !== undefined && id !== 'hostProcess');
      fc.pre(acceptances.length > 0);
      const [first] = subjectOf(manifest)!.containers;
      const beside = withContainers(manifest, containers => [...containers, { ...first.container, name: 'neighbour' }]);
      const alone = withContainers(manifest, () => [{ ...first.container, name: 'neighbour' }]);
      const finds = outcomesFor(table, alone, []).map(({ check }) => check.id);
      const quiet = checksIn(annotationsFor(tool, acceptances.map(each => ({ ...each, manifest: beside }))));
      expect(quiet.filter(id => finds.includes(id))).toEqual([]);
    }), { numRuns: runs(100) });
  });

  test('gets annotations that the API server takes, whatever the reasons', () => {
    fc.assert(fc.property(randomAcceptances, fc.string({ unit: 'binary', minLength: 3000, maxLength: 9000 }), (acceptances, reason) => {
      const { object, pod } = annotationsFor(tool, acceptances.map(each => ({ ...each, reason })));
      for (const [key, value] of [...Object.entries(object), ...Object.entries(pod)]) {
        expect(isQualifiedName(key.toLowerCase())).toBe(true);
        expect(value).not.toMatch(/[\r\n]/);
        expect(value.split('=').length).toBeLessThanOrEqual(2);
      }
      // a quarter of what all annotations may hold
      expect(Buffer.byteLength(JSON.stringify([object, pod]))).toBeLessThan(64 * 1024);
    }), { numRuns: runs(20) });
  });

  test('gets the same in any order, and once more', () => {
    fc.assert(fc.property(randomAcceptances, acceptances => {
      const annotations = annotationsFor(tool, acceptances);
      expect(JSON.stringify(annotationsFor(tool, [...acceptances].reverse()))).toBe(JSON.stringify(annotations));
      expect(Object.keys(annotations.object)).toEqual([...Object.keys(annotations.object)].sort());
      const again = annotated(acceptances[0].manifest, annotations.object);
      expect(annotationsFor(tool, acceptances.map(each => ({ ...each, manifest: again })))).toEqual(annotations);
    }), { numRuns: runs(50) });
  });

  test('is shown every check that is silenced', () => {
    fc.assert(fc.property(randomAcceptances, acceptances => {
      const [{ manifest }] = acceptances;
      expect(checksIn(annotationsFor(tool, acceptances)).sort()).toEqual(
        silenced(table, manifest, acceptances).map(({ check }) => check.id).sort(),
      );
    }), { numRuns: runs(50) });
  });
});

/** A workload, and acceptances of some of the rights that it has, and of some that it may not have. */
const randomAcceptances: fc.Arbitrary<Acceptance[]> = randomWorkload.chain(manifest => {
  const { template, containers } = subjectOf(manifest)!;
  const names = fc.constantFrom(undefined, ...containers.map(({ name }) => name));
  const ids = fc.constantFrom(
    'missing-memory-limit', 'missing-requests', 'mutable-image', 'identical-probes', 'sensitive-host-path', 'writable-host-path', 'root',
    'privileged',
  );
  const some = fc.subarray(factsOf({ template }).rights.map(({ name, container: owner }) => accept(manifest, name, { container: owner })));
  const others = fc.array(fc.tuple(ids, names).map(([id, owner]) => accept(manifest, id, { container: owner })), {
    minLength: 1, maxLength: 4,
  });
  return fc.tuple(some, others).map(lists => lists.flat());
});

/** The ids that annotations name. */
function checksIn({ object, pod }: ToolAnnotations): string[] {
  return [object, pod].flatMap(Object.entries).flatMap(([key, value]) => {
    if (key === 'kube-score/ignore') {return value.split(',');}
    if (key.startsWith('checkov.io/')) {return [value.split('=')[0]];}
    return [key.replace(/^.*\//, '').replace(/-exempt$/, '')];
  });
}

function annotated(manifest: Wire, annotations: Wire): Wire {
  return mergeWire(manifest, { metadata: { annotations } });
}

/** The same with other containers, without those that come before them, and without volumes that none of them mounts. */
function withContainers(manifest: Wire, change: (containers: Wire[]) => Wire[]): Wire {
  const copy = structuredClone(manifest);
  const { pod } = subjectOf(copy)!;
  pod.containers = change(pod.containers);
  delete pod.initContainers;
  const mounted = pod.containers.flatMap(({ volumeMounts = [] }: Wire) => volumeMounts.map(({ name }: Wire) => name));
  pod.volumes = pod.volumes.filter(({ name }: Wire) => mounted.includes(name));
  return copy;
}
