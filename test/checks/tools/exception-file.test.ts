import { parse, parseAllDocuments } from 'yaml';
import { accept, container, hardened, HOST_PROCESS, PRIVILEGED, ROOT } from './hardened';
import type { Acceptance } from '../../../src/checks/tools/acceptance';
import { exceptionFileFor } from '../../../src/checks/tools/exception-file';
import type { Wire } from '../../../src/private/wire';

const AGENT = hardened({}, { hostPID: true });
const SERVICE: Wire = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'agent', namespace: 'node-agents' }, spec: {} };

function named(name: string, namespace: string | undefined, manifest: Wire): Wire {
  return { ...manifest, metadata: { name, namespace } };
}

describe('trivy', () => {
  const file = (path: string, ...objects: readonly Wire[]) => ({ path, objects });
  const ignored = (acceptances: readonly Acceptance[], ...files: ReadonlyArray<ReturnType<typeof file>>) => exceptionFileFor(
    'trivy', acceptances, { files },
  );

  test('is shown the check, the file and the reason', () => {
    expect(ignored(
      [accept(AGENT, 'hostPID', { reason: 'process collectors read /proc of the node' })], file('dist/agents.k8s.yaml', SERVICE, AGENT),
    )).toBe(`misconfigurations:
  - id: KSV-0010
    paths:
      - dist/agents.k8s.yaml
    statement: process collectors read /proc of the node
`);
  });

  test('gets no warning where another object of the file does the same and nobody accepted it', () => {
    const other = named('other', 'node-agents', AGENT);
    const acceptances = [accept(AGENT, 'hostPID')];
    expect(ignored(acceptances, file('a.yaml', AGENT, other))).toBe('misconfigurations: []\n');
    expect(ignored(acceptances, file('a.yaml', AGENT, named('other', 'node-agents', hardened())))).toContain('KSV-0010');
    expect(parse(ignored(
      [...acceptances, accept(other, 'hostPID', { reason: 'another reason' })], file('a.yaml', AGENT, other),
    )).misconfigurations)
      .toEqual([{ id: 'KSV-0010', paths: ['a.yaml'], statement: 'another reason; because of hostPID' }]);
  });

  test('gets no warning of files that hold nothing of what was accepted', () => {
    expect(ignored([accept(AGENT, 'hostPID')], file('a.yaml', SERVICE), file('b.yaml'))).toBe('misconfigurations: []\n');
    expect(ignored([], file('a.yaml', AGENT))).toBe('misconfigurations: []\n');
  });

  test('gets the files with one reason together, in order, and their names as they are', () => {
    const other = named('other', 'node-agents', AGENT);
    const reason = 'reads every process';
    const text = ignored(
      [accept(AGENT, 'hostPID', { reason }), accept(other, 'hostPID', { reason })], file('b[1]*.yaml', AGENT), file('a{2}?.yaml', other),
    );
    expect(parse(text).misconfigurations).toEqual([{ id: 'KSV-0010', paths: ['a\\{2\\}\\?.yaml', 'b\\[1\\]\\*.yaml'], statement: reason }]);
  });

  test('sees the objects of a list', () => {
    expect(ignored([accept(AGENT, 'hostPID')], file('a.yaml', { apiVersion: 'v1', kind: 'List', items: [AGENT] }))).toContain('KSV-0010');
  });
});

describe('kubescape', () => {
  const exceptions = (...acceptances: readonly Acceptance[]) => JSON.parse(exceptionFileFor('kubescape', acceptances, {}));

  test('is shown the control, the object and the reason', () => {
    expect(exceptionFileFor('kubescape', [accept(hardened(ROOT), 'root', { reason: 'logs belong to root' })], {})).toBe(`[
  {
    "name": "daemonset.node-agents.agent.c-0013",
    "policyType": "postureExceptionPolicy",
    "actions": [
      "alertOnly"
    ],
    "resources": [
      {
        "designatorType": "Attributes",
        "attributes": {
          "kind": "DaemonSet",
          "name": "agent",
          "namespace": "node-agents"
        }
      }
    ],
    "posturePolicies": [
      {
        "controlID": "C-0013"
      }
    ],
    "reason": "logs belong to root"
  }
]
`);
  });

  test('reads names as patterns, which these match themselves alone', () => {
    const manifest = named('agent.v1', undefined, hardened(ROOT));
    const [{ resources: [{ attributes }], name }] = exceptions(accept(manifest, 'root'));
    expect(name).toBe('daemonset.default.agent.v1.c-0013');
    const matches = (attribute: string, text: string) => new RegExp(`^${attribute}$`).test(text);
    expect(['agent.v1', 'agentxv1'].map(text => matches(attributes.name, text))).toEqual([true, false]);
    expect(['', 'default', 'node-agents'].map(text => matches(attributes.namespace, text))).toEqual([true, true, false]);
  });

  test('gets an entry for each object and control, in order', () => {
    const one = hardened({}, { hostPID: true });
    const other = named('other', 'node-agents', one);
    expect(exceptions(accept(other, 'hostPID'), accept(one, 'hostPID')).map(({ name }: { name: string }) => name)).toEqual([
      'daemonset.node-agents.agent.c-0038', 'daemonset.node-agents.agent.c-0275', 'daemonset.node-agents.other.c-0038',
      'daemonset.node-agents.other.c-0275',
    ]);
    expect(exceptions()).toEqual([]);
  });
});

