import { Duration } from 'cdk8s';
import { Collector, LogSetup } from './collector';
import { LogPipeline } from './log-pipeline';
import { podSecurityOf, securityOf } from './node-access';
import { PodCheck } from './pod-check';
import { AgentService } from '../../agent/companions/agent-service';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { VirtualNodes } from '../../agent/nodes/virtual-nodes';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { Preset } from '../../presets/preset';

/** A log agent: its collector, with what is the same whatever the collector is. */
export function logPreset(collector: Collector, setup: LogSetup, pipeline: LogPipeline, scraping: MetricsScraping): Preset {
  const { preset, metricsPort, metricsPath, stopSeconds } = collector;
  return {
    ...preset,
    container: { ...preset.container, resources: setup.resources, securityContext: securityOf(setup.access) },
    agent: {
      // nodes of EKS Auto Mode and Hybrid Nodes are machines whose containers write logs like any other
      nodes: NodeCoverage.linux({ virtualNodes: VirtualNodes.serverlessExcluded() }),
      podSecurityContext: podSecurityOf(setup.access),
      // always more than the collector takes to deliver what it holds
      terminationGracePeriod: Duration.seconds(Math.max(30, stopSeconds + 10)),
      services: [AgentService.headless([metricsPort])],
      ...preset.agent,
    },
    features: [
      pipeline,
      ...preset.features ?? [],
      new PodCheck(collector, pipeline, setup.access),
      { contribute: plan => scraping._contribute(plan, { port: metricsPort, path: metricsPath }) },
    ],
  };
}
