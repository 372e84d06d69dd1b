import { Chart } from 'cdk8s';
import * as fc from 'fast-check';
import {
  AgentFile, AgentPlan, ApiGrant, Capability, ContainerSecurity, EnvValue, HostNamespace, HostPath, IAgentFeature, NodeAgentProps,
  NodeCoverage, NodePool, NodePoolOptions,
  Port, Probe, PrometheusMonitor, Resources,
} from '../../../src';
import { codesOf, errorsOf, expectStrict, objectOf, testChart } from '../../support/golden';
import { runs } from '../../support/runs';
import { makeAgent } from '../make-agent';

const poolOf = (name: string, options: Partial<NodePoolOptions> = {}) => NodePool.of(name, {
  nodes: NodeCoverage.labelled({ size: name }), ...options,
});
const CONFIG = '/etc/program/program.yaml';
const file = (text: string) => AgentFile.text(CONFIG, text);

function chartOf(props: Partial<NodeAgentProps>): Chart {
  const chart = testChart();
  makeAgent({ files: [file('a: 1')], securityContext: ContainerSecurity.root('sets the clock'), ...props }, chart);
  return chart;
}

const podOf = (chart: Chart, name: string = 'agent') => objectOf(chart, 'DaemonSet', name).spec.template;
const containerOf = (chart: Chart, name?: string) => podOf(chart, name).spec.containers[0];
const dataOf = (chart: Chart, name: string) => objectOf(chart, 'ConfigMap', name)?.data;
const hashOf = (chart: Chart, name: string) => Object.values(podOf(chart, name).metadata.annotations)[0];

describe('files of a pool', () => {
  const chart = chartOf({ pools: [poolOf('large', { files: [file('a: 2')] }), poolOf('other'), NodePool.rest()] });

  test('take the place of those of the agent, in a ConfigMap of the pool', () => {
    expect(dataOf(chart, 'agent-config')).toEqual({ 'program.yaml': 'a: 1' });
    expect(dataOf(chart, 'agent-large-config')).toEqual({ 'program.yaml': 'a: 2' });
    expect(podOf(chart, 'agent-large').spec.volumes[0].configMap.name).toBe('agent-large-config');
    expect(podOf(chart, 'agent-other').spec.volumes[0].configMap.name).toBe('agent-config');
    expect(errorsOf(chart)).toEqual([]);
    expectStrict(chart.toJson(), 28);
  });

  test('roll the pods of the pool alone', () => {
    const changed = chartOf({ pools: [poolOf('large', { files: [file('a: 3')] }), poolOf('other'), NodePool.rest()] });
    expect(['agent', 'agent-other', 'agent-large'].map(name => hashOf(chart, name) === hashOf(changed, name))).toEqual([true, true, false]);
  });

  test('change nothing of the other workloads', () => {
    const without = chartOf({ pools: [poolOf('large'), poolOf('other'), NodePool.rest()] });
    ['agent', 'agent-other'].forEach(name => expect(objectOf(chart, 'DaemonSet', name)).toEqual(objectOf(without, 'DaemonSet', name)));
  });

  test('leave no ConfigMap behind that nobody mounts', () => {
    const all = chartOf({ nodes: NodeCoverage.labelled({ size: 'large' }), pools: [poolOf('large', { files: [file('a: 2')] })] });
    expect(all.toJson().filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name)).toEqual(['agent-large-config']);
  });
});