describe('kyverno', () => {
  const exceptions = (acceptances: readonly Acceptance[], namespace?: string): Wire[] =>
    parseAllDocuments(exceptionFileFor('kyverno', acceptances, { namespace })).map(document => document.toJS());

  test('is shown the policy, its rules, the object and its pods', () => {
    const manifest = hardened({}, { hostPID: true });
    expect(exceptionFileFor('kyverno', [accept(manifest, 'hostPID', { reason: 'reads every process' })], {
      namespace: 'kyverno',
    })).toBe(`apiVersion: kyverno.io/v2
kind: PolicyException
metadata:
  name: daemonset.node-agents.agent
  namespace: kyverno
  annotations:
    reason.cdk8s-node-agents/disallow-host-namespaces: reads every process
spec:
  match:
    any:
      - resources:
          kinds:
            - DaemonSet
          names:
            - agent
          namespaces:
            - node-agents
      - resources:
          kinds:
            - Pod
          namespaces:
            - node-agents
          selector:
            matchLabels:
              app: agent
  exceptions:
    - policyName: disallow-host-namespaces
      ruleNames:
        - autogen-host-namespaces
        - host-namespaces
`);
  });

  test('gets all rules of a policy together, with all their reasons', () => {
    const manifest = hardened({}, {
      containers: [container(PRIVILEGED), container({ name: 'helper', securityContext: { capabilities: { add: ['NET_ADMIN'] } } })],
    });
    const [{ metadata, spec }] = exceptions([accept(manifest, 'privileged'), accept(manifest, 'NET_ADMIN')]);
    expect(spec.exceptions).toContainEqual({
      policyName: 'disallow-capabilities-strict',
      ruleNames: ['adding-capabilities-strict', 'autogen-adding-capabilities-strict', 'autogen-require-drop-all', 'require-drop-all'],
    });
    expect(metadata.annotations['reason.cdk8s-node-agents/disallow-capabilities-strict']).toBe(
      'because of NET_ADMIN; because of privileged',
    );
  });

  test('stands in the namespace of the object where none is given', () => {
    expect(exceptions([accept(AGENT, 'hostPID')])[0].metadata.namespace).toBe('node-agents');
    const [{ metadata, spec }] = exceptions([accept(named('agent', undefined, AGENT), 'hostPID')]);
    expect(metadata).toMatchObject({ name: 'daemonset.default.agent', namespace: 'default' });
    expect(spec.match.any.map(({ resources }: Wire) => resources.namespaces)).toEqual([['default'], ['default']]);
  });

  test.each([
    ['DaemonSet', [['DaemonSet'], ['Pod']]], ['Deployment', [['Deployment'], ['Pod', 'ReplicaSet']]], ['Pod', [['Pod']]],
    ['Job', [['Job'], ['Pod']]],
    ['CronJob', [['CronJob']]],
  ])('covers what a %s makes, where labels tell that from everything else', (kind, kinds) => {
    const [{ spec: { match } }] = exceptions([accept(hardened({}, { hostPID: true }, kind), 'hostPID')]);
    expect(match.any.map(({ resources }: Wire) => resources.kinds)).toEqual(kinds);
  });

  test('never takes every pod for one of the object', () => {
    const manifest = hardened({}, { hostPID: true });
    manifest.spec.selector = {};
    expect(exceptions([accept(manifest, 'hostPID')])[0].spec.match.any.length).toBe(1);
  });

  test('gets one exception for each object, and none for nothing', () => {
    const other = named('other', 'node-agents', hardened(HOST_PROCESS, { hostNetwork: true }));
    expect(exceptions([accept(other, 'hostProcess'), accept(AGENT, 'hostPID')]).map(({ metadata }) => metadata.name)).toEqual([
      'daemonset.node-agents.agent', 'daemonset.node-agents.other',
    ]);
    expect(exceptionFileFor('kyverno', [], {})).toBe('');
    expect(exceptionFileFor('kyverno', [accept(AGENT, 'privileged')], {})).toBe('');
  });
});
