import { Duration } from 'cdk8s';
import { logAlerts } from './alert-rules';
import { Collector, LogSetup } from './collector';
import { LogProgram } from './log-program';
import { podSecurityOf, securityOf } from './node-access';
import { AgentService } from '../../agent/companions/agent-service';
import { IAgentFeature } from '../../agent/plan/agent-feature';
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

/** How a change reaches the nodes. */
export function rolloutFor({ scale, cluster }: LogSetup): Rollout {
  const { rollout } = scale._settings;
  return rollout === undefined
    ? Rollout.percent(valueOf(
      LOG_DEFAULTS.rollout, cluster,
    )) : Rollout.percent(rollout.percent, { minReady: Duration.seconds(rollout.minReadySeconds) });
}

/** How long the pods have to stop, in seconds. */
export function graceOf({ stopSeconds }: Collector, { cluster }: LogSetup): number {
  const { atLeastSeconds, beyondDeliverySeconds } = valueOf(LOG_DEFAULTS.terminationGrace, cluster);
  return Math.max(atLeastSeconds, stopSeconds + beyondDeliverySeconds);
}

/**
 * A log agent: its collector, with what is the same whatever the collector is.
 *
 * @param features what its programs take of the pods
 */
export function logPreset({ collector, setup }: LogProgram, features: readonly IAgentFeature[], { scraping, alerts }: Watching): Preset {
  const { preset, metricsPort, metricsPath, alertQueries } = collector;
  const { cluster } = setup;
  return {
    ...preset,
    container: { ...preset.container, resources: setup.resources, securityContext: securityOf(setup.access, setup.system) },
    agent: {
      podSecurityContext: podSecurityOf(setup.access, setup.system),
      terminationGracePeriod: Duration.seconds(graceOf(collector, setup)),
      rollout: rolloutFor(setup),
      services: valueOf(LOG_DEFAULTS.hasService, cluster) ? [AgentService.headless([metricsPort])] : [],
      ...preset.agent,
    },
    features: [
      ...features,
      { contribute: plan => scraping._contribute(plan, { port: metricsPort, path: metricsPath }) },
      { contribute: plan => alerts._contribute(plan, logAlerts(preset.application, alertQueries)) },
    ],
  };
}
