import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { troubleshootingPage } from '../../../scripts/troubleshooting/make-troubleshooting';
import { RULES } from '../../../src/checks/rules';
import { CHECK_SYMPTOMS } from '../../../src/cli/doctor/check-symptoms';
import { agentYaml, Files, Ran, runWith } from '../fake-io';

const EXAMPLE = join(__dirname, '..', '..', '..', 'examples', 'platform');
const files = new Files();
afterAll(() => files.remove());

interface Found {
  readonly agent: { readonly name: string };
  readonly symptom: string;
  readonly level: string;
  readonly code: string;
  readonly from: string;
  readonly nodes: readonly string[];
  readonly [more: string]: unknown;
}

const list = (items: object[]): string => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
const node = (name: string, more: object = {}): object => ({ apiVersion: 'v1', kind: 'Node', metadata: { name }, ...more });
const LOGS = files.write('logs.yaml', agentYaml('logs'));

interface PodOptions {
  readonly agent?: string;
  readonly generation?: string;
  readonly ready?: boolean;
  readonly status?: object;
}

const pod = (name: string, on: string, { agent = 'logs', generation = '1', ready = true, status = {} }: PodOptions = {}): object => ({
  apiVersion: 'v1', kind: 'Pod',
  metadata: {
    name, namespace: 'agents', labels: { 'app': agent, 'pod-template-generation': generation },
    ownerReferences: [{ apiVersion: 'apps/v1', kind: 'DaemonSet', name: agent, controller: true }],
  },
  spec: { nodeName: on, containers: [{ name: 'main' }] },
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }], ...status },
});
const event = (name: string, reason: string, message: string, more: object = {}): object => ({
  apiVersion: 'v1', kind: 'Event', metadata: { name: `${name}.1`, namespace: 'agents' }, type: 'Warning', reason, message, count: 3,
  involvedObject: { kind: 'Pod', namespace: 'agents', name, fieldPath: 'spec.containers{main}' },
  source: { component: 'kubelet', host: 'a' }, ...more,
});

async function doctor(agents: string, cluster: object[] | undefined, ...args: string[]): Promise<Found[]> {
  const given = cluster === undefined ? [] : [files.write('cluster.json', list(cluster))];
  const { out, err } = await runWith(['doctor', agents, ...given, ...args, '--format', 'json']);
  expect(err).toBe('');
  return JSON.parse(out);
}

const codes = (
  found: readonly Found[],
): string[] => found.filter(({ level }) => level !== 'note').map(({ level, symptom, code }) => `${level} `
  + `${symptom} ${code}`);

describe('from manifests alone', () => {
  test('an agent without a fault has none, and what was not given is named', async () => {
    const {
      code, out,
    } = await runWith(['doctor', files.write('fine.yaml', agentYaml('logs', 'priorityClassName: system-node-critical\n'))]);
    expect(out).toMatch(/nothing found\n\n1 DaemonSet: nothing found\nnot given, so not looked at: nodes .*, pods .*, events/);
    expect(code).toBe(0);
  });

  test('host paths are held against what the platform has', async () => {
    const volumes = '\nvolumes:\n- {name: runtime, hostPath: {path: /run/containerd, type: Directory}}\n- {name: data, hostPath: {path: '
      + '/data, type: DirectoryOrCreate}}\n';
    const agents = files.write('paths.yaml', agentYaml('logs', volumes));
    expect((await doctor(
      agents, undefined, '--platform', 'openshift', '--symptom', 'mount',
    )).map(({ code, path, line }) => [code, path, line])).toEqual([
      ['host-path-on-immutable-os', 'spec.template.spec.volumes[1].hostPath.path', expect.any(Number)],
      ['other-platform-path', 'spec.template.spec.volumes[0].hostPath.path', expect.any(Number)],
    ]);
  });

  test('a namespace that refuses the pods is an error, by the rules of admission', async () => {
    const agents = files.write('refused.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: agents, labels: '
      + `{pod-security.kubernetes.io/enforce: baseline}}\n---\n${agentYaml('logs', 'hostNetwork: true\n')}`);
    const [found] = await doctor(agents, undefined, '--symptom', 'refused');
    expect(found).toMatchObject({
      level: 'error', code: 'violates-pod-security', from: 'manifest', cause: expect.stringContaining('hostNetwork=true'),
    });
  });

  test('rollouts that cannot end are found by the rule of check, and with nodes by the simulation', async () => {
    const surging = agentYaml('logs', 'hostNetwork: true\n').replace(
      'spec:\n', 'spec:\n  updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}\n',
    ).replace('          readiness', '          ports: [{containerPort: 9100}]\n          readiness');
    expect(codes(await doctor(files.write('surge.yaml', surging), undefined, '--symptom', 'rollout'))).toEqual([
      'error rollout rollout-deadlock',
    ]);
    expect(codes(
      await doctor(LOGS, [node('a'), node('b', { status: { conditions: [{ type: 'Ready', status: 'False' }] } })], '--symptom', 'rollout'),
    )).toEqual(['warning rollout rollout-stalled']);
  });

  test('the access to nodes is a note', async () => {
    const [found] = await doctor(files.write('access.yaml', agentYaml('logs', 'hostPID: true\n')), undefined, '--symptom', 'permission');
    expect(found).toMatchObject({ level: 'note', code: 'node-access', cause: expect.stringMatching(/level privileged: hostPID/) });
  });

  test('a null in the metadata hides nothing of an agent', async () => {
    const yaml = agentYaml('logs', 'hostPID: true\nhostNetwork: true\n');
    const withNull = yaml.replace('metadata:\n', 'metadata:\n  creationTimestamp: null\n');
    const [
      plain, same,
    ] = [await doctor(files.write('plain.yaml', yaml), undefined), await doctor(files.write('null.yaml', withNull), undefined)];
    expect(withNull).not.toBe(yaml);
    expect(plain.length).toBeGreaterThan(1);
    expect(codes(same)).toEqual(codes(plain));
  });

  test('every check that leads to a symptom is one', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    expect([...CHECK_SYMPTOMS.keys()].filter(code => !ids.has(code))).toEqual([]);
    expect(CHECK_SYMPTOMS.size).toBeGreaterThan(40);
  });
});

