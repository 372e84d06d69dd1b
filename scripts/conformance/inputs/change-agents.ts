import { App, Chart, Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { MUCH, NOWHERE } from './change-nodes';
import {
  AgentFile, AgentIdentity, AgentService, ApiGrant, Checks, EnvValue, HostPath, NodeAgent, NodeCoverage, Port, Resources, Rollout,
  Toleration,
} from '../../../src';
import type { Wire } from '../../../src/private/wire';

/** An agent of ours, as far as changes of it go. */
export interface AgentSketch {
  readonly name: string;
  readonly identity: keyof typeof IDENTITIES;
  readonly image: string;
  readonly level: string;
  readonly second: string | undefined;
  readonly content: string | undefined;
  readonly rolls: boolean;
  readonly hostPath: string | undefined;
  readonly hostPort: number | undefined;
  readonly cpu: string;
  readonly nodes: keyof typeof COVERAGE;
  readonly rollout: keyof typeof ROLLOUT;
  readonly minReady: number;
  readonly release: string;
  readonly service: 'none' | 'headless' | 'cluster';
  readonly grants: 'none' | 'pods' | 'nodes';
  /** Whether pods without a grant name their account, as the library writes them; others leave the field out. */
  readonly namesAccount: boolean;
}

/** The image never runs: the pretended kubelet goes by its tag. */
export const BROKEN_IMAGE = 'example.com/agent:broken';

const IDENTITIES = {
  standard: undefined,
  renamed: AgentIdentity.standard('edge-agent'),
  // what the pods of the first one carry too
  shorter: AgentIdentity.labels({ 'cdk8s-node-agents/agent': 'agent' }),
};

const COVERAGE: { readonly [name: string]: (fleet: string) => NodeCoverage } = {
  everywhere: fleet => NodeCoverage.labelled({ fleet }),
  pool: fleet => NodeCoverage.labelled({ fleet, pool: 'a' }),
  untainted: fleet => NodeCoverage.labelled({ fleet }, { tolerations: [] }),
  dedicated: fleet => NodeCoverage.labelled(
    { fleet }, { tolerations: [Toleration.withValue('dedicated', 'agents'), Toleration.controlPlane()] },
  ),
  nowhere: fleet => NodeCoverage.labelled({ fleet, pool: 'none' }),
};

const ROLLOUT: { readonly [name: string]: (options: { minReady?: Duration }) => Rollout } = {
  tenth: options => Rollout.percent(10, options),
  quarter: options => Rollout.percent(25, options),
  half: options => Rollout.percent(50, options),
  three: options => Rollout.count(3, options),
  surge: options => Rollout.surgeCount(3, options),
  surgeShare: options => Rollout.surgePercent(25, options),
  onDelete: () => Rollout.onDelete(),
};

const often = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...others) });

/** A random agent, before any change. */
export const randomAgent: fc.Arbitrary<AgentSketch> = fc.record({
  name: fc.constant('agent'), identity: fc.constant<AgentSketch['identity']>('standard'),
  image: fc.constant('example.com/agent:1.0.0'),
  level: fc.constantFrom('info', 'debug', '1'), second: fc.constantFrom(undefined, 'on', 'yes'),
  content: fc.constantFrom(undefined, 'a: 1\n', 'a: 2\n'), rolls: often(true, false),
  hostPath: fc.constantFrom(undefined, '/var/log', '/var/lib/agent'), hostPort: fc.constantFrom(undefined, undefined, 1, 2),
  cpu: fc.constantFrom('10m', '20m'),
  nodes: often('everywhere', 'pool', 'untainted', 'dedicated'),
  rollout: fc.constantFrom(...Object.keys(ROLLOUT)), minReady: often(0, 1),
  release: fc.constantFrom('a', 'b'), service: fc.constantFrom('none', 'headless', 'cluster'),
  grants: fc.constantFrom('none', 'pods', 'nodes'), namesAccount: often(true, false),
});

