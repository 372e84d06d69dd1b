import { Duration } from 'cdk8s';
import { logAlerts } from './alert-rules';
import { Collector, LogSetup } from './collector';
import { LogPipeline } from './log-pipeline';
import { podSecurityOf, securityOf } from './node-access';
import { PodCheck } from './pod-check';
import { poolsWithoutMemory } from './pool-memory';
import { AgentService } from '../../agent/companions/agent-service';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { VirtualNodes } from '../../agent/nodes/virtual-nodes';
import { Rollout } from '../../agent/rollout';
import { MetricsAlerts } from '../../presets/metrics-alerts';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { LOG_DEFAULTS } from '../defaults';

/** How somebody notices what goes wrong. */
interface Watching {
  readonly scraping: MetricsScraping;
  readonly alerts: MetricsAlerts;
}

/** A log agent: its collector, with what is the same whatever the collector is. */
export function logPreset(collector: Collector, setup: LogSetup, pipeline: LogPipeline, { scraping, alerts }: Watching): Preset {
  const { preset, metricsPort, metricsPath, stopSeconds, alertQueries } = collector;
  const { rollout } = setup.scale._settings;
  const { cluster } = setup;
  const { atLeastSeconds, beyondDeliverySeconds } = valueOf(LOG_DEFAULTS.terminationGrace, cluster);
  return {
    ...preset,
    container: { ...preset.container, resources: setup.resources, securityContext: securityOf(setup.access, setup.system) },
    agent: {
      nodes: NodeCoverage.linux({ virtualNodes: VirtualNodes[valueOf(LOG_DEFAULTS.virtualNodes, cluster)]() }),
      podSecurityContext: podSecurityOf(setup.access, setup.system),
      terminationGracePeriod: Duration.seconds(Math.max(atLeastSeconds, stopSeconds + beyondDeliverySeconds)),
      ...rollout && { rollout: Rollout.percent(rollout.percent, { minReady: Duration.seconds(rollout.minReadySeconds) }) },
      services: valueOf(LOG_DEFAULTS.hasService, cluster) ? [AgentService.headless([metricsPort])] : [],
      ...preset.agent,
    },
    features: [
      pipeline,
      { contribute: plan => poolsWithoutMemory(setup).forEach(found => plan.addError(found)) },
      ...preset.features ?? [],
      new PodCheck(collector, pipeline, setup.access),
      { contribute: plan => scraping._contribute(plan, { port: metricsPort, path: metricsPath }) },
      { contribute: plan => alerts._contribute(plan, logAlerts(preset.application, alertQueries)) },
    ],
  };
}
