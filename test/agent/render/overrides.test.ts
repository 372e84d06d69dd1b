import { JsonPatch, Lazy } from 'cdk8s';
import {
  AgentFile, Capability, ContainerSecurity, HostNamespace, HostPath, NodeAgentProps, Port, Probe, Resources, Rollout, Volume, VolumeMount,
} from '../../../src';
import { codesOf, errorsOf, objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { containerOf, makeAgent, podOf, problemsOf, WHY } from '../make-agent';

const specOf = (props: Partial<NodeAgentProps>) => {
  const chart = testChart();
  makeAgent(props, chart);
  return objectOf(chart, 'DaemonSet').spec;
};
const patched = (...ops: JsonPatch[]) => {
  const chart = testChart();
  makeAgent({}, chart).apiObject.addJsonPatch(...ops);
  return chart;
};

test('overrides are laid upon the container, the pod and the workload: maps merge, everything else is replaced', () => {
  const container = containerOf({
    args: ['a'], resources: Resources.of({ cpu: '1' }), overrides: { args: ['b'], resources: { requests: { memory: '1Gi' } }, tty: true },
  });
  expect(container).toMatchObject({ args: ['b'], resources: { requests: { cpu: '1', memory: '1Gi' } }, tty: true });
  expect(podOf({ podOverrides: { nodeSelector: { a: 'b' }, tolerations: [{ key: 'a', operator: 'Exists' }] } })).toMatchObject({
    nodeSelector: { 'a': 'b', 'kubernetes.io/os': 'linux' }, tolerations: [{ key: 'a', operator: 'Exists' }],
  });
  expect(specOf({ specOverrides: { minReadySeconds: 5, template: { metadata: { annotations: { a: 'b' } } } } })).toMatchObject({
    minReadySeconds: 5, updateStrategy: { type: 'RollingUpdate' }, template: { metadata: { annotations: { a: 'b' } } },
  });
});

test('each container has overrides of its own', () => {
  const pod = podOf({ overrides: { tty: true }, containers: [{ name: 'other', image: 'a:1', overrides: { stdin: true } }] });
  expect(pod.containers.map(({ tty, stdin }: any) => ({ tty, stdin }))).toEqual([{ tty: true }, { stdin: true }]);
});

test('what the API server would drop or rewrite is not written', () => {
  const probe = { exec: { command: ['a'] }, initialDelaySeconds: 0, periodSeconds: 0 };
  expect(containerOf({
    securityContext: ContainerSecurity.none(), resources: Resources.none(),
    overrides: {
      tty: false, stdin: true, workingDir: '', env: [{ name: 'A', value: '' }, { name: 'B', value: null }], volumeDevices: [],
      lifecycle: {}, startupProbe: probe, resources: { limits: { cpu: 1, memory: '1024Mi' }, requests: {} },
    },
  })).toEqual({
    name: 'agent', image: 'example.com/agent:1.0.0', stdin: true, env: [{ name: 'A' }, { name: 'B' }],
    startupProbe: { exec: { command: ['a'] } }, resources: { limits: { cpu: '1', memory: '1Gi' } },
  });
  expect(podOf({ podOverrides: { hostNetwork: false, hostAliases: [], nodeName: '', affinity: null, priority: undefined } })).toEqual(
    podOf(),
  );
  const { minReadySeconds: _, ...others } = specOf({});
  expect(specOf({ specOverrides: { minReadySeconds: 0 } })).toEqual(others);
});

test('what says something is kept, zero or empty as it may be', () => {
  const podOverrides = { terminationGracePeriodSeconds: 0, automountServiceAccountToken: false, securityContext: { runAsGroup: 0 } };
  expect(podOf({ podOverrides })).toMatchObject(podOverrides);
  expect(podOf({ podOverrides: { volumes: [{ name: 'tmp', emptyDir: {} }] } }).volumes).toEqual([{ name: 'tmp', emptyDir: {} }]);
});

test('empty overrides are none', () => {
  expect(specOf({ overrides: {}, podOverrides: {}, specOverrides: {} })).toEqual(specOf({}));
});

test('a JSON patch is applied last', () => {
  expect(objectOf(patched(JsonPatch.replace('/spec/updateStrategy/rollingUpdate/maxUnavailable', '20%'), JsonPatch.add(
    '/metadata/annotations', { a: 'b' },
  )), 'DaemonSet'))
    .toMatchObject({ metadata: { annotations: { a: 'b' } }, spec: { updateStrategy: { rollingUpdate: { maxUnavailable: '20%' } } } });
});

test('a patch of the ConfigMap rolls the agent as a change of the files does', () => {
  const chart = testChart();
  const agent = makeAgent({ files: [AgentFile.text('/conf/a', 'a')] }, chart);
  const hash = () => objectOf(chart, 'DaemonSet').spec.template.metadata.annotations['checksum/config'];
  const before = hash();
  agent.findObject('ConfigMap')!.addJsonPatch(JsonPatch.add('/data/b', 'b'));
  expect(hash()).not.toBe(before);
  expect(hash()).toMatch(/^[0-9a-f]{16}$/);
});

test('objects beside the workload can be patched too', () => {
  const chart = testChart();
  const agent = makeAgent({ apiAccess: true }, chart);
  agent.findObject('ServiceAccount')!.addJsonPatch(JsonPatch.add('/imagePullSecrets', [{ name: 'registry' }]));
  expect(objectOf(chart, 'ServiceAccount').imagePullSecrets).toEqual([{ name: 'registry' }]);
  agent.findObject('ServiceAccount')!.addJsonPatch(JsonPatch.add('/secretz', []));
  expect(errorsOf(chart)).toEqual([
    refusal('unknown-field', { at: 'test/agent', given: "'secretz'", allowed: "'secrets'", names: ['ServiceAccount', 'agent'] }),
  ]);
});

describe('fails', () => {
  test.each([
    ['the container', { overrides: { imagePulPolicy: 'Always' } },
      refusal('unknown-field', { given: "'imagePulPolicy'", allowed: "'imagePullPolicy'", names: ['agent', 'imagePulPolicy'] })],
    ['the pod', { podOverrides: { hostNetwrok: true } },
      refusal('unknown-field', { given: "'hostNetwrok'", allowed: "'hostNetwork'", names: ['podOverrides', 'hostNetwrok'] })],
    ['the workload', { specOverrides: { replicas: 2 } },
      refusal('unknown-field', { given: "'replicas'", names: ['specOverrides'] })],
    ['deep in the workload', {
      specOverrides: { template: { spec: { containers: [{ name: 'agent', image: 'a:1', ports: [{ containerPort: 80, port: 80 }] }] } } },
    },
    refusal('unknown-field', { given: "'port'", names: ['specOverrides', 'template.spec.containers[0].ports[0].port'] })],
    ['the pod, which the container has', { podOverrides: { image: 'a:1' } },
      refusal('unknown-field', { given: "'image'", names: ['podOverrides'] })],
    ['the container, which the pod has', { overrides: { hostNetwork: true } },
      refusal('unknown-field', { given: "'hostNetwork'", names: ['agent', 'hostNetwork'] })],
    ['the pod, which the workload has', { podOverrides: { minReadySeconds: 5 } },
      refusal('unknown-field', { given: "'minReadySeconds'", names: ['podOverrides', 'minReadySeconds'] })],
  ])('for a slip in an override of %s', (_, props, message) => {
    expect(problemsOf(props)).toEqual([message]);
  });

  test('for a field that the oldest cluster does not know, or has not switched on', () => {
    const newer = (names: string[], version: string) =>
      refusal('field-too-new', { given: 'kubernetesVersion 1.28', allowed: `${version} or newer`, names: [...names, version] });
    expect(problemsOf({
      podOverrides: { hostnameOverride: 'a', resources: { limits: { cpu: '1' } } }, overrides: { lifecycle: { stopSignal: 'SIGINT' } },
    })).toEqual([
      newer(['podOverrides', 'hostnameOverride'], '1.35'), newer(['podOverrides', 'resources'], '1.34'),
      newer(["'agent'", 'lifecycle.stopSignal'], '1.33'),
    ]);
  });

  test('for a value of the wrong type', () => {
    expect(problemsOf({ overrides: { args: 'a', ports: [{ containerPort: '80' }] } })).toEqual([
      refusal('invalid-field', { given: "'a'", names: ['agent'] }),
      refusal('invalid-field', { given: "'80'", allowed: 'integer', names: ['agent', 'ports[0].containerPort'] }),
    ]);
  });

  test('for a text that the API does not know there, and for an amount that nobody can read', () => {
    expect(problemsOf({
      overrides: { imagePullPolicy: 'Sometimes', resources: { limits: { cpu: 'two' } } }, podOverrides: { dnsPolicy: 'clusterfirst' },
    })).toEqual([
      refusal('invalid-field', {
        given: "'clusterfirst'", names: ['podOverrides', 'dnsPolicy', 'ClusterFirst', 'ClusterFirstWithHostNet'],
      }),
      refusal('invalid-field', { given: "'Sometimes'", names: ['agent', 'imagePullPolicy', 'IfNotPresent'] }),
      refusal('invalid-field', { given: "'two'", allowed: 'quantity', names: ['agent', 'resources.limits.cpu'] }),
    ]);
  });

  test('for an image that means another one tomorrow', () => {
    expect(problemsOf({ overrides: { image: 'example.com/agent:latest' } })).toEqual([
      refusal('mutable-image', { given: "'example.com/agent:latest'", names: ['latest'] }),
    ]);
  });

  test('for a request above the limit', () => {
    expect(problemsOf({ overrides: { resources: { limits: { cpu: '10m' } } } })).toEqual([
      refusal('request-above-limit', { given: 'request 50m, limit 10m', names: ['agent'] }),
    ]);
    expect(errorsOf(patched(JsonPatch.replace('/spec/template/spec/containers/0/resources/limits/memory', '1Mi')))).toEqual([
      refusal('request-above-limit', { at: 'test/agent', given: 'request 64Mi, limit 1Mi', names: ['DaemonSet', 'agent', 'agent'] }),
    ]);
  });

  test('for two entries of one key', () => {
    expect(problemsOf({ overrides: { env: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }] } })).toEqual([
      refusal('invalid-field', { given: "name 'A'", names: ['agent', 'env[1]'] }),
    ]);
  });

  test.each([
    ['privileged', { overrides: { securityContext: { privileged: true, allowPrivilegeEscalation: true } } },
      ['agent', 'privileged']],
    ['root', { overrides: { securityContext: { runAsUser: 0, runAsNonRoot: false } } },
      ['agent', 'root']],
    ['a capability', { overrides: { securityContext: { capabilities: { add: ['NET_ADMIN'] } } } },
      ['agent', 'NET_ADMIN']],
    ['root for all', { podOverrides: { securityContext: { runAsUser: 0 } } }, ['pod', 'root']],
    ['the host network', { podOverrides: { hostNetwork: true } }, ['hostNetwork']],
    ['the processes of the host', { podOverrides: { hostPID: true } }, ['hostPID']],
    ['the memory of the host', { podOverrides: { hostIPC: true } }, ['hostIPC']],
    ['HostProcess', { podOverrides: { securityContext: { windowsOptions: { hostProcess: true } } } }, ['hostProcess']],
  ])('for %s by override without a reason', (_, props, names) => {
    expect(problemsOf(props).filter(line => line.startsWith('missing-reason'))).toEqual([refusal('missing-reason', { names })]);
  });

  test('not for what has a reason already', () => {
    expect(problemsOf({
      securityContext: ContainerSecurity.root(WHY, { capabilities: [Capability.add('NET_ADMIN', WHY)] }),
      hostNamespaces: [HostNamespace.network(WHY)],
      overrides: { securityContext: { capabilities: { add: ['NET_ADMIN'] }, runAsUser: 0 } }, podOverrides: { hostNetwork: true },
    })).toEqual([]);
  });

  test('not for capabilities or user 0 of a container that is privileged with a reason', () => {
    expect(problemsOf({
      securityContext: ContainerSecurity.privileged(WHY),
      overrides: { securityContext: { capabilities: { add: ['SYS_ADMIN'] }, runAsUser: 0 } },
    })).toEqual([]);
  });

  test('for privileged by override where escalation stays forbidden', () => {
    expect(problemsOf({ overrides: { securityContext: { privileged: true } } })[0]).toEqual(
      refusal('missing-reason', { names: ['agent'] }));
  });

  test('for a list of volumes that an override replaces', () => {
    expect(problemsOf({ hostPaths: [HostPath.readOnly('/var/log')], podOverrides: { volumes: [{ name: 'tmp', emptyDir: {} }] } })).toEqual([
      refusal('unknown-volume', { given: "'var-log'", allowed: 'tmp', names: ['agent'] }),
    ]);
  });

  test('for a probe of two kinds', () => {
    const http = Port.container('http', 80);
    expect(problemsOf({
      ports: [http], livenessProbe: Probe.tcp(http), overrides: { livenessProbe: { exec: { command: ['a'] } } },
    })).toEqual([
      refusal('invalid-probe', { given: 'exec, tcpSocket', names: ['livenessProbe', 'agent', 'httpGet', 'tcpSocket'] }),
    ]);
  });

  test('for a rollout with no budget, under the id of the check', () => {
    const [line, ...others] = problemsOf({ specOverrides: { updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } } });
    expect(others).toEqual([]);
    expect(line).toMatch(
      /^rollout-deadlock: DaemonSet node-agents\/agent, spec\.updateStrategy\.rollingUpdate\.maxUnavailable: .*; given: maxUnavailable: 0, maxSurge: 0; /,
    );
  });

  test.each([
    ['two budgets', { maxSurge: 1 }, 'maxUnavailable: 10%, maxSurge: 1'],
    ['more than everything', { maxUnavailable: '101%' }, 'maxUnavailable: 101%, maxSurge: 0'],
  ])('for a rollout with %s', (_, rollingUpdate, given) => {
    expect(problemsOf({ specOverrides: { updateStrategy: { rollingUpdate } } })).toEqual([
      refusal('invalid-rollout', { given, names: ['0', '1', '1', '100'] }),
    ]);
    expect(problemsOf({ rollout: Rollout.onDelete(), specOverrides: { updateStrategy: { rollingUpdate } } })).toEqual([]);
  });

  test('for a selector that no longer finds the pods', () => {
    expect(problemsOf({ specOverrides: { selector: { matchLabels: { more: 'x' } } } })).toEqual([
      refusal('selector-mismatch'),
    ]);
  });

  test('for a patch that cannot be applied', () => {
    const [message, ...more] = errorsOf(patched(JsonPatch.replace('/spec/nowhere/at/all', 1)));
    expect(more).toEqual([]);
    expect(message).toEqual(refusal('patch-failed', { at: 'test/agent', names: ['DaemonSet', "'agent'"] }));
  });

  test('for a patch with a slip, a newer field or a wrong type', () => {
    expect(errorsOf(patched(
      JsonPatch.add('/spec/template/spec/hostNetwrok', true), JsonPatch.add('/spec/template/spec/hostnameOverride', 'a'),
      JsonPatch.add('/spec/template/spec/containers/0/args', 'a'),
    ))).toEqual([
      refusal('invalid-field', { at: 'test/agent', given: "'a'", names: ['DaemonSet', 'agent', 'spec.template.spec.containers[0].args'] }),
      refusal('unknown-field', {
        at: 'test/agent', given: "'hostNetwrok'", allowed: "'hostNetwork'", names: ['DaemonSet', 'agent', 'spec.template.spec.hostNetwrok'],
      }),
      refusal('field-too-new', {
        at: 'test/agent', given: 'kubernetesVersion 1.28', allowed: '1.35 or newer',
        names: ['DaemonSet', 'agent', 'spec.template.spec.hostnameOverride', '1.35'],
      }),
    ]);
  });

  test('for privileges by patch without a reason', () => {
    expect(errorsOf(patched(JsonPatch.add('/spec/template/spec/hostNetwork', true)))).toEqual([
      refusal('missing-reason', { at: 'test/agent', names: ['hostNetwork'] }),
    ]);
  });

  test('for ports that a patch puts on the host network', () => {
    const chart = testChart();
    const ports = [Port.container('http', 8080)];
    makeAgent({ ports, hostNamespaces: [HostNamespace.network(WHY)] }, chart, 'first');
    makeAgent({ ports }, chart, 'second').apiObject.addJsonPatch(JsonPatch.add('/spec/template/spec/hostNetwork', true));
    expect(codesOf(chart)).toEqual(['[test/second] missing-reason', '[test/second] host-port-conflict']);
  });
});