/** What can become of each property of an agent in a change. */
const CHANGES: { readonly [field in keyof AgentSketch]: fc.Arbitrary<AgentSketch[field]> } = {
  name: fc.constant('renamed'), identity: fc.constantFrom('renamed', 'shorter'),
  image: fc.constantFrom('example.com/agent:1.0.1', BROKEN_IMAGE), level: fc.constantFrom('warn', 'true'),
  second: fc.constantFrom(undefined, 'off'), content: fc.constantFrom(undefined, 'a: 3\n'), rolls: fc.boolean(),
  hostPath: fc.constantFrom(undefined, '/var/lib/other'), hostPort: fc.constantFrom(undefined, 3),
  cpu: fc.constantFrom('15m', MUCH, NOWHERE), nodes: fc.constantFrom(...Object.keys(COVERAGE)),
  rollout: fc.constantFrom(...Object.keys(ROLLOUT)), minReady: fc.constantFrom(0, 1),
  release: fc.constantFrom('c'), service: fc.constantFrom('none', 'headless', 'cluster'),
  grants: fc.constantFrom('none', 'pods', 'nodes'), namesAccount: fc.boolean(),
};

/** Changes that leave other changes nothing to do are rare. */
const WEIGHTS: { readonly [field in keyof AgentSketch]?: number } = { image: 6, name: 1, identity: 2 };

/** What changes in an agent: often one property, sometimes none. */
export const randomChange: fc.Arbitrary<Partial<AgentSketch>> = fc.array(
  fc.oneof(...Object.entries(CHANGES).map(([field, values]) => ({
    weight: WEIGHTS[field as keyof AgentSketch] ?? 3, arbitrary: (values as fc.Arbitrary<unknown>).map(value => ({ [field]: value })),
  }))), { maxLength: 3 },
).map(all => Object.assign({}, ...all));

/**
 * The objects of an agent. Where the library refuses what the sketch asks for, as host ports with a surge, these are undefined.
 *
 * @param place the namespace, which nothing else is in; its number makes host ports its own
 */
export function objectsOf(sketch: AgentSketch, fleet: string, place: string, number: number): Wire[] | undefined {
  const { name, identity, image, level, second, content, rolls, hostPath, hostPort, cpu, nodes, rollout, minReady } = sketch;
  const chart = new Chart(new App(), 'chart', { namespace: place });
  Checks.of(chart).acknowledge({ id: 'unreadable-file', reason: 'nothing runs in these pods' });
  Checks.of(chart).acknowledge({ id: 'unwritable-state', reason: 'nothing runs in these pods' });
  const port = Port.container('metrics', 9100);
  const minReadyOf = rollout === 'onDelete' ? {} : { minReady: Duration.seconds(minReady) };
  new NodeAgent(chart, 'agent', {
    name, image, rollout: ROLLOUT[rollout](minReadyOf), nodes: COVERAGE[nodes](fleet),
    ...IDENTITIES[identity] && { identity: IDENTITIES[identity] },
    env: { LEVEL: EnvValue.of(level), ...second && { SECOND: EnvValue.of(second) } },
    ...content !== undefined && { files: [AgentFile.text('/etc/agent/agent.yaml', content)] }, rollOnFileChange: rolls,
    ...hostPath && { hostPaths: [HostPath.readOnly(hostPath)] },
    ports: [port, ...hostPort ? [Port.host('probe', 20_000 + 4 * number + hostPort)] : []],
    resources: Resources.of({ cpu, memory: '16Mi' }),
    podLabels: { release: sketch.release },
    services: sketch.service === 'none'
      ? []
      : [sketch.service === 'headless' ? AgentService.headless([port]) : AgentService.clusterIp([port])],
    grants: sketch.grants === 'none' ? [] : [sketch.grants === 'pods' ? ApiGrant.readPods() : ApiGrant.readNodes()],
  });
  try {
    return chart.toJson().map((object: Wire) => (object.kind === 'DaemonSet' && !sketch.namesAccount ? withoutAccount(object) : object));
  } catch (error) {
    if (/ rollout-deadlock: /.test((error as Error).message)) {return undefined;}
    throw error;
  }
}

/** A DaemonSet that leaves out that its pods have no account of their own. */
function withoutAccount(object: Wire): Wire {
  const { template } = object.spec;
  const { serviceAccountName, ...pod } = template.spec;
  return serviceAccountName === 'default' ? { ...object, spec: { ...object.spec, template: { ...template, spec: pod } } } : object;
}
