import { Chart, JsonPatch } from 'cdk8s';
import {
  AgentFile, AgentNetworkPolicy, AgentPlan, AgentService, ApiGrant, Capability, ContainerSecurity, EnvValue, HostNamespace, HostPath,
  IAgentCheck, IAgentFeature,
  KubernetesVersion, Port, Probe, PrometheusMonitor, Resources, TaintEffect, TargetCluster, Toleration, Volume, VolumeMount,
} from '../../../src/index';
import { codesIn, errorsOf, objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { makeAgent, messageOf, problemsOf, WHY } from '../make-agent';

function errorOf(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

/** What a user of the library would write: the journal of the node, read by a container of its own and served to others. */
class Journal implements IAgentFeature {
  public readonly port = Port.container('journal', 19531);

  public contribute(plan: AgentPlan): void {
    const reader = plan.addContainer({
      name: 'journal', image: 'example.com/journal:2', securityContext: ContainerSecurity.root('journals belong to root'),
    });
    reader.addHostPaths(HostPath.readOnly('/var/log/journal'), HostPath.file('/etc/machine-id'));
    reader.addPorts(this.port);
    reader.addEnv('NODE', EnvValue.of(plan.agentName));
    reader.addArgs('--node=$(NODE)', '--cluster-dns');
    reader.addFiles(AgentFile.text('/etc/journal/main.conf', 'follow = true\n'));
    reader.addGrants(ApiGrant.readPods());
    reader.addCapabilities(Capability.add('SYSLOG', 'reads the kernel ring buffer'));
    reader.addDefaults({ readinessProbe: Probe.tcp(this.port), resources: Resources.of({ cpu: '10m' }) });
    plan.addInitContainer({ name: 'prepare', image: 'example.com/journal:2' });
    plan.addToleration(Toleration.effect(TaintEffect.NO_EXECUTE));
    plan.addPodLabel('journal', 'yes');
    plan.addPodAnnotation('example.com/journal', 'follows');
    plan.addHostNamespace(HostNamespace.pid('sees the processes that log'));
    plan.addService(AgentService.headless([this.port], { name: 'journal' }));
  }
}

test('a feature of the user\'s own reaches everything that a preset reaches', () => {
  const chart = testChart();
  makeAgent({ features: [new Journal()] }, chart);
  expect(chart.toJson().map((object: any) => `${object.kind} ${object.metadata.name}`)).toEqual([
    'ServiceAccount agent', 'ClusterRole node-agents.agent', 'ClusterRoleBinding node-agents.agent', 'ConfigMap agent-config',
    'Service journal', 'DaemonSet agent',
  ]);
  const { metadata, spec } = objectOf(chart, 'DaemonSet').spec.template;
  expect(metadata).toMatchObject({ labels: { journal: 'yes' }, annotations: { 'example.com/journal': 'follows' } });
  expect(spec).toMatchObject({ hostPID: true, tolerations: [{ operator: 'Exists' }, { effect: 'NoExecute', operator: 'Exists' }] });
  expect(spec.initContainers.map((container: any) => container.name)).toEqual(['prepare']);
  expect(spec.containers[0].name).toBe('agent');
  expect(spec.containers[1]).toMatchObject({
    name: 'journal',
    args: ['--node=$(NODE)', '--cluster-dns'],
    env: [{ name: 'NODE', value: 'agent' }],
    ports: [{ name: 'journal' }],
    readinessProbe: { tcpSocket: { port: 'journal' } },
    resources: { requests: { cpu: '10m' } },
    securityContext: { runAsUser: 0, capabilities: { add: ['SYSLOG'] } },
  });
  expect(spec.containers[1].volumeMounts.map((mount: any) => mount.mountPath)).toEqual([
    '/etc/journal', '/etc/machine-id', '/var/log/journal', '/var/run/secrets/kubernetes.io/serviceaccount',
  ]);
});

test('a volume, a monitor and a policy may come from a feature too', () => {
  const http = Port.container('http', 8080);
  const chart = testChart();
  makeAgent({
    ports: [http],
    features: [{
      contribute: plan => {
        plan.container.addVolumeMounts(VolumeMount.of(Volume.emptyDir('tmp'), '/tmp'));
        plan.container.addApiAccess();
        plan.addMonitor(PrometheusMonitor.podMonitor(http));
        plan.addNetworkPolicy(AgentNetworkPolicy.of({ ingressPorts: [http] }));
        plan.addSidecar({ name: 'late', image: 'a:1' });
      },
    }],
  }, withSidecars(chart));
  expect(chart.toJson().map((object: any) => object.kind).sort()).toEqual(['DaemonSet', 'NetworkPolicy', 'PodMonitor', 'ServiceAccount']);
  const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
  expect(pod.volumes.map((volume: any) => volume.name)).toEqual(['kube-api-access', 'tmp']);
  expect(pod.initContainers).toMatchObject([{ name: 'late', restartPolicy: 'Always' }]);
});

function withSidecars(chart: Chart): Chart {
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_29 });
  return chart;
}