/** What a feature can do to the pods of a plan, with what tells of it in the pods. */
const CONTRIBUTIONS: { readonly [what: string]: { act(plan: AgentPlan): void; has(pod: any): boolean } } = {
  variable: {
    act: ({ container }) => container.addEnv('OWN', EnvValue.of('1')),
    has: ({ spec }) => JSON.stringify(spec.containers[0].env ?? []).includes('OWN'),
  },
  argument: { act: ({ container }) => container.addArgs('--own'), has: ({ spec }) => (spec.containers[0].args ?? []).includes('--own') },
  port: {
    act: ({ container }) => container.addPorts(Port.container('own', 9999)),
    has: ({ spec }) => JSON.stringify(spec.containers[0].ports ?? []).includes('9999'),
  },
  mount: {
    act: ({ container }) => container.addHostPaths(HostPath.readOnly('/own')),
    has: ({ spec }) => JSON.stringify(spec.volumes).includes('"/own"'),
  },
  file: {
    act: ({ container }) => container.addFiles(AgentFile.secret('/own-keys/key', 'own', 'key')),
    has: ({ spec }) => JSON.stringify(spec.volumes).includes('secretName'),
  },
  token: {
    act: ({ container }) => container.addGrants(ApiGrant.readPods()),
    has: ({ spec }) => JSON.stringify(spec.volumes).includes('serviceAccountToken'),
  },
  wish: {
    act: ({ container }) => container.addApiAccess(), has: ({ spec }) => JSON.stringify(spec.volumes).includes('serviceAccountToken'),
  },
  capability: {
    act: ({ container }) => container.addCapabilities(Capability.add('SYS_TIME', 'sets the clock')),
    has: ({ spec }) => JSON.stringify(spec.containers[0].securityContext).includes('SYS_TIME'),
  },
  default: {
    act: ({ container }) => container.addDefaults({ livenessProbe: Probe.exec(['true']) }),
    has: ({ spec }) => spec.containers[0].livenessProbe !== undefined,
  },
  container: {
    act: plan => {plan.addContainer({ name: 'own', image: 'example.com/own:1' });}, has: ({ spec }) => spec.containers.length === 2,
  },
  start: {
    act: plan => {plan.addInitContainer({ name: 'own', image: 'example.com/own:1' });},
    has: ({ spec }) => spec.initContainers !== undefined,
  },
  namespace: {
    act: plan => plan.addHostNamespace(HostNamespace.network('looks at the network of the node')),
    has: ({ spec }) => spec.hostNetwork === true,
  },
  label: { act: plan => plan.addPodLabel('own', '1'), has: ({ metadata }) => metadata.labels.own === '1' },
  annotation: { act: plan => plan.addPodAnnotation('own', '1'), has: ({ metadata }) => metadata.annotations.own === '1' },
  runtime: { act: plan => plan.addPodDefaults({ runtimeClassName: 'own' }), has: ({ spec }) => spec.runtimeClassName === 'own' },
};

/** A plan to contribute to, and whether the pods of the rest, of `a` and of `b` have what is contributed. */
type Choice = [of: (plan: AgentPlan) => AgentPlan, isIn: boolean[]];

