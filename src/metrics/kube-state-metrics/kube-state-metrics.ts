import { Construct } from 'constructs';
import { propsOf } from './kube-state-agent';
import { listenersOf } from './kube-state-listeners';
import { KubeStateMetricsProps } from './kube-state-metrics-props';
import { KubeStatePart, KubeStateSetup, partsOf, setupOf } from './kube-state-parts';
import { ClusterAgent } from '../../agent/cluster-agent';
import { NodeAgent } from '../../agent/node-agent';
import { TargetCluster } from '../../agent/target-cluster';
import { latePreset } from '../../presets/late-preset';
import { attempting, enter } from '../../private/doors/entrance';
import { guardClass } from '../../private/doors/guard-class';

/**
 * Metrics about the objects of the cluster: which pods run, which Deployments lack replicas, which Jobs failed.
 *
 *     new KubeStateMetrics(chart, 'kube-state-metrics', { scraping: MetricsScraping.serviceMonitor() });
 *
 * It is a Deployment, since one pod knows about the whole cluster; a second one would show every series twice. `sharding` divides the
 * objects of large clusters. Its rights are to `list` and `watch` what it collects, and nothing else.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { KubeStateMetrics, KubeStateSharding } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new KubeStateMetrics(chart, 'kube-state-metrics', { sharding: KubeStateSharding.perNode() });
 */
export class KubeStateMetrics extends ClusterAgent {
  /** The other workloads among which the objects are divided. */
  private readonly others: Array<ClusterAgent | NodeAgent>;

  public constructor(scope: Construct, id: string, props: KubeStateMetricsProps = {}) {
    const entrance = enter('KubeStateMetrics', scope, id, props, new.target !== KubeStateMetrics);
    const cluster = TargetCluster.of(scope);
    const agentName = entrance.props.name ?? id;
    super(scope, id, latePreset('KubeStateMetrics', entrance, given => {
      const setup = setupOf(given, cluster);
      return { props: propsOf(partsOf(setup)[0], setup, agentName) };
    }, {}, 'WorkloadOptions'));
    this.others = otherParts(entrance.props, cluster).map(({ part, setup }) => this.add(part, setup));
  }

  /** The names of all workloads, its own first. */
  public get workloadNames(): string[] {
    return [this.name, ...this.others.map(({ name }) => name)];
  }

  private add(part: KubeStatePart, setup: KubeStateSetup): ClusterAgent | NodeAgent {
    const Agent = part.kind === 'DaemonSet' ? NodeAgent : ClusterAgent;
    // what is wrong with the props is reported by the first workload
    const entrance = { props: { ...setup.props, name: this.name }, findings: [] };
    return new Agent(this, part.suffix!, latePreset(`KubeStateMetrics ${part.suffix}`, entrance, given => ({
      props: propsOf(part, { ...setup, props: given }, this.name),
    }), {}, 'WorkloadOptions'));
  }
}

guardClass({ KubeStateMetrics });

/** None where the whole is refused, which the first workload reports. */
function otherParts(props: KubeStateMetricsProps, cluster: TargetCluster): Array<{
  readonly part: KubeStatePart; readonly setup: KubeStateSetup;
}> {
  return attempting([], () => {
    const setup = setupOf(props, cluster);
    listenersOf(props, cluster);
    const [, ...others] = partsOf(setup);
    return others.map(part => ({ part, setup }));
  }, () => []);
}