test('a feature may come later', () => {
  const [early, late] = [testChart(), testChart()];
  makeAgent({ features: [new Journal()] }, early);
  makeAgent({}, late).addFeature(new Journal());
  // objects are written in the order in which they came to be
  const byKind = (chart: Chart) => Object.fromEntries(chart.toJson().map((object: any) => [object.kind, object]));
  expect(byKind(late)).toEqual(byKind(early));
});

test('a feature sees what was made before it', () => {
  const chart = testChart();
  const seen: string[] = [];
  makeAgent({
    containers: [{ name: 'later', image: 'a:1' }], initContainers: [{ name: 'init', image: 'a:1' }],
    features: [{
      contribute: plan => {
        seen.push(
          plan.agentName, String(plan.namespace), plan.container.name, plan.container.image, String(plan.findContainer('init')?.name),
          String(plan.findContainer('later')),
        );
        seen.push(String(plan.usesHostNetwork), plan.cluster.kubernetesVersion.toString(), String(plan.nodes.operatingSystem));
      },
    }],
  }, chart);
  expect(seen).toEqual(['agent', 'node-agents', 'agent', 'example.com/agent:1.0.0', 'init', 'undefined', 'false', '1.28', 'linux']);
});

test('what the user gives wins over what a feature sets', () => {
  const feature: IAgentFeature = {
    contribute: plan => {
      plan.container.addEnv('LEVEL', EnvValue.of('info'));
      plan.container.addDefaults({
        resources: Resources.of({ cpu: '1' }), securityContext: ContainerSecurity.root('reads what only root may'),
      });
      plan.addPodLabel('tier', 'feature');
      plan.addPodAnnotation('tier', 'feature');
    },
  };
  const chart = testChart();
  makeAgent({
    env: {
      LEVEL: EnvValue.of('debug'),
    }, resources: Resources.of({ cpu: '2' }), podLabels: { tier: 'user' }, podAnnotations: { tier: 'user' }, features: [feature],
  }, chart);
  const { metadata, spec } = objectOf(chart, 'DaemonSet').spec.template;
  expect([metadata.labels.tier, metadata.annotations.tier]).toEqual(['user', 'user']);
  expect(spec.containers[0]).toMatchObject({
    env: [{ name: 'LEVEL', value: 'debug' }], resources: { requests: { cpu: '2' } }, securityContext: { runAsUser: 0 },
  });
});

test('a default of an earlier feature stays, and one that is given as undefined is none', () => {
  const first = {
    contribute: (plan: AgentPlan) => plan.container.addDefaults({ resources: Resources.of({ cpu: '1' }), livenessProbe: undefined }),
  };
  const second = {
    contribute: (plan: AgentPlan) => plan.container.addDefaults({
      resources: Resources.of({ cpu: '2' }), livenessProbe: Probe.exec(['/live']),
    }),
  };
  const chart = testChart();
  makeAgent({ resources: undefined, features: [first, second] }, chart);
  expect(
    objectOf(chart, 'DaemonSet').spec.template.spec.containers[0],
  ).toMatchObject({ resources: { requests: { cpu: '1' } }, livenessProbe: { exec: { command: ['/live'] } } });
});