describe('what a feature contributes to the plan of some pools', () => {
  const names = ['agent', 'agent-a', 'agent-b'];
  const seenBy = (what: string, plans: (plan: AgentPlan) => AgentPlan) => {
    const feature: IAgentFeature = { contribute: plan => CONTRIBUTIONS[what].act(plans(plan)) };
    const chart = chartOf({ features: [feature], pools: [poolOf('a'), poolOf('b'), NodePool.rest()] });
    expect(errorsOf(chart)).toEqual([]);
    return names.map(name => CONTRIBUTIONS[what].has(podOf(chart, name)));
  };

  test.each(Object.keys(CONTRIBUTIONS))('is in their pods alone: %s', what => {
    expect(seenBy(what, plan => plan)).toEqual([true, true, true]);
    expect(seenBy(what, plan => plan.forPools(['b']))).toEqual([false, false, true]);
    expect(seenBy(what, plan => plan.exceptPools(['b']))).toEqual([true, true, false]);
  });

  test('is in the pods of all that it was contributed to, in whatever order, and nests', () => {
    const plans = fc.constantFrom<Choice[]>(
      [plan => plan, [true, true, true]],
      [plan => plan.forPools(['a']), [false, true, false]],
      [plan => plan.forPools(['a', 'b']), [false, true, true]],
      [plan => plan.exceptPools(['a']), [true, false, true]],
      [plan => plan.exceptPools(['a']).exceptPools(['b']), [true, false, false]],
      [plan => plan.forPools(['a']).forPools(['b']), [false, false, false]],
    );
    const what = fc.constantFrom('argument', 'mount', 'file', 'annotation');
    fc.assert(fc.property(fc.array(fc.tuple(what, plans), { minLength: 1, maxLength: 4 }), steps => {
      const feature: IAgentFeature = { contribute: plan => steps.forEach(([each, [of]]) => CONTRIBUTIONS[each].act(of(plan))) };
      const chart = chartOf({ features: [feature], pools: [poolOf('a'), poolOf('b'), NodePool.rest()] });
      for (const each of new Set(steps.map(([name]) => name))) {
        const expected = names.map((_, index) => steps.some(([name, [, seen]]) => name === each && seen[index]));
        expect(names.map(name => CONTRIBUTIONS[each].has(podOf(chart, name)))).toEqual(expected);
      }
    }), { numRuns: runs(25) });
  });

  test('takes the place of what all pods have', () => {
    const chart = chartOf({
      features: [{ contribute: ({ container }) => container.addEnv('LEVEL', EnvValue.of('info')) }],
      pools: [
        poolOf('a', { features: [{ contribute: ({ container }) => container.addEnv('LEVEL', EnvValue.of('debug')) }] }), NodePool.rest(),
      ],
    });
    expect(['agent', 'agent-a'].map(name => containerOf(chart, name).env[0].value)).toEqual(['info', 'debug']);
    expect(errorsOf(chart)).toEqual([]);
  });

  test('may come later, and reaches the plan that a feature kept', () => {
    let kept: AgentPlan | undefined;
    const chart = testChart();
    const agent = makeAgent({ pools: [poolOf('a', { features: [{ contribute: plan => {kept = plan;} }] }), NodePool.rest()] }, chart);
    kept!.container.addArgs('--own');
    agent.container.addArgs('--all');
    expect(['agent', 'agent-a'].map(name => containerOf(chart, name).args)).toEqual([['--all'], ['--own', '--all']]);
  });

  test('is checked in their pods alone', () => {
    const seen: string[] = [];
    const feature: IAgentFeature = {
      contribute: plan => plan.forPools(['a']).addCheck({ check: review => {seen.push(review.podLabels['app.kubernetes.io/instance']);} }),
    };
    errorsOf(chartOf({ features: [feature], pools: [poolOf('a'), NodePool.rest()] }));
    expect([...new Set(seen)]).toEqual(['agent-a']);
  });

  test('gives all pods the rights that some need, since they share the account', () => {
    const chart = chartOf({
      pools: [poolOf('a', { features: [{ contribute: ({ container }) => container.addGrants(ApiGrant.readPods()) }] }), NodePool.rest()],
    });
    expect(objectOf(chart, 'ClusterRole').rules).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]);
    expect(['agent', 'agent-a'].map(name => podOf(chart, name).spec.serviceAccountName)).toEqual(['agent', 'agent']);
  });

  test('is refused for pools that the agent does not have', () => {
    expect(codesOf(chartOf({
      features: [{ contribute: plan => plan.forPools(['c']) && undefined }], pools: [poolOf('a'), NodePool.rest()],
    }))).toEqual(['[test/agent] invalid-node-pool']);
    expect(codesOf(chartOf({ features: [{ contribute: plan => plan.exceptPools(['c']) && undefined }] }))).toEqual([
      '[test/agent] invalid-node-pool',
    ]);
  });
});