describe('from a cluster', () => {
  const FAILED_MOUNT = 'MountVolume.SetUp failed for volume "v" : hostPath type check failed: /run/x.sock is not a socket file';

  test('the same event of several pods is one, with its nodes, its container and how often it was seen', async () => {
    const found = await doctor(LOGS, [node('a'), node('b'), pod('logs-bcdfg', 'a', { ready: false }), pod('logs-hjklm', 'b', {
      ready: false,
    }), event('logs-bcdfg', 'FailedMount', FAILED_MOUNT), event('logs-hjklm', 'FailedMount', FAILED_MOUNT)], '--symptom', 'mount');
    expect(found).toMatchObject([{
      level: 'error', code: 'host-path-not-a-socket', from: 'event', by: 'kubelet', nodes: ['a', 'b'], pods: ['logs-bcdfg', 'logs-hjklm'],
      times: 6, container: 'main', parts: { volume: 'v', path: '/run/x.sock' },
    }]);
  });

  test('what is over is a note: the pod runs again, or is gone', async () => {
    const found = await doctor(LOGS, [
      node('a'), pod('logs-bcdfg', 'a'), event('logs-bcdfg', 'FailedMount', FAILED_MOUNT), event('logs-hjklm', 'FailedMount', FAILED_MOUNT),
    ]);
    expect(found.filter(({ code }) => code === 'host-path-not-a-socket').map(({ level }) => level)).toEqual(['note']);
    expect((await runWith(['doctor', LOGS, files.path('cluster.json'), '--symptom', 'mount'])).code).toBe(0);
  });

  test('without pods an event counts for the agent whose pods have such names, and events of others do not', async () => {
    const cluster = [
      node('a'), event('logs-bcdfg', 'FailedMount', FAILED_MOUNT), event('logs-agent-bcdfg', 'FailedMount', FAILED_MOUNT),
      event('logs-bcdfg', 'FailedMount', FAILED_MOUNT, { involvedObject: { kind: 'Pod', namespace: 'other', name: 'logs-bcdfg' } }),
    ];
    expect(await doctor(LOGS, cluster, '--symptom', 'mount')).toMatchObject([{ pods: ['logs-bcdfg'], nodes: ['a'], times: 3 }]);
  });

  test('a check that knows the cause gives the fix', async () => {
    const agents = files.write(
      'runtime.yaml', agentYaml('logs', 'volumes:\n- {name: runtime, hostPath: {path: /run/containerd, type: Directory}}\n'),
    );
    const message = 'MountVolume.SetUp failed for volume "runtime" : hostPath type check failed: /run/containerd is not a directory';
    const found = await doctor(
      agents, [node('a'), pod('logs-bcdfg', 'a', { ready: false }), event('logs-bcdfg', 'FailedMount', message)], '--platform', 'openshift',
      '--symptom', 'mount',
    );
    expect(found).toMatchObject([{
      code: 'host-path-not-a-directory', cause: expect.stringContaining('other-platform-path'), fix: expect.stringContaining('/run/crio'),
      path: 'spec.template.spec.volumes[0].hostPath.path',
    }]);
  });

  test('the function of explain names what the event leaves out', async () => {
    const message = '0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 No preemption victims found for '
      + 'incoming pod.';
    const waiting = {
      status: { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }] }, ready: false,
    };
    const full = node('a', { status: { allocatable: { cpu: '5m', memory: '1Gi', pods: '10' } } });
    const found = await doctor(LOGS, [full, pod('logs-bcdfg', 'a', waiting), event('logs-bcdfg', 'FailedScheduling', message, {
      source: { component: 'default-scheduler' }, involvedObject: { kind: 'Pod', namespace: 'agents', name: 'logs-bcdfg' },
    })], '--symptom', 'pending');
    expect(found).toMatchObject([{
      level: 'error', code: 'insufficient-resource', nodes: ['a'], parts: { resource: 'cpu' },
      fix: expect.stringContaining('the node has 5m in all'),
    }]);
  });

  test('summaries give way to what names the cause', async () => {
    const crashed = {
      ready: false, status: {
        containerStatuses: [{
          name: 'main',
          state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 10s restarting failed container=main pod=logs-bcdfg' } },
          lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
        }],
      },
    };
    const found = await doctor(LOGS, [
      node('a'), pod('logs-bcdfg', 'a', crashed),
      event('logs-bcdfg', 'BackOff', 'Back-off restarting failed container main in pod logs-bcdfg_agents(1)'),
    ]);
    expect(codes(found).filter(each => each.includes('crash'))).toEqual(['error crash out-of-memory']);
  });

  test.each([
    [2, 'exit-with-error'], [127, 'exit-not-found'], [139, 'exit-crashed'],
  ])('the exit code %d tells what it can', async (exitCode, expected) => {
    const crashed = {
      ready: false,
      status: { containerStatuses: [{ name: 'main', state: { terminated: { exitCode, reason: 'Error', message: 'something new' } } }] },
    };
    expect(codes(await doctor(LOGS, [node('a'), pod('logs-bcdfg', 'a', crashed)], '--symptom', 'crash'))).toEqual([
      `error crash ${expected}`,
    ]);
  });

  test('a crash of the new template alone is the update, with the command that goes back', async () => {
    const crashed = {
      generation: '2', ready: false,
      status: { containerStatuses: [{ name: 'main', state: { terminated: { exitCode: 1, reason: 'Error' } } }] },
    };
    const found = await doctor(LOGS, [node('a'), node('b'), pod('logs-bcdfg', 'a', crashed), pod('logs-hjklm', 'b')]);
    expect(found.find(({ symptom }) => symptom === 'crash')).toMatchObject({
      fix: expect.stringContaining('kubectl rollout undo daemonset/logs -n agents'),
    });
    expect(found.find(({ symptom }) => symptom === 'rollout')).toMatchObject({ level: 'error', code: 'rollout-stalled', nodes: ['a'] });
    const all = await doctor(LOGS, [node('a'), pod('logs-bcdfg', 'a', crashed)]);
    expect(all.find(({ symptom }) => symptom === 'crash')!.fix).not.toContain('undo');
  });

  test('what is denied is answered with the least access of that container', async () => {
    const agents = files.write(
      'denied.yaml',
      agentYaml('logs', 'volumes:\n- {name: log, hostPath: {path: /var/log}}\n').replace(
        '          resources:',
        '          securityContext: {runAsUser: 65534}\n          volumeMounts: [{name: log, mountPath: /host/log, readOnly: true}]\n      '
          + '    resources:',
      ),
    );
    const crashed = {
      ready: false, status: {
        containerStatuses: [
          { name: 'main', state: { terminated: { exitCode: 1, message: 'starting\nopen /host/log/messages: permission denied\n' } } },
        ],
      },
    };
    expect(await doctor(agents, [node('a'), pod('logs-bcdfg', 'a', crashed)], '--symptom', 'permission')).toMatchObject([
      {
        level: 'error', code: 'file-denied', fix: expect.stringContaining('supplementalGroups'),
        path: 'spec.template.spec.containers[0].securityContext.runAsUser', parts: { path: '/host/log/messages' },
      },
      { code: 'node-access' },
    ]);
  });

  test('a node without the pod that it should have is an error', async () => {
    expect(
      await doctor(LOGS, [node('a'), node('b'), pod('logs-bcdfg', 'a')], '--symptom', 'no-pod'),
    ).toMatchObject([{ level: 'error', code: 'pod-missing', nodes: ['b'] }]);
  });

  test('where the pod runs, the node is left alone', async () => {
    const pressed = node('a', { status: { conditions: [{ type: 'DiskPressure', status: 'True' }] } });
    expect(codes(await doctor(LOGS, [pressed, pod('logs-bcdfg', 'a')], '--symptom', 'evicted'))).not.toContain(
      'warning evicted node-pressure',
    );
    expect(codes(await doctor(LOGS, [pressed], '--symptom', 'evicted'))).toContain('warning evicted node-pressure');
  });

  test('warnings that nobody knows are notes, and other events are none', async () => {
    const found = await doctor(LOGS, [
      node('a'), pod('logs-bcdfg', 'a', { ready: false }), event('logs-bcdfg', 'Odd', 'something new'),
      event('logs-bcdfg', 'Pulled', 'image pulled', { type: 'Normal' }),
    ]);
    expect(found.filter(({ from }) => from === 'event')).toMatchObject([
      { level: 'note', code: 'unknown-event', says: 'Odd: something new' },
    ]);
  });

  test('events of events.k8s.io are read, and files of their own', async () => {
    const of = {
      apiVersion: 'events.k8s.io/v1', kind: 'Event', metadata: { name: 'x', namespace: 'agents' }, type: 'Warning', reason: 'FailedMount',
      note: FAILED_MOUNT, regarding: { kind: 'Pod', namespace: 'agents', name: 'logs-bcdfg' }, reportingController: 'kubelet',
      reportingInstance: 'a', series: { count: 8 },
    };
    const events = files.write('events.json', list([of]));
    expect(await doctor(LOGS, undefined, '--events', events, '--symptom', 'mount')).toMatchObject([{ nodes: ['a'], times: 8 }]);
    expect(
      await runWith(['doctor', LOGS, '--events', LOGS]),
    ).toMatchObject({ code: 1, err: expect.stringContaining('there is no Event in it') });
  });

  test('of an agent that is written and comes from the cluster, the latter counts', async () => {
    const live = {
      ...JSON.parse(JSON.stringify({
        apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'logs', namespace: 'agents' }, spec: {
          selector: { matchLabels: { app: 'logs' } },
          template: { metadata: { labels: { app: 'logs' } }, spec: { nodeName: 'b', containers: [{ name: 'main', image: 'a:1' }] } },
        },
      })),
      status: { desiredNumberScheduled: 1 },
    };
    expect((await doctor(LOGS, [node('a'), live], '--symptom', 'no-pod')).map(({ code }) => code)).toEqual(['node-name-mismatch']);
  });
});

