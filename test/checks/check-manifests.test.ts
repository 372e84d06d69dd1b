import { checkManifests } from '../../src/checks/check-manifests';
import { contextOf, daemonSet, deployment, node } from '../../src/checks/example';
import { RULES } from '../../src/checks/rules';
import { runRules } from '../../src/checks/run-checks';
import { entriesOf, Source } from '../../src/private/entry';
import type { ObjectFinding } from '../../src/private/finding';
import type { Wire } from '../../src/private/wire';

const NEWEST = 36;

const check = (objects: readonly Wire[], minor: number = NEWEST): ObjectFinding[] => checkManifests(
  objects.flatMap(object => entriesOf(object)), { minor },
);
const told = (objects: readonly Wire[], minor?: number): string[] => check(
  objects, minor,
).filter(({ level }) => level === 'error').map(({ code, path }) => `${code} `
  + `${path}`);

const POD = 'spec.template.spec';
const acknowledged = (object: Wire, id: string, reason: string): Wire =>
  ({ ...object, metadata: { ...object.metadata, annotations: { [`acknowledged.cdk8s-node-agents/${id}`]: reason } } });

describe('finds what the API server refuses', () => {
  test.each([
    ['a wrong type', daemonSet({ hostNetwork: 'yes' }), [`invalid-field ${POD}.hostNetwork`]],
    ['an unknown field', daemonSet({ hostNetwrok: true }), [`unknown-field ${POD}.hostNetwrok`]],
    ['an unknown word', daemonSet({ dnsPolicy: 'Never' }), [`invalid-field ${POD}.dnsPolicy`]],
    ['a missing field', daemonSet({ tolerations: [], volumes: [{ hostPath: { path: '/' } }] }), [`invalid-field ${POD}.volumes[0].name`]],
    ['a selector of other pods', daemonSet({}, {}, { selector: { matchLabels: { app: 'other' } } }), ['selector-mismatch spec.selector']],
    [
      'a mount of no volume', daemonSet({}, { volumeMounts: [{ name: 'gone', mountPath: '/x' }] }),
      [`unknown-volume ${POD}.containers[0].volumeMounts[0].name`],
    ],
    ['a name that is none', { ...daemonSet(), metadata: { name: 'My Agent', namespace: 'agents' } }, ['invalid-name metadata.name']],
    ['no name', { ...daemonSet(), metadata: { namespace: 'agents' } }, ['invalid-name metadata.name']],
    [
      'a namespace that is none', { ...daemonSet(), metadata: { name: 'agent', namespace: 'My_Agents' } },
      ['invalid-name metadata.namespace'],
    ],
    [
      'a label that is none', { ...daemonSet(), metadata: { name: 'agent', namespace: 'agents', labels: { 'a b': 'c' } } },
      ["invalid-label metadata.labels['a b']"],
    ],
    ['a version from long ago', { ...daemonSet(), apiVersion: 'extensions/v1beta1' }, ['removed-api-version apiVersion']],
    ['two entries of one key', {
      ...daemonSet({
        topologySpreadConstraints: ['a', 'a'].map(key => ({
          maxSkew: 1, topologyKey: key, whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { app: 'agent' } },
        })),
      }),
    },
    [`invalid-field ${POD}.topologySpreadConstraints[1]`]],
  ])('%s', (_, object, expected) => {
    expect(told([object])).toEqual(expected);
  });

  test('a field that is newer than the cluster', () => {
    const sidecar = daemonSet({ hostUsers: false });
    expect(told([sidecar], 36)).toEqual([]);
    expect(told([sidecar], 28)).toEqual([`field-too-new ${POD}.hostUsers`]);
  });

  test('and says the value, what is wanted and what to do', () => {
    const [finding] = check([daemonSet({ hostNetwrok: true })]).filter(({ code }) => code === 'unknown-field');
    expect(finding).toMatchObject({ level: 'error', given: 'hostNetwrok', allowed: 'hostNetwork', fix: 'did you mean hostNetwork?' });
  });
});

describe('lets pass what the API server takes', () => {
  const pod = { containers: [{ name: 'a', image: 'a:1' }] };
  test.each([
    ['a job that ends', {
      apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' },
      spec: { template: { spec: { ...pod, restartPolicy: 'Never', activeDeadlineSeconds: 5 } } },
    }],
    ['claims of a StatefulSet', {
      apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'a' },
      spec: {
        serviceName: 'a', selector: { matchLabels: { app: 'a' } }, volumeClaimTemplates: [
          { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
        ],
        template: {
          metadata: { labels: { app: 'a' } },
          spec: { containers: [{ name: 'a', image: 'a:1', volumeMounts: [{ name: 'data', mountPath: '/data' }] }] },
        },
      },
    }],
    ['a ReplicationController', {
      apiVersion: 'v1', kind: 'ReplicationController', metadata: { name: 'a' },
      spec: { template: { metadata: { labels: { app: 'a' } }, spec: pod } },
    }],
    ['the status of live objects', { ...daemonSet(), status: { conditions: [{ unknown: true }] } }],
    ['names of roles', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'system:Node' }, rules: [] }],
    [
      'fields that are null',
      daemonSet({ nodeSelector: null, affinity: null }, { resources: null }, { updateStrategy: { rollingUpdate: null } }),
    ],
    ['custom resources', { apiVersion: 'example.com/v1beta1', kind: 'Fleet', metadata: { name: 'a' }, spec: { anything: ['goes'] } }],
  ])('%s', (_, object) => {
    expect(told([object])).toEqual([]);
  });

  test('what controllers made of other objects', () => {
    const owned = {
      ...deployment({ wrong: true }),
      metadata: { name: 'a', ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'a', uid: 'x', controller: true }] },
    };
    expect(told([owned])).toEqual([]);
  });
});

