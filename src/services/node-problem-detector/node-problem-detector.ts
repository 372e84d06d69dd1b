import { Construct } from 'constructs';
import { detectorPreset } from './detector-preset';
import { NodeProblemDetectorProps } from './node-problem-detector-props';
import { Port } from '../../agent/container/port';
import { NodeAgent } from '../../agent/node-agent';
import { TargetCluster } from '../../agent/target-cluster';
import { latePreset, PresetParts } from '../../presets/late-preset';
import { agentProps } from '../../presets/preset';
import { enter } from '../../private/doors/entrance';
import { guardClass } from '../../private/doors/guard-class';

/**
 * node-problem-detector: what is wrong with a node, from the log of its kernel and from checks, as conditions of the Node, events and
 * metrics.
 *
 *     new NodeProblemDetector(chart, 'node-problem-detector');
 *
 * It reports. Who cordons, drains or repairs a node with a problem is another program, such as an autoscaler.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { NodeProblemDetector } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new NodeProblemDetector(chart, 'problems', {});
 */
export class NodeProblemDetector extends NodeAgent {
  public constructor(scope: Construct, id: string, props: NodeProblemDetectorProps = {}) {
    const entrance = enter('NodeProblemDetector', scope, id, props, new.target !== NodeProblemDetector);
    const cluster = TargetCluster.of(scope);
    super(scope, id, latePreset('NodeProblemDetector', entrance, given => partsOf(
      given, cluster,
    ), { problemMonitors: undefined, image: undefined, version: undefined }));
  }

  /**
   * The port of the metrics: for Services, monitors and network policies of your own.
   */
  public get metricsPort(): Port {
    return (this._sharedParts as DetectorParts).port;
  }
}

guardClass({ NodeProblemDetector });

/** What the agent is made of, and the props that it becomes. */
interface DetectorParts extends PresetParts {
  readonly port: Port;
}

function partsOf(given: NodeProblemDetectorProps, cluster: TargetCluster): DetectorParts {
  const { preset, port } = detectorPreset(given, cluster);
  const { problemMonitors, reportConditions, reportEvents, eventNamespace, port: _, scraping, alerts, version, image, ...others } = given;
  return { props: agentProps(preset, others), port };
}
