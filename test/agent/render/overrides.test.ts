import { JsonPatch, Lazy } from 'cdk8s';
import { AgentFile, Capability, ContainerSecurity, HostNamespace, HostPath, NodeAgentProps, Port, Probe, Resources, Rollout, Volume, VolumeMount } from '../../../src';
import { codesOf, errorsOf, objectOf, testChart } from '../../support/golden';
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
  const container = containerOf({ args: ['a'], resources: Resources.of({ cpu: '1' }), overrides: { args: ['b'], resources: { requests: { memory: '1Gi' } }, tty: true } });
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
    overrides: { tty: false, stdin: true, workingDir: '', env: [{ name: 'A', value: '' }, { name: 'B', value: null }], volumeDevices: [], lifecycle: {}, startupProbe: probe, resources: { limits: { cpu: 1, memory: '1024Mi' }, requests: {} } },
  })).toEqual({
    name: 'agent', image: 'example.com/agent:1.0.0', stdin: true, env: [{ name: 'A' }, { name: 'B' }], startupProbe: { exec: { command: ['a'] } }, resources: { limits: { cpu: '1', memory: '1Gi' } },
  });
  expect(podOf({ podOverrides: { hostNetwork: false, hostAliases: [], nodeName: '', affinity: null, priority: undefined } })).toEqual(podOf());
  expect(specOf({ specOverrides: { minReadySeconds: 0 } })).toEqual(specOf({}));
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
  expect(objectOf(patched(JsonPatch.replace('/spec/updateStrategy/rollingUpdate/maxUnavailable', '20%'), JsonPatch.add('/metadata/annotations', { a: 'b' })), 'DaemonSet'))
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
    "[test/agent] unknown-field: the patched ServiceAccount 'agent': the Kubernetes API has no field secretz; given: 'secretz'; allowed: 'secrets'; fix: did you mean secrets?",
  ]);
});