test('runs the rules over everything that can be looked into', () => {
  const objects = [daemonSet({ hostNetwork: true, dnsPolicy: 'ClusterFirst' }), daemonSet({ hostPID: 'x' }, {}, { name: 'broken' })];
  const findings = check(objects);
  const expected = runRules(RULES, { ...contextOf([objects[0]]), minor: NEWEST });
  expect(findings.filter(({ about }) => about.name === 'agent').map(({ code }) => code).sort()).toEqual(
    expected.map(({ code }) => code).sort(),
  );
  expect(findings.filter(({ about }) => about.name === 'broken').map(({ code }) => code)).toEqual(['invalid-field']);
});

test('tells rules of the nodes', () => {
  const seen = jest.spyOn(RULES[0], 'check');
  const nodes = contextOf([node('a')]).nodes!;
  checkManifests([], { minor: 30, nodes });
  expect(seen.mock.calls[0][0]).toMatchObject({ minor: 30, nodes });
  seen.mockRestore();
});

describe('says the same once', () => {
  test('under the id of the rule, which knows its place', () => {
    const bidirectional = daemonSet({ volumes: [{ name: 'a', emptyDir: {} }] }, {
      volumeMounts: [{ name: 'a', mountPath: '/a', mountPropagation: 'Bidirectional' }],
    });
    expect(check([bidirectional]).filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual([
      'bidirectional-needs-privileged',
    ]);
  });

  test('and what the API server refuses cannot be accepted, also where the rule finds other things', () => {
    const object = daemonSet({}, { securityContext: { privileged: true, allowPrivilegeEscalation: false } });
    expect(told([object])).toEqual([`privilege-contradiction ${POD}.containers[0].securityContext.allowPrivilegeEscalation`]);
    const findings = check([
      acknowledged(object, 'privilege-contradiction', 'a reason'),
    ]).filter(({ code }) => code.startsWith('privilege'));
    expect(findings.map(({ code, refusedBy, acknowledged: reason }) => [code, refusedBy, reason])).toEqual([
      ['privilege-contradiction', 'api-server', undefined],
    ]);
  });
});

describe('acknowledgements', () => {
  const object = daemonSet({ hostNetwork: true, dnsPolicy: 'ClusterFirst' }, { args: ['http://a.b.svc'] });

  test('mark what they cover', () => {
    expect(check([
      acknowledged(object, 'host-network-dns', 'it resolves nothing'),
    ]).find(({ code }) => code === 'host-network-dns')?.acknowledged).toBe('it resolves nothing');
  });

  test('that cover nothing are reported', () => {
    const [finding] = check([
      acknowledged(daemonSet(), 'host-network-dns', 'it resolves nothing'),
    ]).filter(({ code }) => code === 'stale-acknowledgement');
    expect(finding).toMatchObject({ level: 'warning', path: "metadata.annotations['acknowledged.cdk8s-node-agents/host-network-dns']" });
  });

  test('do not reach what the API server refuses', () => {
    const findings = check([acknowledged(daemonSet({ hostNetwrok: true }), 'unknown-field', 'a reason')]);
    expect(findings.find(({ code }) => code === 'unknown-field')?.acknowledged).toBeUndefined();
  });

});

test('findings come by file, line, object and code, whatever the order of the objects', () => {
  const at = (name: string, source: Source) => entriesOf(daemonSet({ a: 1, b: 2 }, { image: 'x' }, { name }), source);
  const entries = [
    ...at('z', { file: 'b.yaml', line: 1 }), ...at('a', { file: 'a.yaml', line: 20 }), ...at('b', { file: 'a.yaml', line: 3 }),
    ...at('y', {}),
  ];
  const order = (given: typeof entries) => checkManifests(given, {
    minor: 30,
  }).map(({ about, code, path }) => [about.source.file ?? '', about.source.line ?? 0, about.name, code, path].join(' '));
  expect(order(entries)).toEqual(order([...entries].reverse()));
  expect([...new Set(order(entries).map(text => text.split(' ').slice(0, 3).join(' ')))]).toEqual([
    ' 0 y', 'a.yaml 3 b', 'a.yaml 20 a', 'b.yaml 1 z',
  ]);
});

test('the placeholders of an object are one error, and those of another object are another', () => {
  const secret = (name: string, data: object) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'agents' }, data });
  const found = (...objects: object[]) => checkManifests(objects.flatMap(object => entriesOf(object)), { minor: 36 })
    .map(({ code, path, given }) => [code, path, given]);
  expect(found(secret('a', { crt: 'TLS_CRT', key: 'TLS_KEY' }), secret('b', { ca: 'CA_BUNDLE' }))).toEqual([
    ['invalid-field', 'data.crt', "'TLS_CRT', 'TLS_KEY'"], ['invalid-field', 'data.ca', "'CA_BUNDLE'"],
  ]);
  expect(found(secret('a', { crt: 'not base64!', key: 'nor is this' }))).toHaveLength(2);
});