describe('late values in overrides', () => {
  const late = (produce: () => unknown) => Lazy.any({ produce }) as any;

  test('merge like what they amount to, wherever they stand', () => {
    const spec = specOf({
      overrides: { tty: late(() => true), resources: late(() => ({ limits: { memory: '1024Mi' } })) },
      podOverrides: late(() => ({ schedulerName: 'mine', nodeSelector: { pool: 'a' } })),
      specOverrides: { template: late(() => ({ metadata: { annotations: { a: 'b' } } })) },
      volumeMounts: [VolumeMount.of(Volume.raw('v', { nfs: { server: late(() => 'example.com'), path: '/', readOnly: false } }), '/v')],
    });
    expect(spec.template.metadata.annotations).toEqual({ a: 'b' });
    expect(spec.template.spec).toMatchObject({ schedulerName: 'mine', nodeSelector: { 'pool': 'a', 'kubernetes.io/os': 'linux' } });
    expect(spec.template.spec.volumes).toEqual([{ name: 'v', nfs: { server: 'example.com', path: '/' } }]);
    expect(
      spec.template.spec.containers[0],
    ).toMatchObject({ tty: true, resources: { limits: { memory: '1Gi' }, requests: { cpu: '50m' } } });
  });

  test('are written as what they have become since they were checked', () => {
    let scheduler = 'first';
    const chart = testChart();
    makeAgent({ podOverrides: { schedulerName: late(() => scheduler) } }, chart);
    expect(objectOf(chart, 'DaemonSet').spec.template.spec.schedulerName).toBe('first');
    scheduler = 'second';
    expect(objectOf(chart, 'DaemonSet').spec.template.spec.schedulerName).toBe('second');
  });

  test('are judged like any other: types, and rights without a reason', () => {
    expect(problemsOf({ overrides: { tty: late(() => 'yes') } })).toEqual([
      refusal('invalid-field', { given: "'yes'", allowed: 'boolean', names: ['agent'] }),
    ]);
    expect(problemsOf({ podOverrides: { hostPID: late(() => true) } })).toEqual([
      refusal('missing-reason', { names: ['hostPID'] }),
    ]);
  });
});