describe('fails', () => {
  test.each([
    ['the container', { overrides: { imagePulPolicy: 'Always' } },
      "unknown-field: overrides of the container 'agent': the Kubernetes API has no field imagePulPolicy; given: 'imagePulPolicy'; allowed: 'imagePullPolicy'; fix: did you mean imagePullPolicy?"],
    ['the pod', { podOverrides: { hostNetwrok: true } },
      "unknown-field: podOverrides: the Kubernetes API has no field hostNetwrok; given: 'hostNetwrok'; allowed: 'hostNetwork'; fix: did you mean hostNetwork?"],
    ['the workload', { specOverrides: { replicas: 2 } },
      "unknown-field: specOverrides: the Kubernetes API has no field replicas; given: 'replicas'; fix: remove it, or move it to where it belongs: the API server refuses it, or drops it in silence"],
    ['deep in the workload', { specOverrides: { template: { spec: { containers: [{ name: 'agent', image: 'a:1', ports: [{ containerPort: 80, port: 80 }] }] } } } },
      "unknown-field: specOverrides: the Kubernetes API has no field template.spec.containers[0].ports[0].port; given: 'port'; fix: remove it, or move it to where it belongs: the API server refuses it, or drops it in silence"],
    ['the pod, which the container has', { podOverrides: { image: 'a:1' } },
      "unknown-field: podOverrides: the Kubernetes API has no field image; given: 'image'; fix: image is a field of the container: use `overrides`"],
    ['the container, which the pod has', { overrides: { hostNetwork: true } },
      "unknown-field: overrides of the container 'agent': the Kubernetes API has no field hostNetwork; given: 'hostNetwork'; fix: hostNetwork is a field of the pod: use `podOverrides`"],
    ['the pod, which the workload has', { podOverrides: { minReadySeconds: 5 } },
      "unknown-field: podOverrides: the Kubernetes API has no field minReadySeconds; given: 'minReadySeconds'; fix: minReadySeconds is a field of the workload: use `specOverrides`"],
  ])('for a slip in an override of %s', (_, props, message) => {
    expect(problemsOf(props)).toEqual([message]);
  });

  test('for a field that the oldest cluster does not know, or has not switched on', () => {
    const newer = (what: string, version: string) =>
      `field-too-new: ${what} needs Kubernetes ${version}; given: kubernetesVersion 1.28; allowed: ${version} or newer; fix: leave the field out, or raise kubernetesVersion with TargetCluster.configure when the oldest cluster is there`;
    expect(problemsOf({ podOverrides: { hostnameOverride: 'a', resources: { limits: { cpu: '1' } } }, overrides: { lifecycle: { stopSignal: 'SIGINT' } } })).toEqual([
      newer('podOverrides: hostnameOverride', '1.35'), newer('podOverrides: resources', '1.34'), newer("overrides of the container 'agent': lifecycle.stopSignal", '1.33'),
    ]);
  });

  test('for a value of the wrong type', () => {
    expect(problemsOf({ overrides: { args: 'a', ports: [{ containerPort: '80' }] } })).toEqual([
      "invalid-field: overrides of the container 'agent': args cannot be used; given: 'a'; allowed: list of string; fix: write it as the Kubernetes API does",
      "invalid-field: overrides of the container 'agent': ports[0].containerPort cannot be used; given: '80'; allowed: integer; fix: remove the quotes: the API server reads no numbers and truth values in text",
    ]);
  });

  test('for a text that the API does not know there, and for an amount that nobody can read', () => {
    expect(problemsOf({ overrides: { imagePullPolicy: 'Sometimes', resources: { limits: { cpu: 'two' } } }, podOverrides: { dnsPolicy: 'clusterfirst' } })).toEqual([
      "invalid-field: podOverrides: dnsPolicy cannot be used; given: 'clusterfirst'; allowed: one of ClusterFirst, ClusterFirstWithHostNet, Default, None; fix: use one of these words, in this spelling",
      "invalid-field: overrides of the container 'agent': imagePullPolicy cannot be used; given: 'Sometimes'; allowed: one of Always, IfNotPresent, Never; fix: use one of these words, in this spelling",
      "invalid-field: overrides of the container 'agent': resources.limits.cpu cannot be used; given: 'two'; allowed: quantity; fix: write it as the Kubernetes API does",
    ]);
  });

  test('for an image that means another one tomorrow', () => {
    expect(problemsOf({ overrides: { image: 'example.com/agent:latest' } })).toEqual([
      "mutable-image: the tag `latest` is another image tomorrow; given: 'example.com/agent:latest'; allowed: a tag other than latest, a digest, or both; fix: pin the version that you tested: nodes that start later must get the same image",
    ]);
  });

  test('for a request above the limit', () => {
    expect(problemsOf({ overrides: { resources: { limits: { cpu: '10m' } } } })).toEqual([
      "request-above-limit: the workload with its overrides: the container 'agent' requests more cpu than its limit allows; given: request 50m, limit 10m; allowed: a request up to the limit; fix: raise the limit, or set both with `resources`",
    ]);
    expect(errorsOf(patched(JsonPatch.replace('/spec/template/spec/containers/0/resources/limits/memory', '1Mi')))).toEqual([
      "[test/agent] request-above-limit: the patched DaemonSet 'agent': the container 'agent' requests more memory than its limit allows; given: request 64Mi, limit 1Mi; allowed: a request up to the limit; fix: raise the limit, or set both with `resources`",
    ]);
  });

  test('for two entries of one key', () => {
    expect(problemsOf({ overrides: { env: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }] } })).toEqual([
      "invalid-field: overrides of the container 'agent': env[1] cannot be used; given: name 'A'; allowed: one item for each name; fix: keep one: the same entry stands in env[0]",
    ]);
  });

  test.each([
    ['privileged', { overrides: { securityContext: { privileged: true, allowPrivilegeEscalation: true } } },
      "the container 'agent' gets privileged without a reason; given: an override or a patch; fix: ask for it by name: ContainerSecurity.privileged(reason)"],
    ['root', { overrides: { securityContext: { runAsUser: 0, runAsNonRoot: false } } },
      "the container 'agent' gets root without a reason; given: an override or a patch; fix: ask for it by name: ContainerSecurity.root(reason)"],
    ['a capability', { overrides: { securityContext: { capabilities: { add: ['NET_ADMIN'] } } } },
      "the container 'agent' gets NET_ADMIN without a reason; given: an override or a patch; fix: ask for it by name: Capability.add('NET_ADMIN', reason)"],
    ['root for all', { podOverrides: { securityContext: { runAsUser: 0 } } },
      'the pod gets root without a reason; given: an override or a patch; fix: ask for it by name: ContainerSecurity.root(reason)'],
    ['the host network', { podOverrides: { hostNetwork: true } },
      'the pod gets hostNetwork without a reason; given: an override or a patch; fix: ask for it by name: HostNamespace.network(reason)'],
    ['the processes of the host', { podOverrides: { hostPID: true } },
      'the pod gets hostPID without a reason; given: an override or a patch; fix: ask for it by name: HostNamespace.pid(reason)'],
    ['the memory of the host', { podOverrides: { hostIPC: true } },
      'the pod gets hostIPC without a reason; given: an override or a patch; fix: ask for it by name: HostNamespace.ipc(reason)'],
    ['HostProcess', { podOverrides: { securityContext: { windowsOptions: { hostProcess: true } } } },
      'the pod gets hostProcess without a reason; given: an override or a patch; fix: ask for it by name: ContainerSecurity.windowsHostProcess(user, reason)'],
  ])('for %s by override without a reason', (_, props, message) => {
    expect(problemsOf(props).filter(line => line.startsWith('missing-reason'))).toEqual([`missing-reason: ${message}`]);
  });

  test('not for what has a reason already', () => {
    expect(problemsOf({
      securityContext: ContainerSecurity.root(WHY, { capabilities: [Capability.add('NET_ADMIN', WHY)] }), hostNamespaces: [HostNamespace.network(WHY)],
      overrides: { securityContext: { capabilities: { add: ['NET_ADMIN'] }, runAsUser: 0 } }, podOverrides: { hostNetwork: true },
    })).toEqual([]);
  });

  test('for privileged by override where escalation stays forbidden', () => {
    expect(problemsOf({ overrides: { securityContext: { privileged: true } } })[0]).toBe(
      "missing-reason: the container 'agent' gets privileged without a reason; given: an override or a patch; fix: ask for it by name: ContainerSecurity.privileged(reason)");
  });

  test('for a list of volumes that an override replaces', () => {
    expect(problemsOf({ hostPaths: [HostPath.readOnly('/var/log')], podOverrides: { volumes: [{ name: 'tmp', emptyDir: {} }] } })).toEqual([
      "unknown-volume: the container 'agent' mounts a volume that the pod does not have; given: 'var-log'; allowed: tmp; fix: add the volume, or remove the mount",
    ]);
  });

  test('for a probe of two kinds', () => {
    const http = Port.container('http', 80);
    expect(problemsOf({ ports: [http], livenessProbe: Probe.tcp(http), overrides: { livenessProbe: { exec: { command: ['a'] } } } })).toEqual([
      "invalid-probe: the livenessProbe of the container 'agent' asks in several ways; given: exec, tcpSocket; allowed: one of exec, httpGet, tcpSocket, grpc; fix: give the probe one of exec, httpGet, tcpSocket and grpc; of an agent, set it as a whole with the typed option",
    ]);
  });

  test('for a rollout with no budget, under the id of the check', () => {
    const [line, ...others] = problemsOf({ specOverrides: { updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } } });
    expect(others).toEqual([]);
    expect(line).toMatch(/^rollout-deadlock: DaemonSet node-agents\/agent, spec\.updateStrategy\.rollingUpdate\.maxUnavailable: .*; given: maxUnavailable: 0, maxSurge: 0; /);
  });

  test.each([
    ['two budgets', { maxSurge: 1 }, 'maxUnavailable: 10%, maxSurge: 1'],
    ['more than everything', { maxUnavailable: '101%' }, 'maxUnavailable: 101%, maxSurge: 0'],
  ])('for a rollout with %s', (_, rollingUpdate, given) => {
    expect(problemsOf({ specOverrides: { updateStrategy: { rollingUpdate } } })).toEqual([
      `invalid-rollout: a rollout cannot proceed by this much; given: ${given}; allowed: one of the two at 0, the other at 1 or more, or at 1% to 100%; fix: set maxUnavailable or maxSurge in spec.updateStrategy.rollingUpdate to 0, and the other one to 1 or more, or to a share such as 10% (\`Rollout.percent(10)\`)`,
    ]);
    expect(problemsOf({ rollout: Rollout.onDelete(), specOverrides: { updateStrategy: { rollingUpdate } } })).toEqual([]);
  });

  test('for a selector that no longer finds the pods', () => {
    expect(problemsOf({ specOverrides: { selector: { matchLabels: { more: 'x' } } } })).toEqual([
      'selector-mismatch: the selector does not match the labels of the pods; given: more: x in the selector, no such label on the pods; fix: give the pods all labels that spec.selector asks for; of an agent, set both with `identity`, and patch neither',
    ]);
  });

  test('for a patch that cannot be applied', () => {
    const [message, ...more] = errorsOf(patched(JsonPatch.replace('/spec/nowhere/at/all', 1)));
    expect(more).toEqual([]);
    // what stands between is what cdk8s says
    expect(message).toMatch(/^\[test\/agent\] patch-failed: the patched DaemonSet 'agent' cannot be written; given: .+; fix: a patch replaces and removes only what is there; print the object without it to see its paths$/);
  });

  test('for a patch with a slip, a newer field or a wrong type', () => {
    expect(errorsOf(patched(
      JsonPatch.add('/spec/template/spec/hostNetwrok', true), JsonPatch.add('/spec/template/spec/hostnameOverride', 'a'), JsonPatch.add('/spec/template/spec/containers/0/args', 'a'),
    ))).toEqual([
      "[test/agent] invalid-field: the patched DaemonSet 'agent': spec.template.spec.containers[0].args cannot be used; given: 'a'; allowed: list of string; fix: write it as the Kubernetes API does",
      "[test/agent] unknown-field: the patched DaemonSet 'agent': the Kubernetes API has no field spec.template.spec.hostNetwrok; given: 'hostNetwrok'; allowed: 'hostNetwork'; fix: did you mean hostNetwork?",
      "[test/agent] field-too-new: the patched DaemonSet 'agent': spec.template.spec.hostnameOverride needs Kubernetes 1.35; given: kubernetesVersion 1.28; allowed: 1.35 or newer; fix: leave the field out, or raise kubernetesVersion with TargetCluster.configure when the oldest cluster is there",
    ]);
  });

  test('for privileges by patch without a reason', () => {
    expect(errorsOf(patched(JsonPatch.add('/spec/template/spec/hostNetwork', true)))).toEqual([
      '[test/agent] missing-reason: the pod gets hostNetwork without a reason; given: an override or a patch; fix: ask for it by name: HostNamespace.network(reason)',
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
    expect(spec.template.spec.containers[0]).toMatchObject({ tty: true, resources: { limits: { memory: '1Gi' }, requests: { cpu: '50m' } } });
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
      "invalid-field: overrides of the container 'agent': tty cannot be used; given: 'yes'; allowed: boolean; fix: remove the quotes: the API server reads no numbers and truth values in text",
    ]);
    expect(problemsOf({ podOverrides: { hostPID: late(() => true) } })).toEqual([
      'missing-reason: the pod gets hostPID without a reason; given: an override or a patch; fix: ask for it by name: HostNamespace.pid(reason)',
    ]);
  });
});