test('what a container hands out is a copy', () => {
  const agent = makeAgent({
    ports: [Port.container('http', 80)], hostPaths: [HostPath.readOnly('/var/log')], args: ['--a'], env: { A: EnvValue.of('user') },
  }, testChart());
  agent.container.addEnv('A', EnvValue.of('feature'));
  agent.container.addEnv('B', EnvValue.of('feature'));
  agent.container.ports.pop();
  agent.container.hostPaths.pop();
  agent.container.args.pop();
  delete agent.container.env.A;
  expect(agent.container.args).toEqual(['--a']);
  expect(agent.container.env.A.text).toBe('user');
  expect(Object.keys(agent.container.env).sort()).toEqual(['A', 'B']);
  expect(agent.container.ports).toHaveLength(1);
  expect(agent.container.hostPaths).toHaveLength(1);
});

test('arguments have the line ends of Linux', () => {
  const chart = testChart();
  makeAgent({ args: ['a\r\nb'] }, chart).container.addArgs('c\rd');
  expect(objectOf(chart, 'DaemonSet').spec.template.spec.containers[0].args).toEqual(['a\nb', 'c\nd']);
});

describe('fails', () => {
  test('for two features that set a label or an annotation to two values', () => {
    const setting = (value: string): IAgentFeature => ({
      contribute: plan => {
        plan.addPodLabel('tier', value);
        plan.addPodAnnotation('note', value);
      },
    });
    expect(problemsOf({ features: [setting('a'), setting('b')] })).toEqual([
      refusal('conflicting-metadata', { given: "'a' and 'b'", names: ['tier'] }),
      refusal('conflicting-metadata', { given: "'a' and 'b'", names: ['note'] }),
    ]);
    expect(problemsOf({ features: [setting('a'), setting('a')] })).toEqual([]);
  });

  test('for two containers of one name', () => {
    expect(problemsOf({ features: [{ contribute: plan => plan.addContainer({ name: 'agent', image: 'a:1' }) }] })).toEqual([
      refusal('duplicate-container', { given: "'agent'", names: ['agent'] }),
    ]);
  });

  test('when the feature itself says so, together with all other errors', () => {
    const found = problemsOf({
      rollout: undefined, args: ['$(MISSING)'],
      features: [{ contribute: plan => plan.addError({ what: 'this cannot be', fix: 'do something else' }) }],
    });
    expect(found[0]).toEqual(refusal('feature-error'));
    expect(codesIn(found)).toEqual(['feature-error', 'unset-variable']);
  });

  test('for a label or annotation that no pod can have, with the construct', () => {
    expect(messageOf(() => makeAgent({ features: [{ contribute: plan => plan.addPodLabel('a b', 'c') }] }, testChart()))).toEqual(
      refusal('invalid-label', { at: 'test/agent', given: "'a b'" }));
    const agent = makeAgent({}, testChart());
    agent.addFeature({ contribute: plan => plan.addPodAnnotation('a b', 'c') });
    expect(messageOf(() => agent)).toEqual(
      refusal('invalid-label', { at: 'test/agent', given: "'a b'" }));
  });

  test('with the construct, when the feature itself fails', () => {
    const broken: IAgentFeature = {
      contribute: () => {
        throw new TypeError('port is undefined');
      },
    };
    const message = refusal('feature-error', { at: 'test/agent', names: ['TypeError'] });
    expect(messageOf(() => makeAgent({ features: [broken] }))).toEqual(message);
    expect(messageOf(() => makeAgent().addFeature(broken))).toEqual(message);
  });

  test('with the name of the feature and what it threw, when it fails and has a class', () => {
    const thrown = new RangeError('no port is left');
    class Broken implements IAgentFeature, IAgentCheck {
      public constructor(private readonly early: boolean) {}
      public contribute(plan: AgentPlan): void {
        if (this.early) {throw thrown;}
        plan.addCheck(this);
      }
      public check(): void {
        throw new Error('no team');
      }
    }
    const error = errorOf(() => makeAgent({ features: [new Broken(true)] }));
    expect(error.message).toEqual(refusal('feature-error', { at: 'test/agent', names: ['RangeError'] }));
    expect(error.cause).toBe(thrown);
    expect(problemsOf({ features: [new Broken(false)] })).toEqual([
      refusal('feature-error', { given: 'no team' }),
    ]);
  });

  test('when a check finds what only the whole tells, patches included', () => {
    const needsTeam: IAgentFeature & IAgentCheck = {
      contribute(plan) {
        plan.addCheck(this);
      },
      check(review) {
        if (review.podLabels.team === undefined) {
          review.addError({
            code: 'acme/missing-team', what: 'nobody owns the agent', given: 'no label', allowed: 'a team', fix: 'add a label',
          });
        }
      },
    };
    const message = refusal('acme/missing-team', { given: 'no label', allowed: 'a team' });
    expect(problemsOf({ features: [needsTeam] })).toEqual([message]);
    expect(problemsOf({ features: [needsTeam], podLabels: { team: 'a' } })).toEqual([]);
    const chart = testChart();
    const agent = makeAgent({ features: [needsTeam] }, chart);
    expect(errorsOf(chart)).toEqual([message.of('test/agent')]);
    agent.apiObject.addJsonPatch(JsonPatch.add('/spec/template/metadata/labels/team', 'a'));
    expect(errorsOf(chart)).toEqual([]);
  });

  test('for a code of a feature that could be one of the library', () => {
    const message = refusal('feature-error', { at: 'test/agent', given: "'invalid-path'" });
    const problem = { code: 'invalid-path', what: 'a', fix: 'b' };
    expect(messageOf(() => makeAgent({ features: [{ contribute: plan => plan.addError(problem) }] }))).toEqual(message);
    expect(problemsOf({ features: [{ contribute: plan => plan.addCheck({ check: review => review.addError(problem) }) }] })).toEqual([
      refusal('feature-error', { given: "'invalid-path'" }),
    ]);
    expect(problemsOf({ features: [{ contribute: plan => plan.addError({ ...problem, code: 'feature-error' }) }] })).toEqual([
      refusal('feature-error'),
    ]);
  });

  test('for nothing that a check wrote into what it looks at', () => {
    const chart = testChart();
    makeAgent({ features: [{ contribute: plan => plan.addCheck({ check: review => {review.podSpec.hostNetwork = true;} }) }] }, chart);
    expect(errorsOf(chart)).toEqual([]);
    expect(objectOf(chart, 'DaemonSet').spec.template.spec.hostNetwork).toBeUndefined();
  });

  test('when a check fails, or contributes', () => {
    const check = (act: IAgentCheck['check']): IAgentFeature => ({ contribute: plan => plan.addCheck({ check: act }) });
    expect(problemsOf({
      features: [check(review => review.findContainer('none').args)],
    })).toEqual([refusal('feature-error', { names: ['TypeError', 'args'] })]);
    const agent = makeAgent({}, testChart());
    agent.addFeature(check(() => agent.container.addArgs('--late')));
    expect(agent.node.validate()).toEqual([
      refusal('feature-error'),
    ]);
  });

  test('for a name that no container can have', () => {
    expect(messageOf(() => makeAgent({ containers: [{ name: 'My Container', image: 'a:1' }] }, testChart()))).toEqual(
      refusal('invalid-name', { at: 'test/agent', given: "'My Container'", names: ['containers[0]', '63'] }));
  });
});

test('what is contributed late is the same, and written before the pods that need it', () => {
  const feature: IAgentFeature = {
    contribute: ({ container }) => {
      container.addGrants(ApiGrant.readPods());
      container.addFiles(AgentFile.text('/etc/agent/config.yaml', 'a: 1'));
    },
  };
  const [early, late] = [testChart(), testChart()];
  makeAgent({ features: [feature] }, early);
  makeAgent({}, late).addFeature(feature);
  makeAgent({ name: 'other' }, early, 'other');
  makeAgent({ name: 'other' }, late, 'other');
  expect(late.toJson()).toEqual(early.toJson());
});

test('every privilege is reported with its reason, in a fixed order', () => {
  const agent = makeAgent({ features: [new Journal()], hostNamespaces: [HostNamespace.network(WHY)] }, testChart());
  expect(agent.privileges).toEqual([
    { name: 'hostNetwork', reason: WHY }, { name: 'hostPID', reason: 'sees the processes that log' },
    { name: 'root', container: 'journal', reason: 'journals belong to root' },
    { name: 'SYSLOG', container: 'journal', reason: 'reads the kernel ring buffer' },
  ]);
});
