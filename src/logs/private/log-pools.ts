import { Duration } from 'cdk8s';
import { LogSetup } from './collector';
import { graceOf, rolloutFor } from './log-preset';
import { LogProgram } from './log-program';
import { Resources } from '../../agent/container/resources';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { NodePool } from '../../agent/pools/node-pool';
import { featuresInPools, poolWith, requirePools, requireSame } from '../../presets/pool-options';
import { LogCollector } from '../log-collector';
import { LogPoolOptions } from '../log-pool-options';

/** What the pools of an agent have of their own. */
interface OwnOptions {
  readonly pools?: readonly NodePool[];
  readonly poolOptions?: { readonly [pool: string]: LogPoolOptions };
}

/**
 * The programs of pools with a configuration of their own: those that have options, and those whose memory limit differs, which buffers
 * follow.
 *
 * @throws invalid-node-pool
 */
export function programsOfPools({ pools = [], poolOptions = {} }: OwnOptions, collector: LogCollector, ofAgent: LogProgram): LogProgram[] {
  const { setup, collector: { preset } } = ofAgent;
  requirePools(pools, poolOptions);
  return pools.flatMap(({ name, options }) => {
    if (name === undefined) {return [];}
    const own = Object.hasOwn(poolOptions, name) ? poolOptions[name] : undefined;
    const resources = resourcesIn(options?.resources, setup.resources);
    if (own === undefined && resources.limits.memory === setup.resources.limits.memory) {return [];}
    requireSame(name, 'a collector', [collector.application, (own?.collector ?? collector).application]);
    const program = new LogProgram(own?.collector ?? collector, { ...setup, ...said(own), resources }, name, own);
    const { container } = program.collector.preset;
    requireSame(name, 'arguments', [[preset.container.command, preset.container.args], [container.command, container.args]]);
    requireSame(name, 'probes', [
      [preset.container.livenessProbe, preset.container.readinessProbe], [container.livenessProbe, container.readinessProbe],
    ]);
    return [program];
  });
}

/** The pools, with what follows from their programs. */
export function poolsOf({ pools, poolOptions = {} }: OwnOptions, ofAgent: LogProgram, ofPools: readonly LogProgram[]): NodePool[]
  | undefined {
  return pools?.map(pool => {
    const program = ofPools.find(each => each.pool === pool.name);
    if (program === undefined) {return pool;}
    const { collector, setup } = program;
    return poolWith(pool, {
      ...collector.preset.image !== ofAgent.collector.preset.image && { image: collector.preset.image },
      ...poolOptions[pool.name!]?.scale !== undefined && { rollout: rolloutFor(setup) },
      ...collector.stopSeconds !== ofAgent.collector.stopSeconds && { terminationGracePeriod: Duration.seconds(graceOf(collector, setup)) },
    });
  });
}

/** What the programs take of the pods, each of those that run it. */
export function featuresOf(ofAgent: LogProgram, ofPools: readonly LogProgram[]): IAgentFeature[] {
  return featuresInPools(ofAgent.features, ofPools.map(({ pool, features, collector: { preset } }) => ({
    pool: pool!, features, files: preset.files,
  })));
}

/** What a pool says of memory replaces both amounts of the agent; a pool that says nothing of resources on purpose has none. */
function resourcesIn(ofPool: Resources | undefined, ofAgent: Resources): Resources {
  if (ofPool === undefined) {return ofAgent;}
  const { requests, limits } = ofPool;
  const amounts = Object.keys({ ...requests, ...limits });
  return amounts.length === 0 || amounts.includes('memory') ? ofPool : ofAgent;
}

function said({ inputs, filters, destinations, fields, scale }: LogPoolOptions = {}): Partial<LogSetup> {
  return {
    ...inputs && { inputs }, ...filters && { filters }, ...destinations && { destinations }, ...fields && { fields }, ...scale && { scale },
  };
}