describe('one message', () => {
  const message = 'Error: secret "agent-token" not found';

  test('is explained without files, as text and as JSON', async () => {
    const { code, out } = await runWith(['doctor', '--event', message]);
    expect([code, out.split('\n')[0]]).toEqual([
      2, 'The container cannot be created (CreateContainerConfigError): variable-secret-missing, written by the kubelet',
    ]);
    expect(JSON.parse((await runWith(['doctor', '--event', message, '--format', 'json'])).out)).toMatchObject([
      { symptom: 'config', code: 'variable-secret-missing', parts: { name: 'agent-token' } },
    ]);
    expect(
      await runWith(['doctor', '--event', 'something new']),
    ).toMatchObject({ code: 0, out: expect.stringContaining('not in the table') });
  });

  test('with files it is about their agents', async () => {
    expect(
      await doctor(LOGS, undefined, '--event', message, '--symptom', 'config'),
    ).toMatchObject([{ agent: { name: 'logs' }, code: 'variable-secret-missing' }]);
  });
});

test('the incident of the example is told agent by agent, the worst of a symptom first', async () => {
  const ran: Ran = await runWith([
    'doctor', join(EXAMPLE, 'expected'), join(EXAMPLE, 'nodes.json'), join(EXAMPLE, 'incident.json'), '--format', 'json',
  ]);
  const found: Found[] = JSON.parse(ran.out);
  expect(ran.code).toBe(2);
  expect(found.filter(({ level, from }) => level === 'error' && from !== 'rollout').map(({ agent, code, nodes }) => [
    agent.name, code, nodes,
  ])).toEqual([
    ['logs', 'file-denied', ['worker-1']], ['logs', 'node-not-ready', ['worker-3']], ['logs', 'node-low-on-resource', ['batch-2']],
    ['metrics', 'host-port-taken', ['worker-4']], ['nfs', 'host-path-not-a-directory', ['worker-2']],
    ['node-agent', 'image-not-found', ['arm-1', 'worker-1', 'worker-2', 'worker-3', 'worker-4']],
  ]);
});

test('the page of troubleshooting is what the tables and the command say', async () => {
  expect(readFileSync(join(__dirname, '..', '..', '..', 'docs', 'troubleshooting.md'), 'utf8')).toBe(await troubleshootingPage());
});