describe('what a plan of some pools shows', () => {
  /** What a plan says of itself, after `a` alone got one of each, and `b` got others at the same places. */
  const shown = (of: (plan: AgentPlan) => AgentPlan) => {
    let seen: unknown;
    const add = (plan: AgentPlan, own: string) => {
      plan.addInitContainer({ name: `prepare-${own}`, image: 'example.com/own:1' });
      plan.addInitContainer({ name: 'prepare', image: `example.com/own:${own}` });
      const { container } = plan;
      container.addArgs(`--${own}`);
      container.addEnv('LEVEL', EnvValue.of(own));
      container.addPorts(Port.container(own, own === 'a' ? 9001 : 9002));
      container.addHostPaths(HostPath.readOnly(`/${own}`, { mountPath: '/own' }));
    };
    const feature: IAgentFeature = {
      contribute: whole => {
        whole.container.addHostPaths(HostPath.readOnly('/all', { mountPath: '/own' }));
        whole.forPools(['a']).addHostNamespace(HostNamespace.network('looks at the network of the node'));
        ['a', 'b'].forEach(own => add(whole.forPools([own]), own));
        const plan = of(whole);
        const { args, env, hostPaths, ports } = plan.container;
        seen = {
          args, level: env.LEVEL?.text, paths: hostPaths.map(({ path }) => path), ports: ports.map(({ name }) => name),
          containers: ['prepare-a', 'prepare-b'].filter(name => plan.findContainer(name)), image: plan.findContainer('prepare')?.image,
          found: plan.findContainer('agent')?.args, hostNetwork: plan.usesHostNetwork,
        };
      },
    };
    makeAgent({ features: [feature], pools: [poolOf('a'), poolOf('b'), poolOf('c'), NodePool.rest()] });
    return seen;
  };
  const ofA = {
    args: ['--a'], level: 'a', paths: ['/a'], ports: ['a'], containers: ['prepare-a'], image: 'example.com/own:a', found: ['--a'],
    hostNetwork: true,
  };
  const ofB = {
    args: ['--b'], level: 'b', paths: ['/b'], ports: ['b'], containers: ['prepare-b'], image: 'example.com/own:b', found: ['--b'],
    hostNetwork: false,
  };
  const ofOthers = {
    args: [], level: undefined, paths: ['/all'], ports: [], containers: [], image: undefined, found: [], hostNetwork: false,
  };

  test('is what their pods have, and nothing of other pools', () => {
    expect(shown(plan => plan.forPools(['a']))).toEqual(ofA);
    expect(shown(plan => plan.forPools(['b']))).toEqual(ofB);
    expect(shown(plan => plan.forPools(['c']))).toEqual(ofOthers);
    expect(shown(plan => plan.exceptPools(['a', 'b']))).toEqual(ofOthers);
    expect(shown(plan => plan.forPools(['a', 'c']).exceptPools(['c']))).toEqual(ofA);
  });

  test('is what any of them has, where it is for several', () => {
    expect(shown(plan => plan.forPools(['b', 'c']))).toEqual({ ...ofB, paths: ['/all', '/b'] });
    expect(shown(plan => plan)).toMatchObject({ args: ['--a', '--b'], containers: ['prepare-a', 'prepare-b'], hostNetwork: true });
  });

  test('takes further entries for these pods alone, also those of a container that was found', () => {
    const found: IAgentFeature = {
      contribute: plan => {
        ['a', 'b'].forEach(own => plan.forPools([own]).addInitContainer({ name: 'prepare', image: 'example.com/own:1' }));
        plan.forPools(['b']).findContainer('prepare')!.addArgs('--own');
      },
    };
    const chart = chartOf({ features: [found], pools: [poolOf('a'), poolOf('b'), NodePool.rest()] });
    expect(['agent-a', 'agent-b'].map(name => podOf(chart, name).spec.initContainers[0].args)).toEqual([undefined, ['--own']]);
    expect(podOf(chart).spec.initContainers).toBeUndefined();
  });
});

test('a monitor may name a port that the pods of one pool alone have', () => {
  const monitored = (declares: boolean): IAgentFeature => ({
    contribute: plan => {
      const port = Port.container('own', 9999);
      if (declares) {plan.forPools(['a']).container.addPorts(port);}
      plan.addMonitor(PrometheusMonitor.podMonitor(port));
    },
  });
  const pools = [poolOf('a'), NodePool.rest()];
  expect(codesOf(chartOf({ features: [monitored(true)], pools }))).toEqual([]);
  expect(codesOf(chartOf({ features: [monitored(false)], pools }))).toEqual(['[test/agent] unknown-port']);
});

test('what is wrong in one pool alone is found there, and once', () => {
  const chart = testChart();
  const own = poolOf('a', {
    features: [{
      contribute: ({ container }) => container.addHostPaths(
        HostPath.readOnly('/a', { mountPath: '/x' }), HostPath.readOnly('/b', { mountPath: '/x' }),
      ),
    }],
  });
  makeAgent({ pools: [own, NodePool.rest()] }, chart);
  expect(codesOf(chart)).toEqual(['[test/agent] conflicting-mount']);
  const twice = chartOf({
    hostPaths: [HostPath.readOnly('/a', { mountPath: '/x' }), HostPath.readOnly('/b', { mountPath: '/x' })],
    pools: [poolOf('a', { files: [file('b: 1')] }), NodePool.rest()],
  });
  expect(codesOf(twice)).toEqual(['[test/agent] conflicting-mount']);
});

test('rights of a pool are among those of the agent, with their reasons', () => {
  const agent = makeAgent({
    securityContext: ContainerSecurity.nonRoot(1000), resources: Resources.none(),
    pools: [
      poolOf('a', { features: [{ contribute: plan => plan.addHostNamespace(HostNamespace.network('looks at the network of the node')) }] }),
      NodePool.rest(),
    ],
  });
  expect(agent.privileges).toEqual([{ name: 'hostNetwork', reason: 'looks at the network of the node' }]);
});
