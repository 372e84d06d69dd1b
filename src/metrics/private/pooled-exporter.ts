import { ConfiguredExporter, ExporterPlace, ExporterProgram } from './exporter-program';
import type { IAgentFeature } from '../../agent/plan/agent-feature';
import type { NodePool } from '../../agent/pools/node-pool';
import { featuresInPools, poolWith, requirePools, requireSame } from '../../presets/pool-options';
import type { MetricsExporterProps } from '../metrics-exporter-props';

/** The exporter of a pool. */
interface ExporterOfPool {
  readonly pool: string;
  readonly program: ExporterProgram;
  readonly configured: ConfiguredExporter;
}

/** An exporter in one place, and what it is in pools that have options of their own. */
export class PooledExporter {
  private readonly own: ConfiguredExporter;
  private readonly others: readonly ExporterOfPool[];

  public constructor(
    private readonly program: ExporterProgram, private readonly props: MetricsExporterProps, place: Omit<ExporterPlace, 'args'>,
  ) {
    const { args = [], pools = [], poolOptions = {} } = props;
    this.own = program.configure({ ...place, args });
    requirePools(pools, poolOptions);
    this.others = Object.entries(poolOptions).map(([pool, options]) => {
      const other = options.exporter?._program ?? program;
      requireSameRights(pool, program, other);
      return { pool, program: other, configured: other.configure({ ...place, args: options.args ?? args }) };
    });
  }

  /** The arguments, where all pods have them. */
  public get sharedArgs(): string[] | undefined {
    return this.others.length === 0 ? this.own.args : undefined;
  }

  /** What it takes of the pods. */
  public get features(): IAgentFeature[] {
    if (this.others.length === 0) {return [this.own];}
    return featuresInPools([runOf(this.own)], this.others.map(({ pool, program: { preset: { files } }, configured }) => ({
      pool, files, features: [runOf(configured)],
    })));
  }

  /** The pools, each with the image of its exporter. */
  public get pools(): NodePool[] | undefined {
    return this.props.pools?.map(pool => {
      const image = this.others.find(other => other.pool === pool.name)?.program.preset.image;
      return image === undefined || image === this.program.preset.image ? pool : poolWith(pool, { image });
    });
  }
}

/** The arguments, and what the exporter contributes besides. */
function runOf(exporter: ConfiguredExporter): IAgentFeature {
  return {
    contribute: plan => {
      plan.container.addArgs(...exporter.args);
      exporter.contribute(plan);
    },
  };
}

function requireSameRights(pool: string, { preset: ofAgent }: ExporterProgram, { preset: ofPool }: ExporterProgram): void {
  requireSame(pool, 'an exporter', [ofAgent.application, ofPool.application]);
  requireSame(pool, 'namespaces of the node', [ofAgent.hostNamespaces, ofPool.hostNamespaces]);
  requireSame(pool, 'rights, variables or mounts of the container', [ofAgent.container, ofPool.container]);
}
